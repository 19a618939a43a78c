import { BLOCK, blockProducts, blockSums, blocksOf } from './block-products.js';
import { factorise } from './cholesky.js';
import { type Matrix, rowProduct } from './matrix.js';

/**
 * The inverse of a symmetric positive definite matrix, in place (the lower triangle is read, both
 * are written). About n³ operations. The triangles serve as working space: L below the diagonal, N = (L⁻¹)ᵀ on and
 * above it, then N·Nᵀ below.
 */
export function invert(matrix: Matrix): void {
  factorise(matrix);
  invertFactor(matrix, diagonalOf(matrix));
  const diagonal = squareFactor(matrix);
  const { values: m, width: n } = matrix;
  for (let i = 0; i < n; i++) {
    m[i * n + i] = diagonal[i] as number;
    for (let j = 0; j < i; j++) m[j * n + i] = m[i * n + j] as number;
  }
}

function diagonalOf({ values, width }: Matrix): Float64Array {
  return Float64Array.from({ length: width }, (_, i) => values[i * width + i] as number);
}

/** Writes N = (L⁻¹)ᵀ on and above the diagonal; `diagonal` is that of L, the rest of L stands below. */
function invertFactor(matrix: Matrix, diagonal: Float64Array): void {
  const { values: m, width: n } = matrix;
  const sums = blockSums();
  const blocks = blocksOf(n);
  blocks.forEach(([j0, j1], jb) => {
    for (let j = j0; j < j1; j++) {
      m[j * n + j] = 1 / (diagonal[j] as number);
      for (let i = j + 1; i < j1; i++) m[j * n + i] = -rowProduct(m, n, j, i, j, i) / (diagonal[i] as number);
    }
    for (const [i0, i1] of blocks.slice(jb + 1)) {
      blockProducts(matrix, [j0, j1], [i0, i1], [j1, i0], sums);
      for (let j = j0; j < j1; j++)
        for (let i = i0; i < i1; i++) {
          const before = rowProduct(m, n, j, i, j, j1) + (sums[(j - j0) * BLOCK + (i - i0)] as number);
          m[j * n + i] = -(before + rowProduct(m, n, j, i, i0, i)) / (diagonal[i] as number);
        }
    }
  });
}

/** Writes N·Nᵀ below the diagonal and gives its diagonal. */
function squareFactor(matrix: Matrix): Float64Array {
  const { values: m, width: n } = matrix;
  const sums = blockSums();
  const diagonal = new Float64Array(n);
  const blocks = blocksOf(n);
  blocks.forEach(([i0, i1], ib) => {
    for (const [j0, j1] of blocks.slice(0, ib + 1)) {
      blockProducts(matrix, [i0, i1], [j0, j1], [i1, n], sums);
      for (let i = i0; i < i1; i++)
        for (let j = j0; j < Math.min(j1, i + 1); j++) {
          const sum = rowProduct(m, n, i, j, i, i1) + (sums[(i - i0) * BLOCK + (j - j0)] as number);
          if (i === j) diagonal[i] = sum;
          else m[i * n + j] = sum;
        }
    }
  });
  return diagonal;
}
