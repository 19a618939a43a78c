import type { Sparse } from './features.js';

/** For each feature the rows that have it: rows of feature f are `rows[starts[f]] … rows[starts[f+1]-1]`. */
export interface LexicalIndex {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  readonly weights: Float32Array;
}

/** Turns the rows' vectors round; rows of a feature are ascending. */
export function indexRows(vectors: readonly Sparse[], featureCount: number): LexicalIndex {
  const starts = new Uint32Array(featureCount + 1);
  for (const { features } of vectors) for (const f of features) starts[f + 1] = (starts[f + 1] ?? 0) + 1;
  for (let f = 0; f < featureCount; f++) starts[f + 1] = (starts[f + 1] ?? 0) + (starts[f] ?? 0);
  const total = starts[featureCount] ?? 0;
  const rows = new Uint32Array(total);
  const weights = new Float32Array(total);
  const next = starts.slice();
  vectors.forEach((vector, row) => {
    vector.features.forEach((f, i) => {
      const at = next[f] ?? 0;
      rows[at] = row;
      weights[at] = vector.weights[i] ?? 0;
      next[f] = at + 1;
    });
  });
  return { starts, rows, weights };
}

/** Cosine of a vector with every row, written over `out` (one number a row). Costs only the rows that share a feature. */
export function lexicalSimilarities(index: LexicalIndex, vector: Sparse, out: Float32Array): void {
  out.fill(0);
  const { starts, rows, weights } = index;
  for (let i = 0; i < vector.features.length; i++) {
    const f = vector.features[i] ?? 0;
    const weight = vector.weights[i] ?? 0;
    const end = starts[f + 1] ?? 0;
    for (let at = starts[f] ?? 0; at < end; at++) {
      const row = rows[at] as number;
      out[row] = (out[row] as number) + weight * (weights[at] as number);
    }
  }
}
