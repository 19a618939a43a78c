import { earlier, later } from '../../domain/day.js';
import { boundsOfDate, dateFromReadings } from '../../domain/partial-date.js';
import { merged, spanOf, yearOf } from './calendar-spans.js';
import type { DatePrecision } from './date-mention.js';
import type { Found } from './scan.js';
import { markAt, type Token, wordAt } from './tokens.js';

/** A date with the token at which it begins. */
export interface Placed extends Found {
  readonly begin: number;
}

type Join = 'between' | 'through' | 'or' | 'and';

/**
 * Dates that are joined, made one: `between March and May 2025`, `2021 to 2023`, `March or April 2025`. A date without
 * a year takes that of its partner. `from 1 Feb 2025 to 31 Jan 2026`, where both are whole, stays two dates.
 */
export function joined(tokens: readonly Token[], dates: readonly Placed[]): readonly Placed[] {
  const result: Placed[] = [];
  const listed = withYearOfList(tokens, dates);
  for (let n = 0; n < listed.length; n++) {
    const first = listed[n];
    const second = listed[n + 1];
    if (!first) continue;
    const join = second ? joinOf(tokens, first, second) : null;
    const both = join && second ? combined(tokens, join, first, second) : [first];
    if (both.length === 1 && join) {
      n++;
      result.push(...both);
    } else result.push(both[0] ?? first);
    if (both.length === 2 && both[1]) {
      result.push(both[1]);
      n++;
    }
  }
  return result;
}

/** In a list the last names the year for all: `March, April and May 2025`. */
function withYearOfList(tokens: readonly Token[], dates: readonly Placed[]): readonly Placed[] {
  const list = [...dates];
  for (let n = list.length - 2; n >= 0; n--) {
    const [first, second] = [list[n], list[n + 1]];
    if (first?.inYear && second && joinOf(tokens, first, second) === 'and') list[n] = agreed('and', first, second)[0];
  }
  return list;
}

/** How two dates are joined by the words between them, or null. */
function joinOf(tokens: readonly Token[], first: Placed, second: Placed): Join | null {
  let last = second.begin - 1;
  while (last > first.end && ['in', 'on', 'the', 'at'].includes(wordAt(tokens, last))) last--;
  const dots = markAt(tokens, first.end) === '.' && markAt(tokens, last) === '.' && last === first.end + 1;
  if (last !== first.end && !dots) return null;
  const word = wordAt(tokens, first.end);
  const before = wordAt(tokens, first.begin - 1) === 'the' ? first.begin - 2 : first.begin - 1;
  if (word === 'and' || markAt(tokens, first.end) === '&') {
    return ['between', 'zwischen'].includes(wordAt(tokens, before)) ? 'between' : 'and';
  }
  if (dots || ['to', 'until', 'till', 'til', 'through', 'thru', 'bis', 'tot'].includes(word)) return 'through';
  const mark = markAt(tokens, first.end);
  if (['-', '–', '—'].includes(mark)) return 'through';
  if (mark === ',' && first.precision === second.precision && first.inYear && !second.relative) return 'and';
  if (word === 'or') return 'or';
  return mark === '/' && first.precision === 'month' && second.precision === 'month' ? 'or' : null;
}

/** One date, or two that stay apart. */
function combined(tokens: readonly Token[], join: Join, one: Placed, two: Placed): readonly Placed[] {
  const [first, second] = agreed(join, one, two);
  if (!first.value || !second.value || join === 'and') return [first, second];
  const relative = first.relative || second.relative;
  const begin = join === 'between' ? first.begin - (wordAt(tokens, first.begin - 1) === 'the' ? 2 : 1) : first.begin;
  const base = { begin, end: second.end, relative };
  if (join === 'or') {
    const value = merged([first.value, second.value]);
    if (value) return [{ ...base, value, precision: 'range' }];
    return [{ ...base, value: dateFromReadings([first.value, second.value]), precision: coarser(first, second) }];
  }
  const whole = !one.inYear && !two.inYear; // each names its own year
  const begins = ['from', 'von', 'vom'].includes(wordAt(tokens, first.begin - 1));
  const sharp = ({ precision }: Placed, ...of: readonly DatePrecision[]) => of.includes(precision);
  const term = begins
    ? sharp(first, 'day', 'month') && sharp(second, 'day', 'month')
    : sharp(first, 'day') && sharp(second, 'day');
  if (join === 'through' && whole && term) return [first, second];
  const [a, b] = [boundsOfDate(first.value), boundsOfDate(second.value)];
  const [from, to] = [earlier(a.from, b.from), later(a.to, b.to)];
  return [{ ...base, value: spanOf(from, to), precision: 'range' }];
}

/** The year that only one of the two names, or none, given to both so that the first does not come after the second. */
function agreed(join: Join, first: Placed, second: Placed): readonly [Placed, Placed] {
  const { inYear } = first;
  if (inYear && second.value && !(join === 'and' && second.inYear)) {
    const { from, to } = boundsOfDate(second.value);
    const year = yearOf(second.inYear ? from : to);
    const same = inYear(year);
    const before = inYear(year - 1);
    // Dec/Jan 2025 begins in 2024, though March or February 2025 is one year.
    const turn = join === 'or' && before !== null && merged([before, second.value]) !== null;
    const fits = same !== null && (boundsOfDate(same).from <= to || join === 'and' || (join === 'or' && !turn));
    if (second.inYear && first.value && boundsOfDate(first.value).from <= from) return [first, second];
    const { inYear: _, ...rest } = first;
    return [{ ...rest, value: fits ? same : before, relative: second.relative }, second];
  }
  if (second.inYear && first.value && !inYear && join !== 'and') {
    const { from } = boundsOfDate(first.value);
    const same = second.inYear(yearOf(from));
    const fits = same !== null && (join === 'or' || boundsOfDate(same).to >= from);
    return [first, { ...second, value: fits ? same : second.inYear(yearOf(from) + 1), relative: first.relative }];
  }
  return [first, second];
}

const coarser = (a: Placed, b: Placed) => (a.precision === 'day' ? b.precision : a.precision);
