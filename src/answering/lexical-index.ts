import { SPREAD_STEP } from './fast-loops.js';
import { fastMemory } from './fast-products.js';
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

/** So many features of a message are taken at a time. */
const AT_ONCE = 1_024;
/** Rows are counted, and weights (0 to 1) are written, in 16 bits: half the memory to go through, and cosines off by less than 0.0001. */
const MOST = 2 ** 16 - 1;

/**
 * `lexicalSimilarities` made ready for many messages over `rowCount` rows (up to 65,536; matching compares with far fewer): the index
 * is packed into memory over which a compiled loop runs, in half the time of a plain one.
 */
export function lexicalScannerOf(
  { starts, rows, weights }: LexicalIndex,
  rowCount: number,
): (vector: Sparse, out: Float32Array) => void {
  if (rowCount > MOST + 1) throw new RangeError(`${rowCount} rows to compare with, at most ${MOST + 1} are possible`);
  const listStarts = stepped(starts);
  const itemCount = listStarts.at(-1) ?? 0;
  const sumsAt = 4 * itemCount;
  const entriesAt = sumsAt + 4 * rowCount;
  const memory = fastMemory(entriesAt + 12 * AT_ONCE);
  // What fills a list up adds nothing to the first row.
  const items = new Uint32Array(memory.buffer, 0, itemCount);
  for (let f = 0; f + 1 < starts.length; f++) {
    let item = listStarts[f] as number;
    for (let at = starts[f] as number; at < (starts[f + 1] as number); at++)
      items[item++] = (rows[at] as number) + (MOST + 1) * Math.round(MOST * (weights[at] as number));
  }
  const sums = new Float32Array(memory.buffer, sumsAt, rowCount);
  const entries = new Uint32Array(memory.buffer, entriesAt, 3 * AT_ONCE);
  const factors = new Float32Array(memory.buffer, entriesAt, 3 * AT_ONCE);
  return (vector, out) => {
    sums.fill(0);
    let size = 0;
    const flush = () => {
      if (size > 0) memory.spread(entriesAt, entriesAt + 12 * size, sumsAt);
      size = 0;
    };
    for (let i = 0; i < vector.features.length; i++) {
      const feature = vector.features[i] as number;
      const from = listStarts[feature] as number;
      const to = listStarts[feature + 1] as number;
      if (from === to) continue;
      entries[3 * size] = 4 * from;
      entries[3 * size + 1] = 4 * to;
      factors[3 * size + 2] = (vector.weights[i] as number) / MOST;
      if (++size === AT_ONCE) flush();
    }
    flush();
    out.set(sums);
  };
}

/** Where lists begin, each filled up to whole steps. */
function stepped(starts: Uint32Array): Uint32Array {
  const own = new Uint32Array(starts.length);
  for (let f = 0; f + 1 < starts.length; f++) {
    const length = (starts[f + 1] as number) - (starts[f] as number);
    own[f + 1] = (own[f] as number) + Math.ceil(length / SPREAD_STEP) * SPREAD_STEP;
  }
  return own;
}
