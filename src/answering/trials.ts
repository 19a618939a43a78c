import { candidateOf, evidenceOf, labelRuns, nearestByLabel, rankLabels } from './evidence.js';
import type { Fold } from './folds.js';
import type { Likeness } from './likeness.js';
import type { Group, Label } from './model.js';
import type { Message } from './promise.js';
import type { Ridge } from './ridge.js';
import { shuffled } from './seeded.js';

/** The phrasings as calibration sees them; all lists have one item a phrasing. */
export interface Phrasings {
  readonly labels: readonly Label[];
  readonly rowLabels: Uint16Array;
  readonly voices: readonly string[];
  readonly words: readonly (readonly string[])[];
}

/** A phrasing that was hidden, what the rest made of it, and how that compares with its label. */
export interface Trial {
  readonly evidence: Float64Array;
  /** The group of the best label that the message might have been given. */
  readonly candidate: Group;
  /** The group that the message belongs to; unknown: its entry or topic was hidden with it. */
  readonly message: Message;
  /** That label is the right one: never for what is not answered. */
  readonly right: boolean;
  /** One of the best three entries is the right one. */
  readonly amongBest: boolean;
}

const OFFERED = 3;

/** So many phrasings of a fold are tried at the most; more would tell no more. */
const MOST_TRIED = 2_500;

/**
 * Hides a fold, lets the rest judge it. `unknown`: whole labels are hidden, so nothing is right. Landmarks are not tried: a
 * message is never one of them.
 */
export function tryFold(
  fold: Fold,
  unknown: boolean,
  phrasings: Phrasings,
  { values, columns }: Likeness,
  ridge: Ridge,
): Trial[] {
  const { labels, rowLabels, words } = phrasings;
  const hidden = new Uint8Array(rowLabels.length);
  for (const row of fold) hidden[row] = 1;
  const hiddenColumns = Uint8Array.from(columns, (row) => hidden[row] as number);
  const runs = labelRuns(Uint16Array.from(columns, (row) => rowLabels[row] as number));
  const known = wordsOutside(words, hidden);
  const groups = labels.map((label) => label.group);
  const tried = triedOf(fold, columns, rowLabels.length);
  const scores = ridge.scoresWithout(fold, tried);
  return tried.map((row, i) => {
    const own = scores.subarray(i * labels.length, (i + 1) * labels.length);
    const ranking = rankLabels(own);
    const said = words[row] ?? [];
    const likeness = values.subarray(row * columns.length, (row + 1) * columns.length);
    const standing = {
      scores: own,
      nearest: nearestByLabel(likeness, runs, labels.length, hiddenColumns),
      unknownShare: shareOfUnknown(said, (word) => known.has(word)),
      wordCount: said.length,
    };
    const gold = rowLabels[row] as number;
    const goldGroup = groups[gold] ?? 'boundary';
    const candidate = candidateOf(ranking, groups);
    const best = ranking.filter((label) => groups[label] === 'entry').slice(0, OFFERED);
    return {
      evidence: evidenceOf(standing, candidate, ranking, groups),
      candidate: groups[candidate] ?? 'boundary',
      message: unknown ? 'unknown' : goldGroup,
      right: !unknown && candidate === gold,
      amongBest: !unknown && best.includes(gold),
    };
  });
}

function triedOf(fold: Fold, columns: Uint32Array, rowCount: number): Fold {
  const landmarks = new Set(columns.length < rowCount ? columns : []);
  const free = landmarks.size === 0 ? fold : fold.filter((row) => !landmarks.has(row));
  return free.length <= MOST_TRIED ? free : shuffled(free, free.length).slice(0, MOST_TRIED);
}

/** Share of words that are not known; 1 for a text without words. */
export function shareOfUnknown(words: readonly string[], isKnown: (word: string) => boolean): number {
  if (words.length === 0) return 1;
  return words.filter((word) => !isKnown(word)).length / words.length;
}

function wordsOutside(words: readonly (readonly string[])[], hidden: Uint8Array): ReadonlySet<string> {
  const known = new Set<string>();
  words.forEach((row, i) => {
    if (!hidden[i]) for (const word of row) known.add(word);
  });
  return known;
}
