import type { Group } from './model.js';

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

/**
 * Numbers of the labels by raw score, best first, at most `most` of them; ties by number, so that the order is always the same. Put in
 * their places one by one: most scores are 0 and stay where they come, which is quicker than sorting.
 */
export function rankLabels(scores: Float64Array, most = scores.length): readonly number[] {
  const ranking: number[] = [];
  for (let label = 0; label < scores.length; label++) {
    const score = scores[label] as number;
    let at = ranking.length;
    while (at > 0 && score > (scores[ranking[at - 1] as number] as number)) at--;
    if (at === most) continue;
    if (ranking.length < most) ranking.push(label);
    for (let last = ranking.length - 1; last > at; last--) ranking[last] = ranking[last - 1] as number;
    ranking[at] = label;
  }
  return ranking;
}

/** The best label that a message may be given: an entry or a kind; boundaries only speak against it. -1 where there is none. */
export const candidateOf = (ranking: readonly number[], groups: readonly Group[]): number =>
  ranking.find((label) => groups[label] !== 'boundary') ?? -1;

/**
 * What a message's standing says of whether the candidate is right: its score, itself and its logarithm, the best of the others and of the boundaries, the
 * nearest phrasings, unknown words and length; and its group, since an entry must be surer than a kind. Few and plain on
 * purpose: shares and ratios of scores tell more of a knowledge base like the one they were learned on, and mislead on others (on
 * CLINC150 they cost two points of the mean of accuracy and recall, and gain one on ours).
 */
export function evidenceOf(
  { scores, nearest, unknownShare, wordCount }: Standing,
  candidate: number,
  ranking: readonly number[],
  groups: readonly Group[],
): Float64Array {
  const best = scores[candidate] ?? 0;
  const rival = ranking.find((label) => label !== candidate) ?? -1;
  const boundary = ranking.find((label) => groups[label] === 'boundary') ?? -1;
  const group = groups[candidate];
  return Float64Array.from([
    best,
    Math.log(Math.max(best, 1e-3)),
    scores[rival] ?? 0,
    Math.max(0, scores[boundary] ?? 0),
    nearest[candidate] ?? 0,
    nearest.reduce((most, like) => Math.max(most, like), 0),
    unknownShare,
    Math.log(1 + wordCount),
    group === 'entry' ? 1 : 0,
    group === 'kind' ? 1 : 0,
  ]);
}

/** How many numbers `evidenceOf` gives. */
export const EVIDENCE_SIZE = 10;

/** Rows of one label that follow each other: run r holds the rows from `starts[r]` up to `starts[r+1]`, all of label `labels[r]`. */
export interface LabelRuns {
  readonly starts: Uint32Array;
  readonly labels: Uint16Array;
}

/** The runs of rows whose labels are given; as few as there are labels where the rows are sorted by them. */
export function labelRuns(rowLabels: Uint16Array): LabelRuns {
  const starts: number[] = [];
  rowLabels.forEach((label, row) => {
    if (row === 0 || label !== rowLabels[row - 1]) starts.push(row);
  });
  const labels = Uint16Array.from(starts, (row) => rowLabels[row] as number);
  return { starts: Uint32Array.from([...starts, rowLabels.length]), labels };
}

/** The highest likeness to a phrasing of each label; rows marked in `hidden` are left out. */
export function nearestByLabel(
  likeness: Float32Array,
  { starts, labels }: LabelRuns,
  labelCount: number,
  hidden: Uint8Array | null,
): Float64Array {
  const nearest = new Float64Array(labelCount);
  for (let run = 0; run < labels.length; run++) {
    const label = labels[run] as number;
    const end = starts[run + 1] as number;
    let most = nearest[label] as number;
    if (hidden === null) {
      for (let row = starts[run] as number; row < end; row++) {
        const like = likeness[row] as number;
        if (like > most) most = like;
      }
    } else {
      for (let row = starts[run] as number; row < end; row++) {
        const like = likeness[row] as number;
        if (like > most && !hidden[row]) most = like;
      }
    }
    nearest[label] = most;
  }
  return nearest;
}
