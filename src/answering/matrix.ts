import { TILE_COLUMNS, TILE_ROWS } from './fast-loops.js';
import { fastMemory } from './fast-products.js';

/** The numbers of a matrix: double precision for small ones; single for large ones, which halves memory and doubles speed. */
export type Numbers = Float64Array | Float32Array;

/** Rows of numbers of one width, one after the other, and sums of products between rows. */
export interface Matrix {
  readonly values: Numbers;
  readonly width: number;
  /**
   * For the rows i to i+3 and j, j+1: their 8 products over the columns from ≤ k < to (a multiple of four of them), row by row.
   * The array is the same each time.
   */
  readonly tile: (i: number, j: number, from: number, to: number) => Numbers;
}

const CELLS = TILE_ROWS * TILE_COLUMNS;

/** A matrix of zeros in memory of its own, over which vector instructions run: for large ones, in single precision. */
export function fastMatrix(rows: number, width: number): Matrix & { readonly values: Float32Array } {
  const start = CELLS * 4;
  const memory = fastMemory(start + rows * width * 4);
  const cells = new Float32Array(memory.buffer, 0, CELLS);
  return {
    values: new Float32Array(memory.buffer, start, rows * width),
    width,
    tile: (i, j, from, to) => {
      if (to <= from) return cells.fill(0);
      const a = start + 4 * (i * width + from);
      const b = start + 4 * (j * width + from);
      memory.tile(a, b, 4 * width, 4 * (to - from), 0);
      return cells;
    },
  };
}

/** A matrix over the given numbers, for small ones. */
export function plainMatrix(values: Float64Array, width: number): Matrix {
  const cells = new Float64Array(CELLS);
  return {
    values,
    width,
    tile: (i, j, from, to) => {
      for (let cell = 0; cell < CELLS; cell++) {
        const row = i + Math.floor(cell / TILE_COLUMNS);
        cells[cell] = rowProduct(values, width, row, j + (cell % TILE_COLUMNS), from, to);
      }
      return cells;
    },
  };
}

/** The sum over from ≤ k < to of m[i,k]·m[j,k]; four partial sums, so that no addition waits for the one before. */
export function rowProduct(m: Numbers, width: number, i: number, j: number, from: number, to: number): number {
  const a = i * width;
  const b = j * width;
  const whole = from + ((to - from) & ~3);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let k = from; k < whole; k += 4) {
    s0 += (m[a + k] as number) * (m[b + k] as number);
    s1 += (m[a + k + 1] as number) * (m[b + k + 1] as number);
    s2 += (m[a + k + 2] as number) * (m[b + k + 2] as number);
    s3 += (m[a + k + 3] as number) * (m[b + k + 3] as number);
  }
  for (let k = whole; k < to; k++) s0 += (m[a + k] as number) * (m[b + k] as number);
  return s0 + s1 + (s2 + s3);
}
