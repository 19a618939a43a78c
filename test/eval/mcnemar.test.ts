import fc from 'fast-check';
import { mcnemar } from '../../src/eval/mcnemar.js';

/** The same by whole numbers: both tails of the binomial distribution with equal chances. */
function counted(won: number, lost: number): number {
  const n = won + lost;
  let choices = 1n;
  let tail = 0n;
  for (let k = 0; k <= Math.min(won, lost); k++) {
    if (k > 0) choices = (choices * BigInt(n - k + 1)) / BigInt(k);
    tail += choices;
  }
  return Math.min(1, Number((2n * tail * 10n ** 15n) / 2n ** BigInt(n)) / 1e15);
}

describe('the exact McNemar test', () => {
  test.each([
    [0, 0, 1],
    [1, 0, 1],
    [5, 0, 0.0625],
    [6, 0, 0.03125],
    [1, 9, 22 / 1024],
    [2, 8, 112 / 1024],
    [10, 10, 1],
  ])('of %i won and %i lost', (won, lost, p) => {
    expect(mcnemar(won, lost)).toBeCloseTo(p, 12);
  });

  test('is what counting by whole numbers gives, whichever side won', () => {
    const count = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(count, count, (won, lost) => {
        expect(mcnemar(won, lost)).toBeCloseTo(counted(won, lost), 10);
        expect(mcnemar(lost, won)).toBe(mcnemar(won, lost));
      }),
    );
  });

  test('holds for thousands of messages', () => {
    expect(mcnemar(5000, 5000)).toBe(1);
    expect(mcnemar(4000, 4400)).toBeGreaterThan(0);
    expect(mcnemar(4000, 4400)).toBeLessThan(0.0001);
  });
});
