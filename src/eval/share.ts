/** A share of messages or facts with its 95 % interval; `null` where there is nothing to take a share of. */
export interface Share {
  /** May be a half: an offer counts as half a right answer. */
  readonly count: number;
  readonly of: number;
  /** 0 to 1. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The 97.5 % point of the normal distribution: 2.5 % are left out on either side. */
const Z = 1.959963984540054;

/**
 * `count` of `of` with Wilson's score interval (E. B. Wilson 1927, Journal of the American Statistical Association 22;
 * method 3 of R. G. Newcombe 1998, Statistics in Medicine 17), which holds for few messages and for shares near 0 and 1.
 * With halves in the count it is a little too wide, never too narrow: they vary less than whole ones.
 */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: null, low: null, high: null };
  const share = count / of;
  const weight = 1 + Z ** 2 / of;
  const middle = (share + Z ** 2 / (2 * of)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  // At either end the bound is the share itself; written so, since rounding would miss it.
  return {
    count,
    of,
    share,
    low: count === 0 ? 0 : middle - half,
    high: count === of ? 1 : middle + half,
  };
}
