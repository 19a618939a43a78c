import { type CalibrationSettings, calibrate } from './calibrate.js';
import { denseRows } from './dense-rows.js';
import type { Encoder } from './encoder.js';
import { asItStands, countFeatures, numberFeatures, type Prepare, vectorOf, vocabularyOf } from './features.js';
import { indexRows } from './lexical-index.js';
import { joinMeaning, lexicalLikeness } from './likeness.js';
import type { Group, Model, ModeModel } from './model.js';
import { type RidgeSettings, solveRidge } from './ridge.js';
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
}

/**
 * The defaults. Ridge and balance were chosen by leaving out one voice after the other; the mix is what a support
 * desk is taken to get, and the promise is for such a mix.
 */
export const TRAINING_DEFAULTS = {
  ridge: 0.1,
  balance: 0.5,
  goal: 'promise',
  promised: 0.02,
  mix: { entry: 0.6, kind: 0.25, boundary: 0.1, unknown: 0.05 },
  kindFrom: 0.5,
  offerFrom: 0.4,
  seed: 1,
  prepare: asItStands,
} as const satisfies Required<TrainingOptions>;

/**
 * Trains and calibrates both modes (only the lexical one where `encoder` is null). The order of the examples has no
 * say, nor have chance and the clock: the same examples give the same model. Memory is 12 bytes × n², time about n³
 * operations a mode: 5,000 phrasings take half a minute each. `groups` must know every label. `lexicalElsewhere`: the
 * lexical mode's part of the same training without an encoder, done at the same time by somebody else.
 */
export async function train(
  examples: readonly Example[],
  groups: ReadonlyMap<string, Group>,
  encoder: Encoder | null,
  cache: VectorCache,
  options: TrainingOptions,
  log: (line: string) => void,
  lexicalElsewhere: Promise<ModeModel> | null = null,
): Promise<Model> {
  const settings = { ...TRAINING_DEFAULTS, ...options };
  const sorted = inOrder(examples);
  const prepared = sorted.map((example) => settings.prepare(example.text));
  const phrasings = phrasingsOf(
    sorted,
    groups,
    prepared.map((p) => p.lexical),
  );
  const counted = prepared.map((p) => countFeatures(p.lexical));
  const vocabulary = vocabularyOf(counted);
  const numbers = numberFeatures(vocabulary);
  const sparse = counted.map((counts) => vectorOf(counts, numbers, vocabulary));
  const index = indexRows(sparse, vocabulary.features.length);
  log(`${sorted.length} phrasings, ${phrasings.labels.length} labels, ${vocabulary.features.length} features`);
  const vectors = encoder
    ? denseRows(
        await cache.vectors(
          prepared.map((p) => p.semantic),
          encoder,
        ),
        encoder.size,
      )
    : null;
  const likeness = lexicalLikeness(index, sparse);
  const here = lexicalElsewhere ? null : trainMode(phrasings, likeness, settings);
  if (here) log(`lexical: ${describe(here)}`);
  let full: ModeModel | null = null;
  if (vectors) {
    joinMeaning(likeness, vectors, sorted.length);
    full = trainMode(phrasings, likeness, settings);
    log(`full: ${describe(full)}`);
  }
  const lexical = here ?? (await (lexicalElsewhere as Promise<ModeModel>));
  if (!here) log(`lexical: ${describe(lexical)}`);
  const { labels, rowLabels } = phrasings;
  return { labels, rowLabels, vocabulary, index, vectors, encoderId: encoder?.id ?? null, lexical, full };
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
  likeness: Float32Array,
  settings: CalibrationSettings & RidgeSettings,
): ModeModel {
  const ridge = solveRidge(likeness, phrasings.rowLabels, phrasings.labels.length, settings);
  return { weights: Float32Array.from(ridge.weights), ...calibrate(phrasings, likeness, ridge, settings) };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function describe({ measured, thresholds }: ModeModel): string {
  return (
    `of hidden voices' questions ${percent(measured.onTop)} have the right entry on top, ${percent(measured.answered)} are answered rightly; ` +
    `wrong answers ${percent(measured.wrong)} of all messages (promised ${percent(measured.promised)}, ` +
    `answers from confidence ${thresholds.answer.toFixed(3)}); ` +
    `${percent(measured.unknownRefused)} of unknown questions refused`
  );
}
