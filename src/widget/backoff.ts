const FIRST_MILLIS = 500;
const LONGEST_MILLIS = 30_000;
const MOST_SECONDS = 60;

/**
 * How long to wait after the `failures`-th failure in a row (from 0), in milliseconds: doubling from half a second
 * to half a minute, and of that a random part from one half to all, so that clients of a server that comes back
 * do not all call at once. Not before `seconds`, which the server asks for; more than a minute of them counts as one.
 */
export function backoff(failures: number, random: () => number, seconds = 0): number {
  const full = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** Math.min(failures, 16));
  return Math.round(full * (0.5 + random() / 2)) + Math.min(Math.max(seconds, 0), MOST_SECONDS) * 1000;
}
