import { type Day, plusDays, plusYears } from '../domain/day.js';

/** The last covered day of the included year: the day before the anniversary (29 February counts to 27 February). */
export const lastIncludedDay = (commissioned: Day): Day => plusDays(plusYears(commissioned, 1), -1);

/** The first day after the included year. */
export const anniversary = (commissioned: Day): Day => plusYears(commissioned, 1);

/** Where `asOf` lies to the included year of a device commissioned on that day. */
export function yearAt(commissioned: Day, asOf: Day): 'before' | 'running' | 'over' {
  if (commissioned > asOf) return 'before';
  return asOf < anniversary(commissioned) ? 'running' : 'over';
}

/**
 * The first day of commissioning whose included year still runs on `asOf`. Anniversaries never
 * run backwards, so all later days up to `asOf` are within the year too.
 */
export function firstDayStillIncluded(asOf: Day): Day {
  let first = plusDays(plusYears(asOf, -1), -1);
  while (anniversary(first) <= asOf) first = plusDays(first, 1);
  return first;
}
