import { BLOCK, blockProducts, blockSums, blocksOf } from './block-products.js';
import { type Matrix, type Numbers, rowProduct } from './matrix.js';

/**
 * Cholesky factor L (A = L·Lᵀ) of a symmetric positive definite matrix, in place, read and written in its lower triangle
 * only. About n³/3 operations, of which a fast matrix does some 16·10⁹ a second. Throws where the matrix is not positive
 * definite, which the ridge on its diagonal rules out.
 */
export function factorise(matrix: Matrix): void {
  const { values: m, width: n } = matrix;
  const sums = blockSums();
  const blocks = blocksOf(n);
  blocks.forEach(([j0, j1], jb) => {
    for (const [i0, i1] of blocks.slice(jb)) {
      blockProducts(matrix, [i0, i1], [j0, j1], [0, j0], sums);
      for (let i = i0; i < i1; i++)
        for (let j = j0; j < Math.min(j1, i + 1); j++) {
          const at = i * n + j;
          m[at] = (m[at] as number) - (sums[(i - i0) * BLOCK + (j - j0)] as number);
        }
      for (let i = i0; i < i1; i++)
        for (let j = j0; j < Math.min(j1, i + 1); j++) {
          const left = (m[i * n + j] as number) - rowProduct(m, n, i, j, j0, j);
          if (i === j && !(left > 0)) throw new Error('kernel matrix is not positive definite');
          m[i * n + j] = i === j ? Math.sqrt(left) : left / (m[j * n + j] as number);
        }
    }
  });
}

/**
 * Solves L·Lᵀ·X = B for the `width` columns of B (row-major), in place, with L as `factorise` leaves it.
 */
export function solveFactorised(l: Numbers, n: number, b: Float64Array, width: number): void {
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) addRow(b, i, k, -(l[i * n + k] as number), width);
    scaleRow(b, i, 1 / (l[i * n + i] as number), width);
  }
  for (let i = n - 1; i >= 0; i--) {
    scaleRow(b, i, 1 / (l[i * n + i] as number), width);
    for (let k = 0; k < i; k++) addRow(b, k, i, -(l[i * n + k] as number), width);
  }
}

function addRow(b: Float64Array, to: number, from: number, factor: number, width: number) {
  const target = to * width;
  const source = from * width;
  for (let c = 0; c < width; c++) b[target + c] = (b[target + c] as number) + factor * (b[source + c] as number);
}

function scaleRow(b: Float64Array, row: number, factor: number, width: number) {
  for (let c = row * width; c < (row + 1) * width; c++) b[c] = (b[c] as number) * factor;
}
