import type { Row } from './labelled-files.js';

/** What a system makes of a text: its best entry, and how sure it is (any scale; higher is surer). */
export interface Prediction {
  readonly label: string | null;
  readonly confidence: number;
}

export interface Judged {
  /** Share of in-scope rows whose best entry is right, whatever the confidence. */
  readonly top1: number;
  /** Chance that an in-scope row is given more confidence than an out-of-scope row. */
  readonly auroc: number;
  /** At the threshold: in-scope rows answered rightly, out-of-scope rows refused, and their mean. */
  readonly accuracy: number;
  readonly recall: number;
  readonly mean: number;
  /** Matthews correlation over all labels, out-of-scope as one more (Gorodkin 2004, as scikit-learn computes it). */
  readonly mcc: number;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((a, b) => a + b, 0) / values.length;

/** All figures of a run; NaN where the rows hold nothing to measure it on. */
export function judge(rows: readonly Row[], predictions: readonly Prediction[], threshold: number): Judged {
  const pairs = rows.map((row, i) => ({ row, said: predictions[i] ?? { label: null, confidence: 0 } }));
  const inside = pairs.filter((p) => p.row.label !== null);
  const outside = pairs.filter((p) => p.row.label === null);
  const answers = (p: { said: Prediction }) => p.said.label !== null && p.said.confidence >= threshold;
  const accuracy = mean(inside.map((p) => (answers(p) && p.said.label === p.row.label ? 1 : 0)));
  const recall = mean(outside.map((p) => (answers(p) ? 0 : 1)));
  const given = pairs.map((p) => (answers(p) ? p.said.label : null));
  return {
    top1: mean(inside.map((p) => (p.said.label === p.row.label ? 1 : 0))),
    auroc: auroc(
      inside.map((p) => p.said.confidence),
      outside.map((p) => p.said.confidence),
    ),
    accuracy,
    recall,
    mean: (accuracy + recall) / 2,
    mcc: mcc(
      rows.map((r) => r.label),
      given,
    ),
  };
}

/** Area under the ROC curve, ties counting half (Mann and Whitney's U over the product of both counts). */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const all = [...positives.map((v) => ({ v, p: true })), ...negatives.map((v) => ({ v, p: false }))];
  all.sort((a, b) => a.v - b.v);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.v === all[from]?.v) to++;
    for (let i = from; i < to; i++) if (all[i]?.p) ranks += (from + to + 1) / 2;
    from = to;
  }
  const [p, n] = [positives.length, negatives.length];
  return (ranks - (p * (p + 1)) / 2) / (p * n);
}

export function mcc(gold: readonly (string | null)[], said: readonly (string | null)[]): number {
  const count = (values: readonly (string | null)[]) => {
    const counts = new Map<string | null, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const [t, p, n] = [count(gold), count(said), gold.length];
  const correct = gold.filter((label, i) => label === said[i]).length;
  const dot = [...t].reduce((sum, [label, c]) => sum + c * (p.get(label) ?? 0), 0);
  const square = (counts: ReadonlyMap<string | null, number>) => [...counts.values()].reduce((s, c) => s + c * c, 0);
  const below = Math.sqrt((n * n - square(p)) * (n * n - square(t)));
  return below === 0 ? 0 : (correct * n - dot) / below;
}

/** The threshold with the best mean of in-scope accuracy and out-of-scope recall on these rows; the middle of the best range. */
export function bestThreshold(rows: readonly Row[], predictions: readonly Prediction[]): number {
  const inside = rows.filter((r) => r.label !== null).length;
  const outside = rows.length - inside;
  const sorted = rows
    .map((row, i) => ({ row, said: predictions[i] ?? { label: null, confidence: 0 } }))
    .sort((a, b) => b.said.confidence - a.said.confidence);
  let gain = 0;
  let best = 0;
  let threshold = Number.POSITIVE_INFINITY;
  sorted.forEach(({ row, said }, i) => {
    if (row.label === null) gain -= 1 / outside;
    else if (row.label === said.label) gain += 1 / inside;
    const next = sorted[i + 1]?.said.confidence ?? Number.NEGATIVE_INFINITY;
    if (next === said.confidence || gain <= best) return;
    best = gain;
    threshold = Number.isFinite(next) ? (said.confidence + next) / 2 : said.confidence;
  });
  return threshold;
}
