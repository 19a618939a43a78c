import { byteRows } from './byte-rows.js';
import { type CalibrationSettings, calibrate } from './calibrate.js';
import { solveCoarseRidge } from './coarse-ridge.js';
import { denseRows, rowsOf } from './dense-rows.js';
import type { Encoder } from './encoder.js';
import { asItStands, learnFeatures, type Prepare, type Sparse } from './features.js';
import { landmarksOf } from './landmarks.js';
import { indexRows } from './lexical-index.js';
import { joinMeaning, type Likeness, lexicalLikeness } from './likeness.js';
import type { Group, Model, ModeModel } from './model.js';
import { reviewPhrasings } from './phrasing-review.js';
import { DEFAULT_GOAL, measureAt, PROMISED_RATE } from './promise.js';
import { type Ridge, type RidgeSettings, solveRidge } from './ridge.js';
import type { Phrasings } from './trials.js';
import type { VectorCache } from './vector-cache.js';
import { foldedWords } from './words.js';

/** How somebody once put what `label` stands for. */
export interface Example {
  readonly text: string;
  readonly label: string;
  /** Who wrote it: phrasings of one voice are hidden together when confidence is calibrated. */
  readonly voice: string;
}

/** Settings of training; each has a default. */
export interface TrainingOptions extends Partial<CalibrationSettings>, Partial<RidgeSettings> {
  readonly prepare?: Prepare;
  /** Up to so many examples a message is compared with all of them; beyond, with so many landmarks. */
  readonly exactUpTo?: number;
  readonly landmarks?: number;
  /** Whether to judge the phrasings themselves, too. */
  readonly review?: boolean;
}

/** What a knowledge owner should look at; see `PhrasingReview`. */
export interface TrainedReview {
  readonly elsewhere: readonly { readonly example: Example; readonly label: string; readonly lead: number }[];
  readonly alike: readonly { readonly example: Example; readonly other: Example; readonly likeness: number }[];
}

export interface Trained {
  readonly model: Model;
  /** Null where it was not asked for, or landmarks stand for all. */
  readonly review: TrainedReview | null;
}

interface TrainedMode {
  readonly mode: ModeModel;
  readonly ridge: Ridge;
}

/**
 * The defaults. Ridge and balance were chosen by leaving out one voice after the other; the mix is what a support
 * desk is taken to get, and the promise is for such a mix.
 */
export const TRAINING_DEFAULTS = {
  ridge: 0.1,
  balance: 0.5,
  mix: { entry: 0.6, kind: 0.25, boundary: 0.1, unknown: 0.05 },
  seed: 1,
  prepare: asItStands,
  exactUpTo: 15_000,
  landmarks: 1_500,
  review: false,
} as const satisfies Required<TrainingOptions>;

/**
 * Trains and calibrates both modes (only the lexical one where `encoder` is null). The order of the examples has no
 * say, nor have chance and the clock: the same examples give the same model. Up to `exactUpTo` examples (n) memory is
 * 8 bytes × n² and time about n³ operations a mode: 12,000 take some two minutes each; beyond, landmarks stand for all, and both
 * grow with n alone. `groups` must know every label. `lexicalElsewhere`: the lexical mode's part of the same training
 * without an encoder, done at the same time by somebody else.
 */
