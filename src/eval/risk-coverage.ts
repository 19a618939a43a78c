import type { Claim } from './claims.js';

/** What would hold if only claims from a confidence on were made. */
export interface RiskPoint {
  /** The least confidence let through. */
  readonly threshold: number;
  /** The claims made, as a share of all messages: 0 to 1. */
  readonly coverage: number;
  /** The claims made that are not right, as a share of them: 0 to 1. */
  readonly risk: number;
}

/**
 * The risk-coverage curve (R. El-Yaniv and Y. Wiener, Journal of Machine Learning Research 11, 2010): a point for each confidence
 * that occurs, the surest first. `messages`: all of them, those included to which no claim was made.
 */
export function riskCoverage(claims: readonly Claim[], messages: number): readonly RiskPoint[] {
  const sorted = [...claims].sort((a, b) => b.confidence - a.confidence);
  const points: RiskPoint[] = [];
  let wrong = 0;
  sorted.forEach((claim, i) => {
    if (!claim.right) wrong++;
    // No threshold can be drawn between equal confidences.
    if (sorted[i + 1]?.confidence === claim.confidence) return;
    points.push({ threshold: claim.confidence, coverage: (i + 1) / messages, risk: wrong / (i + 1) });
  });
  return points;
}

/** Shares of the surest claims at which the risk is listed. */
const LISTED = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1];

/** Some points of a curve to be read as figures: those with the most coverage within 50 % to 100 % of all claims, each once. */
export function listedPoints(points: readonly RiskPoint[]): readonly RiskPoint[] {
  const all = points.at(-1)?.coverage ?? 0;
  // Coverages are quotients: two that are equal may differ in the last digit.
  const within = (share: number) => points.filter((p) => p.coverage <= share * all + 1e-12).at(-1);
  return [...new Set(LISTED.map(within))].filter((point) => point !== undefined);
}
