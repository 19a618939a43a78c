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
