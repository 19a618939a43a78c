import { TILE_COLUMNS, TILE_ROWS, TILE_STEP } from './fast-loops.js';
import { type Matrix, type Numbers, rowProduct } from './matrix.js';

/** Rows and columns worked on together. */
export const BLOCK = 32;
/** Length of row that is gone through at a time, so that two blocks of rows stay in the processor's cache. */
const CHUNK = 512;

export type Span = readonly [from: number, to: number];

/** Start and end of each block of n rows. */
export function blocksOf(n: number): readonly Span[] {
  const blocks: [number, number][] = [];
  for (let start = 0; start < n; start += BLOCK) blocks.push([start, Math.min(n, start + BLOCK)]);
  return blocks;
}

/** Where the sums of one block of products are written (doubles: chunks of single precision add up in them): `sums[(i - i0) * BLOCK + (j - j0)]`. */
export const blockSums = (): Float64Array => new Float64Array(BLOCK * BLOCK);

/** For the rows i of one span and j of another, the sums over the columns k of a third of m[i,k]·m[j,k]. */
export function blockProducts(m: Matrix, [i0, i1]: Span, [j0, j1]: Span, [k0, k1]: Span, sums: Float64Array): void {
  sums.fill(0);
  const { values, width } = m;
  const iWhole = i1 - ((i1 - i0) % TILE_ROWS);
  const jWhole = j1 - ((j1 - j0) % TILE_COLUMNS);
  // Tiles take columns by fours; what is left over goes with the edges.
  const kWhole = k1 - ((k1 - k0) % TILE_STEP);
  for (let from = k0; from < kWhole; from += CHUNK) {
    const to = Math.min(kWhole, from + CHUNK);
    for (let i = i0; i < iWhole; i += TILE_ROWS)
      for (let j = j0; j < jWhole; j += TILE_COLUMNS)
        addTile(sums, (i - i0) * BLOCK + (j - j0), m.tile(i, j, from, to));
  }
  for (let i = i0; i < i1; i++)
    for (let j = j0; j < j1; j++) {
      const from = i < iWhole && j < jWhole ? kWhole : k0;
      if (from === k1) continue;
      const at = (i - i0) * BLOCK + (j - j0);
      sums[at] = (sums[at] as number) + rowProduct(values, width, i, j, from, k1);
    }
}

function addTile(sums: Float64Array, at: number, cells: Numbers): void {
  for (let r = 0; r < TILE_ROWS; r++)
    for (let c = 0; c < TILE_COLUMNS; c++) {
      const place = at + r * BLOCK + c;
      sums[place] = (sums[place] as number) + (cells[r * TILE_COLUMNS + c] as number);
    }
}
