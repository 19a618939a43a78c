import { BLOCK, blockProducts, blockSums, blocksOf } from './block-products.js';
import { factorise, solveFactorised } from './cholesky.js';
import type { Likeness } from './likeness.js';
import { fastMatrix, type Matrix, plainMatrix } from './matrix.js';
import { labelImportance, type Ridge, type RidgeSettings } from './ridge.js';

/** Rows whose products are summed at a time. */
const BATCH = 2048;
/** Keeps the sums, which are of single precision, positive definite; as a part of their mean diagonal. */
const JITTER = 1e-6;

/** Sums over some rows: kernel × kernelᵀ (lower triangle), and kernel × targets. */
interface Sums {
  readonly products: Float64Array;
  readonly targets: Float64Array;
}

/**
 * Kernel ridge regression over landmarks (Nyström's approximation; Williams and Seeger 2001): all phrasings are learned from,
 * but a message is only compared with the landmarks, so neither its time nor the model grows with their number. Time
 * about rows × landmarks², memory 4 bytes × rows × landmarks. Less exact than comparing with all.
 */
export function solveCoarseRidge(
  likeness: Likeness,
  rowLabels: Uint16Array,
  labelCount: number,
  settings: RidgeSettings,
): Ridge {
  const importance = labelImportance(rowLabels, labelCount, settings.balance);
  const weightOf = (row: number) => importance[rowLabels[row] as number] as number;
  const batch = fastMatrix(likeness.columns.length, BATCH);
  const sums = (rows: ArrayLike<number>) => sumRows(rows, likeness, rowLabels, labelCount, weightOf, batch);
  const all = sums(Array.from(rowLabels.keys()));
  const penalty = penaltyOf(likeness, settings.ridge);
  return {
    weights: solve(all, penalty, labelCount),
    scoresWithout: (hidden, wanted = hidden) => {
      const gone = sums(hidden);
      const rest = { products: minus(all.products, gone.products), targets: minus(all.targets, gone.targets) };
      return scoresOf(wanted, likeness, solve(rest, penalty, labelCount), labelCount);
    },
  };
}

const minus = (a: Float64Array, b: Float64Array): Float64Array => a.map((x, i) => x - (b[i] as number));
const kernelAt = ({ values, columns }: Likeness, row: number, column: number): number =>
  (values[row * columns.length + column] as number) ** 2;

function sumRows(
  rows: ArrayLike<number>,
  likeness: Likeness,
  rowLabels: Uint16Array,
  labelCount: number,
  weightOf: (row: number) => number,
  batch: Matrix,
): Sums {
  const m = likeness.columns.length;
  const products = new Float64Array(m * m);
  const targets = new Float64Array(m * labelCount);
  const blocks = blocksOf(m);
  const cells = blockSums();
  for (let from = 0; from < rows.length; from += BATCH) {
    const count = Math.min(BATCH, rows.length - from);
    batch.values.fill(0);
    for (let k = 0; k < count; k++) {
      const row = rows[from + k] as number;
      const weight = weightOf(row);
      const root = Math.sqrt(weight);
      const label = rowLabels[row] as number;
      for (let c = 0; c < m; c++) {
        const kernel = kernelAt(likeness, row, c);
        batch.values[c * BATCH + k] = root * kernel;
        const at = c * labelCount + label;
        targets[at] = (targets[at] as number) + weight * kernel;
      }
    }
    blocks.forEach(([i0, i1], ib) => {
      for (const [j0, j1] of blocks.slice(0, ib + 1)) {
        blockProducts(batch, [i0, i1], [j0, j1], [0, BATCH], cells);
        for (let i = i0; i < i1; i++)
          for (let j = j0; j < Math.min(j1, i + 1); j++) {
            const at = i * m + j;
            products[at] = (products[at] as number) + (cells[(i - i0) * BLOCK + (j - j0)] as number);
          }
      }
    });
  }
  return { products, targets };
}

/** Ridge × kernel between the landmarks themselves. */
function penaltyOf(likeness: Likeness, ridge: number): Float64Array {
  const m = likeness.columns.length;
  return Float64Array.from(
    { length: m * m },
    (_, at) => ridge * kernelAt(likeness, likeness.columns[Math.floor(at / m)] as number, at % m),
  );
}

function solve({ products, targets }: Sums, penalty: Float64Array, labelCount: number): Float64Array {
  const m = targets.length / labelCount;
  const system = products.map((x, at) => x + (penalty[at] as number));
  let trace = 0;
  for (let i = 0; i < m; i++) trace += system[i * m + i] as number;
  for (let i = 0; i < m; i++) system[i * m + i] = (system[i * m + i] as number) + (JITTER * trace) / m;
  factorise(plainMatrix(system, m));
  const weights = targets.slice();
  solveFactorised(system, m, weights, labelCount);
  return weights;
}

function scoresOf(
  rows: readonly number[],
  likeness: Likeness,
  weights: Float64Array,
  labelCount: number,
): Float64Array {
  const scores = new Float64Array(rows.length * labelCount);
  rows.forEach((row, i) => {
    for (let c = 0; c < likeness.columns.length; c++) {
      const kernel = kernelAt(likeness, row, c);
      if (kernel === 0) continue;
      for (let label = 0; label < labelCount; label++) {
        const at = i * labelCount + label;
        scores[at] = (scores[at] as number) + kernel * (weights[c * labelCount + label] as number);
      }
    }
  });
  return scores;
}
