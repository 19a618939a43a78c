import fc from 'fast-check';
import { solveCoarseRidge } from '../../src/answering/coarse-ridge.js';
import { invert } from '../../src/answering/inverse.js';
import { fastMatrix, type Matrix, plainMatrix } from '../../src/answering/matrix.js';
import { solveRidge } from '../../src/answering/ridge.js';
import { seeded } from '../../src/answering/seeded.js';

/** Likenesses of n points with random directions, as cosines. */
function likenessOf(n: number, seed: number): Float32Array {
  const random = seeded(seed);
  const points = Array.from({ length: n }, () => {
    const p = Array.from({ length: 6 }, () => random() - 0.3);
    const length = Math.hypot(...p);
    return p.map((x) => x / length);
  });
  return Float32Array.from({ length: n * n }, (_, at) => {
    const [a, b] = [points[Math.floor(at / n)] ?? [], points[at % n] ?? []];
    return a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
  });
}

const ofAll = (values: Float32Array) => ({
  values,
  columns: Uint32Array.from({ length: Math.sqrt(values.length) }, (_, i) => i),
});
const labelsOf = (n: number) => Uint16Array.from({ length: n }, (_, i) => i % 3);

const filled = (matrix: Matrix, values: Float64Array): Matrix => {
  matrix.values.set(values);
  return matrix;
};

describe.each([
  ['plain', (n: number, values: Float64Array) => plainMatrix(values.slice(), n)],
  ['fast', (n: number, values: Float64Array) => filled(fastMatrix(n, n), values)],
])('the inverse of a %s matrix', (name, make) => {
  it.each([1, 2, 3, 5, 31, 32, 33, 64, 67, 130])('of %i rows, times the matrix, is one', (n) => {
    const values = Float64Array.from(likenessOf(n, n), (x) => x * x);
    for (let i = 0; i < n; i++) values[i * n + i] = (values[i * n + i] ?? 0) + 0.1;
    const matrix = make(n, values);
    invert(matrix);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += (matrix.values[i * n + k] ?? 0) * (values[k * n + j] ?? 0);
        expect(sum).toBeCloseTo(i === j ? 1 : 0, name === 'plain' ? 9 : 3);
      }
  });
});

describe('scores without some phrasings', () => {
  it('are those of training anew without them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 12 }), (seed, hidden) => {
        const n = 40;
        const likeness = likenessOf(n, seed);
        // Balance 0: with balance, hiding phrasings would change what the others count for as well.
        const settings = { ridge: 0.2, balance: 0 };
        const fast = solveRidge(ofAll(likeness), labelsOf(n), 3, settings).scoresWithout([...Array(hidden).keys()]);
        const rest = Array.from({ length: n - hidden }, (_, i) => i + hidden);
        const small = Float32Array.from({ length: rest.length ** 2 }, (_, at) => {
          const [i, j] = [rest[Math.floor(at / rest.length)] ?? 0, rest[at % rest.length] ?? 0];
          return likeness[i * n + j] ?? 0;
        });
        const { weights } = solveRidge(ofAll(small), labelsOf(n).slice(hidden), 3, settings);
        for (let row = 0; row < hidden; row++)
          for (let label = 0; label < 3; label++) {
            let score = 0;
            rest.forEach((other, i) => {
              score += (likeness[row * n + other] ?? 0) ** 2 * (weights[i * 3 + label] ?? 0);
            });
            expect(fast[row * 3 + label]).toBeCloseTo(score, 4);
          }
      }),
      { numRuns: 30 },
    );
  });
});

describe('kernel ridge regression over landmarks', () => {
  const n = 40;
  const likeness = ofAll(likenessOf(n, 5));
  const settings = { ridge: 0.2, balance: 0.5 };

  it('over all rows is the exact one', () => {
    const [exact, coarse] = [solveRidge, solveCoarseRidge].map((s) => s(likeness, labelsOf(n), 3, settings).weights);
    // The landmarks' own weights may differ where the kernel is not of full rank; what they say may not.
    for (let row = 0; row < n; row++)
      for (let label = 0; label < 3; label++) {
        const score = (weights: Float64Array | undefined) =>
          Array.from({ length: n }, (_, i) => i).reduce(
            (sum, i) => sum + (likeness.values[row * n + i] ?? 0) ** 2 * (weights?.[i * 3 + label] ?? 0),
            0,
          );
        expect(score(coarse)).toBeCloseTo(score(exact), 2);
      }
  });

  it('without some rows is that of training anew without them', () => {
    const hidden = [1, 4, 7];
    const settled = { ridge: 0.2, balance: 0 };
    const columns = Uint32Array.of(0, 3, 6, 9, 12);
    const some = (rows: readonly number[]) => ({
      values: Float32Array.from(rows.flatMap((r) => [...columns].map((c) => likeness.values[r * n + c] ?? 0))),
      columns: Uint32Array.from(columns, (c) => rows.indexOf(c)),
    });
    const all = [...Array(n).keys()];
    const rest = all.filter((row) => !hidden.includes(row));
    const scores = solveCoarseRidge(some(all), labelsOf(n), 3, settled).scoresWithout(hidden, [4]);
    const labels = Uint16Array.from(rest, (row) => row % 3);
    const { weights } = solveCoarseRidge(some(rest), labels, 3, settled);
    for (let label = 0; label < 3; label++) {
      const anew = [...columns].reduce(
        (sum, c, i) => sum + (likeness.values[4 * n + c] ?? 0) ** 2 * (weights[i * 3 + label] ?? 0),
        0,
      );
      expect(scores[label]).toBeCloseTo(anew, 3);
    }
  });
});
