import { factorise, solveFactorised } from './cholesky.js';
import { plainMatrix } from './matrix.js';

/** A logistic model over standardised inputs; the last weight is the constant. */
export interface Logistic {
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Strength of the pull of weights towards zero, in rows: keeps them finite where the data parts cleanly, and modest where
 * rows are few (some hundreds). The constant is all but free.
 */
const RIDGE = 20;
const CONSTANT_RIDGE = 1e-3;
const STEPS = 30;
const SETTLED = 1e-8;

/** The probability that the model gives, rising with its weighted sum of the inputs. */
export function probability(model: Logistic, inputs: Float64Array): number {
  const size = model.mean.length;
  let sum = model.weights[size] as number;
  for (let i = 0; i < size; i++) {
    const standard = ((inputs[i] as number) - (model.mean[i] as number)) / (model.scale[i] as number);
    sum += (model.weights[i] as number) * standard;
  }
  return 1 / (1 + Math.exp(-sum));
}

/** Weighted logistic regression by Newton steps. Rows, outcomes and importances (at least one each) go together. */
export function fitLogistic(
  rows: readonly Float64Array[],
  outcomes: readonly boolean[],
  importance: readonly number[],
): Logistic {
  const size = rows[0]?.length ?? 0;
  const { mean, scale } = standards(rows, size);
  const width = size + 1;
  const standard = rows.map((row) => {
    const z = new Float64Array(width).fill(1);
    for (let i = 0; i < size; i++) z[i] = ((row[i] as number) - (mean[i] as number)) / (scale[i] as number);
    return z;
  });
  const weights = new Float64Array(width);
  for (let step = 0; step < STEPS; step++) {
    const change = newtonStep(standard, outcomes, importance, weights);
    let largest = 0;
    for (let i = 0; i < width; i++) {
      weights[i] = (weights[i] as number) - (change[i] as number);
      largest = Math.max(largest, Math.abs(change[i] as number));
    }
    if (largest < SETTLED) break;
  }
  return { mean, scale, weights };
}

function standards(rows: readonly Float64Array[], size: number) {
  const mean = new Float64Array(size);
  const scale = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    let squares = 0;
    for (const row of rows) {
      sum += row[i] as number;
      squares += (row[i] as number) ** 2;
    }
    const middle = sum / Math.max(1, rows.length);
    mean[i] = middle;
    // An input that never differs says nothing; a scale of 1 leaves it at zero.
    const spread = Math.sqrt(Math.max(0, squares / Math.max(1, rows.length) - middle * middle));
    scale[i] = spread > 1e-9 ? spread : 1;
  }
  return { mean, scale };
}

function newtonStep(
  rows: readonly Float64Array[],
  outcomes: readonly boolean[],
  importance: readonly number[],
  weights: Float64Array,
): Float64Array {
  const width = weights.length;
  const curvature = new Float64Array(width * width);
  const pull = (i: number) => (i === width - 1 ? CONSTANT_RIDGE : RIDGE);
  const slope = weights.map((w, i) => pull(i) * w);
  for (let i = 0; i < width; i++) curvature[i * width + i] = pull(i);
  rows.forEach((row, r) => {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += (row[i] as number) * (weights[i] as number);
    const p = 1 / (1 + Math.exp(-sum));
    const share = importance[r] as number;
    const error = share * (p - (outcomes[r] ? 1 : 0));
    const bend = share * p * (1 - p);
    for (let i = 0; i < width; i++) {
      const x = row[i] as number;
      slope[i] = (slope[i] as number) + error * x;
      const b = bend * x;
      for (let j = 0; j <= i; j++)
        curvature[i * width + j] = (curvature[i * width + j] as number) + b * (row[j] as number);
    }
  });
  factorise(plainMatrix(curvature, width));
  solveFactorised(curvature, width, slope, 1);
  return slope;
}
