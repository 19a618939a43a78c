import { boundsOfDate, type PartialDate, rangesOfDate } from '../../domain/partial-date.js';
import type { DateMention } from './date-mention.js';

/**
 * What a date without a year means where `known` is known of the same thing: 'November' after '2025' is that November, and 'no, in
 * June' after 'May 2024' is June 2024. Its own value where it names a year, or where that would be a later day than it was taken for:
 * without more knowledge the last one that has been is meant. `ahead`: it is spoken of as still to come, so that only a day within
 * what is known is meant by it.
 */
export function inKnownYear(said: DateMention, known: PartialDate, ahead: boolean): PartialDate | null {
  const { value, inYear } = said;
  if (value === null || inYear === undefined) return value;
  const { from, to } = boundsOfDate(known);
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  // Spans of many years tell nothing of the year that is meant.
  const years = last - first > MOST_YEARS ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const inYears = years.map(inYear).filter((d) => d !== null);
  const within = inYears.filter((d) => meets(d, known));
  if (within.length > 0) return within.includes(value) ? value : (within[0] ?? value);
  const [only] = inYears;
  return !ahead && only !== undefined && inYears.length === 1 && boundsOfDate(only).from < boundsOfDate(value).from
    ? only
    : value;
}

const MOST_YEARS = 3;

const meets = (a: PartialDate, b: PartialDate): boolean =>
  rangesOfDate(a).some((x) => rangesOfDate(b).some((y) => x.from <= y.to && y.from <= x.to));
