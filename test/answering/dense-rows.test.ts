import { byteRows, byteScannerOf } from '../../src/answering/byte-rows.js';
import { denseRows, unit } from '../../src/answering/dense-rows.js';
import { halfScannerOf } from '../../src/answering/half-rows.js';
import { seeded } from '../../src/answering/seeded.js';

describe('dense rows', () => {
  it('are the vectors one after the other, each of length 1; a zero vector stays zero', () => {
    const { size, values } = denseRows([Float32Array.of(3, 4), new Float32Array(2)], 2);
    expect(size).toBe(2);
    expect([...values].map((x) => Number(x.toFixed(6)))).toEqual([0.6, 0.8, 0, 0]);
  });
});

describe('rows of halves', () => {
  it.each([1, 15, 16, 17, 512, 5_000])(
    'of %i numbers have nearly the products of the rows they come from with the squares of a vector',
    (size) => {
      const random = seeded(size);
      const rows = Array.from({ length: 5 }, () => Float32Array.from({ length: size }, () => random() - 0.5));
      const values = Float32Array.from(rows.flatMap((row) => [...row]));
      const query = Float32Array.from({ length: size }, () => random());
      const out = new Float32Array(5).fill(9);
      halfScannerOf({ size, values })(query, out, [0, 2, 4]);
      rows.forEach((row, i) => {
        const parts = Array.from(row, (x, j) => x * (query[j] ?? 0) ** 2);
        const product = parts.reduce((sum, x) => sum + x, 0);
        const largest = parts.reduce((sum, x) => sum + Math.abs(x), 0);
        if (i % 2 === 1) expect(out[i]).toBe(9);
        else expect(Math.abs((out[i] ?? 0) - product)).toBeLessThan(0.002 * largest + 1e-6);
      });
    },
  );

  it('may be none, and may be zero', () => {
    halfScannerOf({ size: 512, values: new Float32Array(0) })(new Float32Array(512), new Float32Array(0), []);
    const out = Float32Array.of(9);
    halfScannerOf({ size: 16, values: new Float32Array(16) })(new Float32Array(16).fill(1), out, [0]);
    expect([...out]).toEqual([0]);
  });

  it('keep what half a number can say as it is', () => {
    const out = new Float32Array(1);
    halfScannerOf({ size: 3, values: Float32Array.of(1, -0.5, 384) })(Float32Array.of(1, -2, 1), out, [0]);
    expect(out[0]).toBe(383);
  });
});

describe('rows of bytes', () => {
  it.each([1, 31, 32, 33, 512])('of %i numbers have nearly the cosines of the rows they come from', (size) => {
    const random = seeded(size);
    const vectors = Array.from({ length: 9 }, () => Float32Array.from({ length: size }, () => random() - 0.5));
    const query = Float32Array.from({ length: size }, () => random() - 0.5);
    const out = new Float32Array(9);
    byteScannerOf(byteRows(denseRows(vectors, size)))(query, out);
    const asked = unit(query);
    vectors.forEach((vector, row) => {
      const cosine = unit(vector).reduce((sum, x, i) => sum + x * (asked[i] ?? 0), 0);
      expect(Math.abs((out[row] ?? 0) - cosine)).toBeLessThan(0.01);
    });
  });

  it('may be none, and may be zero', () => {
    const out = Float32Array.of(9);
    byteScannerOf(byteRows(denseRows([new Float32Array(16)], 16)))(new Float32Array(16).fill(1), out);
    expect([...out]).toEqual([0]);
    byteScannerOf(byteRows(denseRows([], 16)))(new Float32Array(16), new Float32Array(0));
  });
});
