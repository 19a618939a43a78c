import { BLOCK, blockProducts, blockSums, blocksOf, type Span } from './block-products.js';
import type { DenseRows } from './dense-rows.js';
import type { Sparse } from './features.js';
import { type LexicalIndex, lexicalSimilarities } from './lexical-index.js';
import { fastMatrix } from './matrix.js';

/** How alike phrasings are to those that a message will be compared with. */
export interface Likeness {
  /** Rows × columns, 0 to 1, row by row; a row a phrasing. */
  readonly values: Float32Array;
  /** Which phrasing each column is, ascending: all of them, or landmarks. */
  readonly columns: Uint32Array;
}

/** In words and characters; `index` holds the columns' vectors in their order. */
export function lexicalLikeness(index: LexicalIndex, vectors: readonly Sparse[], columns: Uint32Array): Likeness {
  const width = columns.length;
  const values = new Float32Array(vectors.length * width);
  vectors.forEach((vector, row) => {
    lexicalSimilarities(index, vector, values.subarray(row * width, (row + 1) * width));
  });
  return { values, columns };
}

/** How much likeness in words counts beside that in meaning: chosen on hidden voices and hidden entries; 0.35 to 0.5 do alike. */
const LEXICAL = 0.4;

/** How likenesses in words and in meaning come together; the same for one message and for all phrasings. */
export const together = (lexical: number, semantic: number): number => LEXICAL * lexical + (1 - LEXICAL) * semantic;

/** Brings the likeness in meaning into that in words, in place; `rows` are the vectors of all phrasings. */
export function joinMeaning({ values, columns }: Likeness, rows: DenseRows): void {
  const { size } = rows;
  const n = rows.values.length / size;
  const width = columns.length;
  // Behind the rows, the columns' vectors once more, so that both are rows of one matrix.
  const meaning = fastMatrix(n + width, size);
  meaning.values.set(rows.values);
  columns.forEach((row, c) => {
    meaning.values.set(rows.values.subarray(row * size, (row + 1) * size), (n + c) * size);
  });
  const sums = blockSums();
  const shifted = blocksOf(width).map(([from, to]): Span => [n + from, n + to]);
  for (const [i0, i1] of blocksOf(n))
    for (const [j0, j1] of shifted) {
      blockProducts(meaning, [i0, i1], [j0, j1], [0, size], sums);
      for (let i = i0; i < i1; i++)
        for (let j = j0; j < j1; j++) {
          const at = i * width + (j - n);
          values[at] = together(values[at] as number, sums[(i - i0) * BLOCK + (j - j0)] as number);
        }
    }
}
