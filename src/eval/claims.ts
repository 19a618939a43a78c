import type { Measured } from './measure.js';

/** A reply that committed itself, with how sure it was. */
export interface Claim {
  /** 0 to 1. */
  readonly confidence: number;
  readonly right: boolean;
}

/** The replies that can be right or wrong: all but those that only offer entries to choose from, which claim nothing. */
export const claimsOf = (measured: readonly Measured[]): readonly Claim[] =>
  measured
    .filter((m) => m.reply.kind !== 'clarify')
    .map((m) => ({ confidence: m.reply.confidence, right: m.tag === 'right' }));
