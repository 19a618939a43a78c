import { learnFeatures } from '../../src/answering/features.js';
import { indexRows, lexicalSimilarities } from '../../src/answering/lexical-index.js';
import { ALIKE } from '../../src/lessons/propose.js';
import { maskNames } from '../../src/understanding/prepare.js';
import { projectKnowledge } from '../support/knowledge.js';

/** Every so many-th phrasing is compared with all others: enough for two figures, in a tenth of the time. */
const EVERY = 10;

/** Of pairs of phrasings by different hands that are at least so alike, the share that belongs to one label; by hundredths of likeness. */
function sharesOfOneLabel(): readonly number[] {
  const { phrasings, catalogue } = projectKnowledge();
  const mask = maskNames(catalogue);
  const { vocabulary, vectors } = learnFeatures(phrasings.map(({ text }) => mask(text)));
  const index = indexRows(vectors, vocabulary.idf.length);
  const likeness = new Float32Array(phrasings.length);
  const same = new Array<number>(102).fill(0);
  const pairs = new Array<number>(102).fill(0);
  vectors.forEach((vector, row) => {
    if (row % EVERY !== 0) return;
    lexicalSimilarities(index, vector, likeness);
    for (let other = 0; other < vectors.length; other++) {
      const [a, b] = [phrasings[row], phrasings[other]];
      if (a?.voice === b?.voice) continue;
      const step = Math.floor((likeness[other] ?? 0) * 100 + 1e-4);
      pairs[step] = (pairs[step] ?? 0) + 1;
      if (a?.label === b?.label) same[step] = (same[step] ?? 0) + 1;
    }
  });
  for (let step = 100; step >= 0; step--) {
    pairs[step] = (pairs[step] ?? 0) + (pairs[step + 1] ?? 0);
    same[step] = (same[step] ?? 0) + (same[step + 1] ?? 0);
  }
  return pairs.map((count, step) => (same[step] ?? 0) / count);
}

test('of phrasings by different hands that count as alike about nine in ten pairs belong to one label, and of less alike ones fewer', () => {
  const shares = sharesOfOneLabel();
  const at = Math.round(ALIKE * 100);
  expect(shares[at]).toBeGreaterThan(0.86);
  expect(shares[at]).toBeLessThan(0.94);
  expect(shares[at - 10]).toBeLessThan(0.85);
}, 120_000);
