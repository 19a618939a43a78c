import { chanceFolds, labelFolds, voiceFolds } from './folds.js';
import type { Likeness } from './likeness.js';
import { fitLogistic, type Logistic, probability } from './logistic.js';
import type { Measured, ModeModel, Thresholds } from './model.js';
import type { Ridge } from './ridge.js';
import { balancedThreshold, thresholdFor } from './threshold.js';
import { type Phrasings, type Trial, tryFold } from './trials.js';

/** What is promised, and for what messages. */
export interface CalibrationSettings {
  /** promise: as many answers as the promised rate of wrong ones allows; balance: the best mean of what is answered and what is refused. */
  readonly goal: 'promise' | 'balance';
  /** The expected share of messages that get a wrong answer, at most. */
  readonly promised: number;
  /** The messages that the promise is for, as shares; unknown: those for which neither an entry nor a topic is there. */
  readonly mix: Readonly<Record<Trial['message'], number>>;
  /** A kind is taken, and entries are offered, from this probability of being right on. */
  readonly kindFrom: number;
  readonly offerFrom: number;
  readonly seed: number;
}

/** Learns from hidden voices and hidden entries how sure one may be, and where to draw the lines. */
export function calibrate(
  phrasings: Phrasings,
  likeness: Likeness,
  ridge: Ridge,
  settings: CalibrationSettings,
): Omit<ModeModel, 'weights'> {
  const trials = [
    ...voiceFolds(phrasings.voices, phrasings.rowLabels, settings.seed).flatMap((f) =>
      tryFold(f, false, phrasings, likeness, ridge),
    ),
    ...labelFolds(phrasings.labels, phrasings.rowLabels, settings.seed).flatMap((f) =>
      tryFold(f, true, phrasings, likeness, ridge),
    ),
  ];
  const shares = sharesOf(trials, settings.mix);
  const rows = trials.map((t) => t.evidence);
  const importance = shares.map((share) => share * trials.length);
  const right = fitLogistic(
    rows,
    trials.map((t) => t.right),
    importance,
  );
  const amongBest = fitLogistic(
    rows,
    trials.map((t) => t.amongBest),
    importance,
  );
  const unseen = confidencesUnseen(trials, importance, settings.seed);
  const entries = trials.flatMap((t, i) =>
    t.candidate === 'entry' ? [{ confidence: unseen[i] as number, wrong: !t.right, share: shares[i] as number }] : [],
  );
  const answer = settings.goal === 'promise' ? thresholdFor(entries, 1, settings.promised) : balancedThreshold(entries);
  const thresholds: Thresholds = { answer, kind: settings.kindFrom, offer: settings.offerFrom };
  return { right, amongBest, thresholds, measured: measure(trials, shares, unseen, answer, settings.promised) };
}

/** What each trial counts for, so that the groups of messages stand in the assumed mix; sums to 1. */
function sharesOf(trials: readonly Trial[], mix: CalibrationSettings['mix']): readonly number[] {
  const counts = new Map<Trial['message'], number>();
  for (const { message } of trials) counts.set(message, (counts.get(message) ?? 0) + 1);
  const total = [...counts.keys()].reduce((sum, message) => sum + mix[message], 0);
  return trials.map(({ message }) => mix[message] / total / (counts.get(message) ?? 1));
}

/** The confidence of each trial, from a model that was fitted without it. */
function confidencesUnseen(trials: readonly Trial[], importance: readonly number[], seed: number): Float64Array {
  const folds = chanceFolds(trials.length, seed);
  const confidences = new Float64Array(trials.length);
  for (const fold of new Set(folds)) {
    const others = trials.flatMap((_, i) => (folds[i] === fold ? [] : [i]));
    const model: Logistic = fitLogistic(
      others.map((i) => (trials[i] as Trial).evidence),
      others.map((i) => (trials[i] as Trial).right),
      others.map((i) => importance[i] as number),
    );
    trials.forEach((trial, i) => {
      if (folds[i] === fold) confidences[i] = probability(model, trial.evidence);
    });
  }
  return confidences;
}

function measure(
  trials: readonly Trial[],
  shares: readonly number[],
  confidences: Float64Array,
  threshold: number,
  promised: number,
): Measured {
  const answers = (t: Trial, i: number) => t.candidate === 'entry' && (confidences[i] as number) >= threshold;
  const share = (which: (t: Trial, i: number) => boolean) =>
    trials.reduce((sum, t, i) => sum + (which(t, i) ? (shares[i] as number) : 0), 0);
  const entries = share((t) => t.message === 'entry') || 1;
  const unknown = share((t) => t.message === 'unknown') || 1;
  return {
    rows: trials.length,
    promised,
    threshold,
    wrong: share((t, i) => answers(t, i) && !t.right),
    answered: share((t, i) => t.message === 'entry' && t.right && answers(t, i)) / entries,
    onTop: share((t) => t.message === 'entry' && t.right) / entries,
    unknownRefused: share((t, i) => t.message === 'unknown' && !answers(t, i)) / unknown,
  };
}
