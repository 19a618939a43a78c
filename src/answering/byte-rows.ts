import { type DenseRows, unit } from './dense-rows.js';
import { BYTE_STEP } from './fast-loops.js';
import { fastMemory } from './fast-products.js';

/** Dense vectors of one length with a byte a number: a quarter of the memory, and of what each message has to go through. */
export interface ByteRows {
  readonly size: number;
  /** -127 to 127, one vector after the other. */
  readonly values: Int8Array;
  /** What a 1 of each vector stands for. */
  readonly scales: Float32Array;
}

const LARGEST = 127;

/** Rows rounded to bytes, each by its own scale: cosines are off by less than 0.01. */
export function byteRows({ size, values }: DenseRows): ByteRows {
  const count = size > 0 ? values.length / size : 0;
  const bytes = new Int8Array(values.length);
  const scales = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    const from = row * size;
    scales[row] = roundTo(values.subarray(from, from + size), bytes.subarray(from, from + size));
  }
  return { size, values: bytes, scales };
}

/** Writes the vector in bytes and answers its scale; 0 for a zero vector. */
function roundTo(vector: Float32Array, bytes: Int8Array): number {
  let largest = 0;
  for (const x of vector) largest = Math.max(largest, Math.abs(x));
  if (largest === 0) return 0;
  const scale = largest / LARGEST;
  for (let i = 0; i < vector.length; i++) bytes[i] = Math.round((vector[i] as number) / scale);
  return scale;
}

/**
 * Makes rows ready for many messages. The function it gives brings a vector to length 1 and writes its product with every row
 * over `out`.
 */
export function byteScannerOf({ size, values, scales }: ByteRows): (vector: Float32Array, out: Float32Array) => void {
  const count = scales.length;
  const padded = Math.ceil(size / BYTE_STEP) * BYTE_STEP;
  const rowsEnd = count * padded;
  const memory = fastMemory(rowsEnd + padded + 4 * count);
  const rows = new Int8Array(memory.buffer, 0, rowsEnd);
  for (let row = 0; row < count; row++) rows.set(values.subarray(row * size, (row + 1) * size), row * padded);
  const query = new Int8Array(memory.buffer, rowsEnd, size);
  const products = new Int32Array(memory.buffer, rowsEnd + padded, count);
  const own = scales.slice();
  return (vector, out) => {
    if (count === 0) return;
    query.fill(0);
    const scale = roundTo(unit(vector), query);
    memory.byteDots(0, rowsEnd, padded, rowsEnd, rowsEnd + padded);
    for (let row = 0; row < count; row++) out[row] = (products[row] as number) * (own[row] as number) * scale;
  };
}
