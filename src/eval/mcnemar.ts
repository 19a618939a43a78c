/**
 * The exact two-sided McNemar test (Q. McNemar 1947, Psychometrika 12; exact form by the binomial distribution): how likely it is, were
 * both sides equally good, that the messages on which only one is right divide as unequally as `won` and `lost`, or more so. 0 to 1.
 */
export function mcnemar(won: number, lost: number): number {
  const n = won + lost;
  // In logarithms: 1 / 2^n is too small for a number from some thousand messages on.
  let choices = 0;
  let tail = 0;
  for (let k = 0; k <= Math.min(won, lost); k++) {
    if (k > 0) choices += Math.log((n - k + 1) / k);
    tail += Math.exp(choices - n * Math.LN2);
  }
  return Math.min(1, 2 * tail);
}
