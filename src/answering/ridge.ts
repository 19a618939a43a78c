import { factorise, solveFactorised } from './cholesky.js';
import { invert } from './inverse.js';
import type { Likeness } from './likeness.js';
import { fastMatrix, type Numbers } from './matrix.js';

/** What kernel ridge regression needs beside the likenesses. */
export interface RidgeSettings {
  /** How much is given up in fit for smoothness. */
  readonly ridge: number;
  /** 0: every phrasing counts the same; 1: every label does. */
  readonly balance: number;
}

/**
 * A solved kernel ridge regression (kernel: likeness squared, which takes in pairs of features). It answers exactly, without training anew,
 * what the scores would be had some phrasings not been there.
 */
export interface Ridge {
  /** Columns of the likeness × labels. */
  readonly weights: Float64Array;
  /**
   * Scores of the wanted phrasings (of the hidden ones, all unless told), had the hidden ones not been there in training: rows in the given
   * order × labels.
   */
  readonly scoresWithout: (hidden: readonly number[], wanted?: readonly number[]) => Float64Array;
}

/**
 * Solves for all labels at once. The likeness is of all phrasings to all; memory is 4·n² bytes beyond it, time about n³
 * operations.
 */
export function solveRidge(
  likeness: Likeness,
  rowLabels: Uint16Array,
  labelCount: number,
  settings: RidgeSettings,
): Ridge {
  const n = rowLabels.length;
  const importance = labelImportance(rowLabels, labelCount, settings.balance);
  const matrix = fastMatrix(n, n);
  const inverse = matrix.values;
  for (let at = 0; at < inverse.length; at++) inverse[at] = (likeness.values[at] as number) ** 2;
  rowLabels.forEach((label, i) => {
    inverse[i * n + i] = (inverse[i * n + i] as number) + settings.ridge / (importance[label] as number);
  });
  invert(matrix);
  const weights = new Float64Array(n * labelCount);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const at = i * labelCount + (rowLabels[j] as number);
      weights[at] = (weights[at] as number) + (inverse[i * n + j] as number);
    }
  return {
    weights,
    scoresWithout: (hidden, wanted = hidden) => {
      const scores = scoresWithout(hidden, inverse, weights, rowLabels, labelCount);
      return wanted === hidden ? scores : picked(scores, hidden, wanted, labelCount);
    },
  };
}

/** A rare label's phrasings count for more: (n / (labels × phrasings of the label)) ^ balance. */
export function labelImportance(rowLabels: Uint16Array, labelCount: number, balance: number): Float64Array {
  const counts = new Float64Array(labelCount);
  for (const label of rowLabels) counts[label] = (counts[label] as number) + 1;
  return counts.map((count) => (rowLabels.length / (labelCount * Math.max(1, count))) ** balance);
}

function picked(
  scores: Float64Array,
  rows: readonly number[],
  wanted: readonly number[],
  labelCount: number,
): Float64Array {
  const places = new Map(rows.map((row, i) => [row, i]));
  const some = new Float64Array(wanted.length * labelCount);
  wanted.forEach((row, i) => {
    const at = (places.get(row) ?? 0) * labelCount;
    some.set(scores.subarray(at, at + labelCount), i * labelCount);
  });
  return some;
}

/** With G the inverse and Y the targets, the scores of hidden rows F are Y_F − (G_FF)⁻¹ (G Y)_F. */
function scoresWithout(
  rows: readonly number[],
  inverse: Numbers,
  weights: Float64Array,
  rowLabels: Uint16Array,
  labelCount: number,
): Float64Array {
  const n = rowLabels.length;
  const size = rows.length;
  const matrix = fastMatrix(size, size);
  const block = matrix.values;
  const scores = new Float64Array(size * labelCount);
  rows.forEach((row, i) => {
    rows.forEach((other, j) => {
      block[i * size + j] = inverse[row * n + other] as number;
    });
    scores.set(weights.subarray(row * labelCount, (row + 1) * labelCount), i * labelCount);
  });
  factorise(matrix);
  solveFactorised(block, size, scores, labelCount);
  for (let at = 0; at < scores.length; at++) scores[at] = -(scores[at] as number);
  rows.forEach((row, i) => {
    const at = i * labelCount + (rowLabels[row] as number);
    scores[at] = (scores[at] as number) + 1;
  });
  return scores;
}
