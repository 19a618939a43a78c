import { BLOCK, blockProducts, blockSums, blocksOf } from './block-products.js';
import type { DenseRows } from './dense-rows.js';
import type { Sparse } from './features.js';
import { type LexicalIndex, lexicalSimilarities } from './lexical-index.js';
import { fastMatrix } from './matrix.js';

/** The likeness of all phrasings to all, in words and characters: n × n, 0 to 1, row by row. */
export function lexicalLikeness(index: LexicalIndex, vectors: readonly Sparse[]): Float32Array {
  const n = vectors.length;
  const likeness = new Float32Array(n * n);
  vectors.forEach((vector, row) => {
    lexicalSimilarities(index, vector, likeness.subarray(row * n, (row + 1) * n));
  });
  return likeness;
}

/** How much likeness in words counts beside that in meaning: chosen on hidden voices and hidden entries; 0.35 to 0.5 do alike. */
const LEXICAL = 0.4;

/** How likenesses in words and in meaning come together; the same for one message and for all phrasings. */
export const together = (lexical: number, semantic: number): number => LEXICAL * lexical + (1 - LEXICAL) * semantic;

/** Brings the likeness in meaning into a matrix of likenesses in words, in place. */
export function joinMeaning(likeness: Float32Array, rows: DenseRows, n: number): void {
  const { size } = rows;
  const meaning = fastMatrix(n, size);
  meaning.values.set(rows.values);
  const sums = blockSums();
  const blocks = blocksOf(n);
  blocks.forEach(([i0, i1], ib) => {
    for (const [j0, j1] of blocks.slice(0, ib + 1)) {
      blockProducts(meaning, [i0, i1], [j0, j1], [0, size], sums);
      for (let i = i0; i < i1; i++)
        for (let j = j0; j < Math.min(j1, i + 1); j++) {
          const semantic = sums[(i - i0) * BLOCK + (j - j0)] as number;
          const joined = together(likeness[i * n + j] as number, semantic);
          likeness[i * n + j] = joined;
          likeness[j * n + i] = joined;
        }
    }
  });
}
