import { GROUPS, type Group } from './model.js';

/** How one message stands to all labels, before any decision. */
export interface Standing {
  /** A raw score for each label, in the labels' order. */
  readonly scores: Float64Array;
  /** The likeness (0 to 1) of the nearest phrasing of each label. */
  readonly nearest: Float64Array;
  /** Share of the message's words that no phrasing has. */
  readonly unknownShare: number;
  readonly wordCount: number;
}

/** Numbers of the labels by raw score, best first; ties by number, so that the order is always the same. */
export function rankLabels(scores: Float64Array): readonly number[] {
  return Array.from(scores.keys()).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}

/** The best label that a message may be given: an entry or a kind; boundaries only speak against it. -1 where there is none. */
export const candidateOf = (ranking: readonly number[], groups: readonly Group[]): number =>
  ranking.find((label) => groups[label] !== 'boundary') ?? -1;

/** The groups that a candidate may be of. */
const ANSWERABLE = ['entry', 'kind'] as const satisfies readonly Group[];

/**
 * What a message's standing says of whether the candidate is right: sizes and distances of the best scores, how the mass
 * of all scores is parted between the groups, the nearest phrasings, unknown words, length; and the weightiest of these
 * once more for each group, since an entry must be surer than a kind.
 */
export function evidenceOf(
  standing: Standing,
  candidate: number,
  ranking: readonly number[],
  groups: readonly Group[],
): Float64Array {
  const { scores, nearest } = standing;
  const group = groups[candidate] ?? 'entry';
  const rivals = ranking.filter((label) => label !== candidate).slice(0, 2);
  const best = scores[candidate] ?? 0;
  const second = scores[rivals[0] ?? -1] ?? 0;
  const margin = best - second;
  const mass = [0, 0, 0];
  const peak = [0, 0, 0];
  let nearestOther = 0;
  groups.forEach((other, label) => {
    const g = GROUPS.indexOf(other);
    const score = scores[label] as number;
    mass[g] = (mass[g] as number) + Math.max(0, score);
    peak[g] = Math.max(peak[g] as number, score);
    if (label !== candidate) nearestOther = Math.max(nearestOther, nearest[label] as number);
  });
  const total = mass.reduce((a, b) => a + b, 1e-9);
  const own = nearest[candidate] ?? 0;
  const groupShare = (mass[GROUPS.indexOf(group)] as number) / total;
  return Float64Array.from([
    best,
    second,
    margin,
    scores[rivals[1] ?? -1] ?? 0,
    groupShare,
    best / total,
    ...mass.map((m) => m / total),
    total,
    Math.max(own, nearestOther),
    own,
    own - nearestOther,
    standing.unknownShare,
    Math.log(1 + standing.wordCount),
    ...peak,
    Math.log(Math.max(best, 1e-3)),
    Math.log(Math.max(margin, 1e-3)),
    ...ANSWERABLE.flatMap((g) => (g === group ? [1, best, margin, groupShare, own] : [0, 0, 0, 0, 0])),
  ]);
}

/** How many numbers `evidenceOf` gives. */
export const EVIDENCE_SIZE = 30;

/** The highest likeness to a phrasing of each label; rows marked in `hidden` are left out. */
export function nearestByLabel(
  likeness: Float32Array,
  rowLabels: Uint16Array,
  labelCount: number,
  hidden: Uint8Array | null,
): Float64Array {
  const nearest = new Float64Array(labelCount);
  for (let row = 0; row < rowLabels.length; row++) {
    if (hidden?.[row]) continue;
    const label = rowLabels[row] as number;
    const like = likeness[row] as number;
    if (like > (nearest[label] as number)) nearest[label] = like;
  }
  return nearest;
}
