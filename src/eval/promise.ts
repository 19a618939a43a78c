import type { Share } from './share.js';

/** What the matcher promises. */
export interface PromisedRate {
  /** Wrong answers at the most, as a share of all messages, 0 to 1. */
  readonly rate: number;
  /** The confidence from which an entry answers, set to keep that rate. */
  readonly threshold: number;
}

export type PromiseState = 'kept' | 'not kept' | 'cannot be told from so few';

/** A promise beside what was measured. */
export interface PromiseReport {
  readonly promised: PromisedRate;
  /** Wrong answers among all messages. */
  readonly measured: Share;
  readonly state: PromiseState;
}

/** Whether a promised rate was kept: told only where the whole interval lies on one side of it. */
export function promiseReport(promised: PromisedRate, measured: Share): PromiseReport {
  return { promised, measured, state: stateOf(promised.rate, measured) };
}

function stateOf(rate: number, { low, high }: Share): PromiseState {
  if (high !== null && high <= rate) return 'kept';
  if (low !== null && low > rate) return 'not kept';
  return 'cannot be told from so few';
}
