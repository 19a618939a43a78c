import type { Claim } from './claims.js';
import { type Share, shareOf } from './share.js';

/** The claims whose confidence lies from `from` (included) to `to` (left out, save 1). */
export interface ConfidenceBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Null where the bin is empty. */
  readonly meanConfidence: number | null;
  readonly right: Share;
}

export interface Reliability {
  readonly bins: readonly ConfidenceBin[];
  /** How far confidence and share right lie apart, 0 to 1; null without a claim. */
  readonly gap: number | null;
}

/** Narrow near 1, where nearly all replies lie. */
export const BIN_EDGES = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1] as const;

/**
 * Confidence against share right, in bins (reliability diagram; A. Niculescu-Mizil and R. Caruana, ICML 2005). `gap` is the expected
 * calibration error over these bins: the mean distance of confidence and share right, each bin weighed by its claims
 * (M. P. Naeini, G. F. Cooper and M. Hauskrecht, AAAI 2015).
 */
export function reliabilityOf(claims: readonly Claim[]): Reliability {
  const bins = BIN_EDGES.slice(0, -1).map((from, i): ConfidenceBin => {
    const to = BIN_EDGES[i + 1] ?? 1;
    const own = claims.filter((c) => c.confidence >= from && (c.confidence < to || (to === 1 && c.confidence === 1)));
    const sum = own.reduce((total, c) => total + c.confidence, 0);
    return {
      from,
      to,
      n: own.length,
      meanConfidence: own.length === 0 ? null : sum / own.length,
      right: shareOf(own.filter((c) => c.right).length, own.length),
    };
  });
  const apart = bins.reduce((sum, b) => sum + b.n * Math.abs((b.meanConfidence ?? 0) - (b.right.share ?? 0)), 0);
  return { bins, gap: claims.length === 0 ? null : apart / claims.length };
}
