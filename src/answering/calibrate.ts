import { chanceFolds, labelFolds, voiceFolds } from './folds.js';
import type { Likeness } from './likeness.js';
import { fitLogistic, type Logistic, probability } from './logistic.js';
import type { ModeModel } from './model.js';
import { type Calibration, type Message, outcomeOf } from './promise.js';
import type { Ridge } from './ridge.js';
import { type Phrasings, type Trial, tryFold } from './trials.js';

/** For what messages confidence is calibrated. */
export interface CalibrationSettings {
  /** The messages that a promise is for, as shares; unknown: those for which neither an entry nor a topic is there. */
  readonly mix: Readonly<Record<Message, number>>;
  readonly seed: number;
}

/** Learns from hidden voices and hidden entries how sure one may be; where to draw the line follows from what is tried here. */
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
  const calibration: Calibration = {
    confidence: Float32Array.from(confidencesUnseen(trials, importance, settings.seed)),
    share: Float32Array.from(shares),
    outcome: Uint8Array.from(trials, (t) => outcomeOf(t.message, t.candidate === 'entry', t.right)),
  };
  return { right, amongBest, calibration };
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