export async function train(
  examples: readonly Example[],
  groups: ReadonlyMap<string, Group>,
  encoder: Encoder | null,
  cache: VectorCache,
  options: TrainingOptions,
  log: (line: string) => void,
  lexicalElsewhere: Promise<ModeModel> | null = null,
): Promise<Trained> {
  const settings = { ...TRAINING_DEFAULTS, ...options };
  const sorted = inOrder(examples);
  const prepared = sorted.map((example) => settings.prepare(example.text));
  const texts = prepared.map((p) => p.lexical);
  const phrasings = phrasingsOf(sorted, groups, texts);
  const { labels, rowLabels } = phrasings;
  const { vocabulary, vectors: sparse } = learnFeatures(texts);
  const isExact = sorted.length <= settings.exactUpTo;
  const columns = isExact ? Uint32Array.from(sorted.keys()) : landmarksOf(rowLabels, settings.landmarks, settings.seed);
  const index = indexRows(
    Array.from(columns, (row) => sparse[row] as Sparse),
    vocabulary.idf.length,
  );
  const compared = isExact ? '' : `, compared with ${columns.length} of them`;
  log(`${sorted.length} phrasings${compared}, ${labels.length} labels, ${vocabulary.idf.length} features`);
  const semantic = prepared.map((p) => p.semantic);
  const meaning = encoder ? denseRows(await cache.vectors(semantic, encoder), encoder.size) : null;
  const likeness = lexicalLikeness(index, sparse, columns);
  const here = lexicalElsewhere ? null : trainMode(phrasings, likeness, settings);
  if (here) log(`lexical: ${describe(here.mode)}`);
  let full: TrainedMode | null = null;
  if (meaning) {
    joinMeaning(likeness, meaning);
    full = trainMode(phrasings, likeness, settings);
    log(`full: ${describe(full.mode)}`);
  }
  const lexical = here?.mode ?? (await (lexicalElsewhere as Promise<ModeModel>));
  if (!here) log(`lexical: ${describe(lexical)}`);
  const best = full ?? here;
  const model: Model = {
    labels,
    rowLabels: Uint16Array.from(columns, (row) => rowLabels[row] as number),
    vocabulary,
    index,
    vectors: meaning && byteRows(isExact ? meaning : rowsOf(meaning, columns)),
    encoderId: encoder?.id ?? null,
    lexical,
    full: full?.mode ?? null,
  };
  const review = settings.review && isExact && best ? reviewOf(sorted, phrasings, likeness, best.ridge) : null;
  return { model, review };
}

function reviewOf(examples: readonly Example[], phrasings: Phrasings, likeness: Likeness, ridge: Ridge): TrainedReview {
  const { elsewhere, alike } = reviewPhrasings(phrasings, likeness, ridge);
  const example = (row: number) => examples[row] as Example;
  return {
    elsewhere: elsewhere.map(({ row, label, lead }) => ({
      example: example(row),
      label: phrasings.labels[label]?.label ?? '',
      lead,
    })),
    alike: alike.map(({ row, other, likeness: like }) => ({
      example: example(row),
      other: example(other),
      likeness: like,
    })),
  };
}

/** By label, text and voice; what is there twice counts once. */
function inOrder(examples: readonly Example[]): readonly Example[] {
  const keyed = new Map(examples.map((e) => [`${e.label}\n${e.text}`, e]));
  return [...keyed.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, example]) => example);
}

function phrasingsOf(
  examples: readonly Example[],
  groups: ReadonlyMap<string, Group>,
  texts: readonly string[],
): Phrasings {
  const names = [...new Set(examples.map((e) => e.label))].sort();
  const labels = names.map((label) => {
    const group = groups.get(label);
    if (group === undefined) throw new Error(`label '${label}' belongs to no group`);
    return { label, group };
  });
  const numberOf = new Map(names.map((name, i) => [name, i]));
  return {
    labels,
    rowLabels: Uint16Array.from(examples, (e) => numberOf.get(e.label) ?? 0),
    voices: examples.map((e) => e.voice),
    words: texts.map(foldedWords),
  };
}

function trainMode(
  phrasings: Phrasings,
  likeness: Likeness,
  settings: CalibrationSettings & RidgeSettings,
): TrainedMode {
  const { rowLabels, labels } = phrasings;
  const solve = likeness.columns.length === rowLabels.length ? solveRidge : solveCoarseRidge;
  const ridge = solve(likeness, rowLabels, labels.length, settings);
  const mode = { weights: Float32Array.from(ridge.weights), ...calibrate(phrasings, likeness, ridge, settings) };
  return { mode, ridge };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function describe({ calibration }: ModeModel): string {
  const measured = measureAt(calibration, DEFAULT_GOAL);
  return (
    `of hidden voices' questions ${percent(measured.onTop)} have the right entry on top, ${percent(measured.answered)} are answered rightly; ` +
    `wrong answers ${percent(measured.wrong)} of all messages (promised ${percent(PROMISED_RATE)}, ` +
    `answers from confidence ${measured.threshold.toFixed(3)}); ` +
    `${percent(measured.unknownRefused)} of unknown questions refused`
  );
}
