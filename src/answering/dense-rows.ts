import { DOT_STEP } from './fast-loops.js';
import { fastMemory } from './fast-products.js';

/** Dense vectors of one length, one after the other. */
export interface DenseRows {
  readonly size: number;
  readonly values: Float32Array;
}

/** Vectors as rows, each brought to length 1; a zero vector stays zero. */
export function denseRows(vectors: readonly Float32Array[], size: number): DenseRows {
  const values = new Float32Array(vectors.length * size);
  vectors.forEach((vector, row) => {
    values.set(unit(vector), row * size);
  });
  return { size, values };
}

/** Some of the rows, in the given order. */
export function rowsOf({ size, values }: DenseRows, rows: ArrayLike<number>): DenseRows {
  const some = new Float32Array(rows.length * size);
  for (let i = 0; i < rows.length; i++) {
    const at = (rows[i] as number) * size;
    some.set(values.subarray(at, at + size), i * size);
  }
  return { size, values: some };
}

/** A vector brought to length 1. */
export function unit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const x of vector) square += x * x;
  const length = Math.sqrt(square) || 1;
  return vector.map((x) => x / length);
}

/**
 * Makes rows ready for many messages: copied into memory over which vector instructions run (0.4 ms for 6,500 rows of 512, where
 * a plain loop takes 3). The function it gives writes the dot product of a vector with every row over `out`; with `wanted`, of these rows alone,
 * and the others stay as they are.
 */
export function scannerOf({
  size,
  values,
}: DenseRows): (vector: Float32Array, out: Float32Array, wanted?: readonly number[]) => void {
  const rowCount = size > 0 ? values.length / size : 0;
  const padded = Math.ceil(size / DOT_STEP) * DOT_STEP;
  const rowsEnd = 4 * rowCount * padded;
  const memory = fastMemory(rowsEnd + 4 * (padded + rowCount));
  const rows = new Float32Array(memory.buffer, 0, rowCount * padded);
  for (let row = 0; row < rowCount; row++) rows.set(values.subarray(row * size, (row + 1) * size), row * padded);
  const query = new Float32Array(memory.buffer, rowsEnd, padded);
  const products = new Float32Array(memory.buffer, rowsEnd + 4 * padded, rowCount);
  const length = 4 * padded;
  return (vector, out, wanted) => {
    if (rowCount === 0) return;
    query.set(vector);
    if (!wanted) {
      memory.dots(0, rowsEnd, length, rowsEnd, rowsEnd + length);
      out.set(products);
      return;
    }
    for (const row of wanted) {
      memory.dots(row * length, (row + 1) * length, length, rowsEnd, rowsEnd + length);
      out[row] = products[0] as number;
    }
  };
}
