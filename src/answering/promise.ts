import { balancedThreshold, thresholdFor } from './threshold.js';

/** The group that a tried message belongs to; unknown: its entry or topic was hidden with it. */
export const MESSAGES = ['entry', 'kind', 'boundary', 'unknown'] as const;
export type Message = (typeof MESSAGES)[number];

/** What calibration tried, on messages of voices and of entries that the weights had not seen; all lists have one item a message. */
export interface Calibration {
  /** How sure a model was that had not seen the message either. */
  readonly confidence: Float32Array;
  /** What the message counts for in the assumed mix; sums to 1. */
  readonly share: Float32Array;
  /** See `outcomeOf`. */
  readonly outcome: Uint8Array;
}

/** A tried message in one number: what it was, whether an entry would have answered, and whether the label was right. */
export const outcomeOf = (message: Message, isEntry: boolean, isRight: boolean): number =>
  MESSAGES.indexOf(message) * 4 + (isEntry ? 2 : 0) + (isRight ? 1 : 0);

/** What the owner wants of answers; promise: as many as the rate of wrong ones allows; balance: the best mean of what is answered and what is refused. */
export type Goal = { readonly kind: 'promise'; readonly rate: number } | { readonly kind: 'balance' };

/** The rate of wrong answers that is promised unless another is set. */
export const PROMISED_RATE = 0.02;
export const DEFAULT_GOAL: Goal = { kind: 'promise', rate: PROMISED_RATE };

/** What follows from a goal, and what was measured there. Shares of all messages of the assumed mix, unless told. */
export interface Measured {
  /** Messages gone through. */
  readonly rows: number;
  /** The rate of wrong answers that was promised; null where something else was wanted. */
  readonly promised: number | null;
  /** The confidence from which entries answer. */
  readonly threshold: number;
  readonly wrong: number;
  /** Of the messages that an entry answers: answered rightly, and right on top without any threshold. */
  readonly answered: number;
  readonly onTop: number;
  /** Of the messages of hidden entries and topics: not answered with an entry. */
  readonly unknownRefused: number;
}

/** The threshold for a goal, and the figures at it. */
export function measureAt({ confidence, share, outcome }: Calibration, goal: Goal): Measured {
  const trials = Array.from(outcome, (code, i) => ({
    confidence: confidence[i] as number,
    share: share[i] as number,
    message: MESSAGES[code >> 2] ?? 'unknown',
    isEntry: (code & 2) !== 0,
    wrong: (code & 1) === 0,
  }));
  type Tried = (typeof trials)[number];
  const entries = trials.filter((t) => t.isEntry);
  const threshold = goal.kind === 'promise' ? thresholdFor(entries, 1, goal.rate) : balancedThreshold(entries);
  const answers = (t: Tried) => t.isEntry && t.confidence >= threshold;
  const sum = (which: (t: Tried) => boolean) => trials.reduce((total, t) => total + (which(t) ? t.share : 0), 0);
  const ofEntries = sum((t) => t.message === 'entry') || 1;
  const ofUnknown = sum((t) => t.message === 'unknown') || 1;
  return {
    rows: trials.length,
    promised: goal.kind === 'promise' ? goal.rate : null,
    threshold,
    wrong: sum((t) => answers(t) && t.wrong),
    answered: sum((t) => t.message === 'entry' && !t.wrong && answers(t)) / ofEntries,
    onTop: sum((t) => t.message === 'entry' && !t.wrong) / ofEntries,
    unknownRefused: sum((t) => t.message === 'unknown' && !answers(t)) / ofUnknown,
  };
}
