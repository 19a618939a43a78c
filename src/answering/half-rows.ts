import type { DenseRows } from './dense-rows.js';
import { DOT_STEP } from './fast-loops.js';
import { fastMemory } from './fast-products.js';

/** The upper half of a Float32, rounded to the nearest: 8 bits of its fraction, so it is off by 0.2 % at the most. */
const upperHalf = (bits: number): number => (bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16;

/**
 * Rows kept in half the memory, made ready for many messages: the function that is given back writes the dot product of a vector's
 * squares with each `wanted` row over `out`, and leaves the others as they are. The errors of a row's numbers are random, so a product
 * over thousands of them is off by far less than each.
 */
export function halfScannerOf({
  size,
  values,
}: DenseRows): (vector: Float32Array, out: Float32Array, wanted: readonly number[]) => void {
  const rowCount = size > 0 ? values.length / size : 0;
  const padded = Math.ceil(size / DOT_STEP) * DOT_STEP;
  const length = 2 * padded;
  const rowsEnd = rowCount * length;
  const queryEnd = rowsEnd + 4 * padded;
  const memory = fastMemory(queryEnd + 4);
  const rows = new Uint16Array(memory.buffer, 0, rowCount * padded);
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  for (let row = 0; row < rowCount; row++)
    for (let i = 0; i < size; i++) rows[row * padded + i] = upperHalf(bits[row * size + i] as number);
  const query = new Float32Array(memory.buffer, rowsEnd, padded);
  const product = new Float32Array(memory.buffer, queryEnd, 1);
  return (vector, out, wanted) => {
    if (size === 0) return;
    query.set(vector);
    memory.squares(rowsEnd, queryEnd);
    for (const row of wanted) {
      memory.halfDots(row * length, (row + 1) * length, length, rowsEnd, queryEnd);
      out[row] = product[0] as number;
    }
  };
}
