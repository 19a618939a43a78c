import type { Label } from './model.js';
import { shuffled } from './seeded.js';

/** Numbers of phrasings that are hidden together. */
export type Fold = readonly number[];

const FOLDS = 5;
/** With fewer voices than this, hiding one would take away too much to be like a new asker. */
const ENOUGH_VOICES = 3;
const MOST_VOICE_FOLDS = 8;
const MOST_OF_A_LABEL = 1 / 3;
const ENOUGH_PHRASINGS = 10;

/**
 * Phrasings parted by who wrote them, so that each fold plays askers whose way of writing was never seen; voices beyond
 * eight share folds. Too few voices: parted by chance. A voice that wrote more than a third of a label's phrasings is hidden in
 * parts: else the label would be tried with hardly a phrasing left, which says nothing of a new voice.
 */
export function voiceFolds(voices: readonly string[], rowLabels: Uint16Array, seed: number): readonly Fold[] {
  const names = [...new Set(voices)].sort();
  const rows = [...voices.keys()];
  if (names.length < ENOUGH_VOICES) return deal(shuffled(rows, seed), FOLDS);
  const foldOf = new Map(names.map((name, i) => [name, i % MOST_VOICE_FOLDS]));
  const folds = gather(rows, (row) => foldOf.get(voices[row] ?? '') ?? 0);
  return folds.flatMap((fold) => deal(shuffled(fold, seed), partsOf(fold, rowLabels)));
}

/** In how many parts to hide a fold, so that about a third of each label's phrasings goes at most; labels of few phrasings have no say. */
function partsOf(fold: Fold, rowLabels: Uint16Array): number {
  const all = countLabels([...rowLabels.keys()], rowLabels);
  const shares = [...countLabels(fold, rowLabels)].flatMap(([label, count]) => {
    const of = all.get(label) ?? count;
    return of >= ENOUGH_PHRASINGS ? [count / of] : [];
  });
  return Math.max(1, Math.round(Math.max(0, ...shares) / MOST_OF_A_LABEL));
}

function countLabels(rows: Fold, rowLabels: Uint16Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const label = rowLabels[row] as number;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}

/** Phrasings of whole entries and whole topics, a fifth of each: each fold plays questions for which nothing is known. */
export function labelFolds(labels: readonly Label[], rowLabels: Uint16Array, seed: number): readonly Fold[] {
  const foldOf = new Map<number, number>();
  for (const group of ['entry', 'boundary'] as const) {
    const members = [...labels.keys()].filter((label) => labels[label]?.group === group);
    shuffled(members, seed).forEach((label, i) => {
      foldOf.set(label, i % FOLDS);
    });
  }
  const rows = [...rowLabels.keys()].filter((row) => foldOf.has(rowLabels[row] as number));
  return gather(rows, (row) => foldOf.get(rowLabels[row] as number) ?? 0);
}

/** Items parted by chance into five, each with its fold's number. */
export function chanceFolds(count: number, seed: number): Uint8Array {
  const folds = new Uint8Array(count);
  shuffled([...folds.keys()], seed).forEach((item, i) => {
    folds[item] = i % FOLDS;
  });
  return folds;
}

function deal(rows: readonly number[], count: number): readonly Fold[] {
  const place = new Map(rows.map((row, i) => [row, i % count]));
  return gather(
    [...rows].sort((a, b) => a - b),
    (row) => place.get(row) ?? 0,
  );
}

function gather(rows: readonly number[], foldOf: (row: number) => number): readonly Fold[] {
  const folds: number[][] = [];
  for (const row of rows) {
    const fold = foldOf(row);
    folds[fold] ??= [];
    folds[fold].push(row);
  }
  return folds.filter((fold) => fold !== undefined && fold.length > 0);
}
