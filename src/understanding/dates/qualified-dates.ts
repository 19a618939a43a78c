import { type Day, plusDays } from '../../domain/day.js';
import { boundsOfDate, type DayRange, type PartialDate } from '../../domain/partial-date.js';
import {
  FIRST_DAY,
  LAST_DAY,
  mapReadings,
  monthOf,
  monthsValue,
  type Portion,
  portionOf,
  spanOf,
  widened,
  yearOf,
  yearValue,
} from './calendar-spans.js';
import type { DatePrecision } from './date-mention.js';
import { plainDate } from './plain-dates.js';
import type { Found, Scan } from './scan.js';
import { isGlued, markAt, startsClean, wordAt } from './tokens.js';

const PORTION_WORDS: ReadonlyMap<string, Portion> = new Map([
  ['early', 'early'],
  ['anfang', 'early'],
  ['begin', 'beginning'],
  ['beginning', 'beginning'],
  ['start', 'beginning'],
  ['mid', 'mid'],
  ['middle', 'mid'],
  ['mitte', 'mid'],
  ['medio', 'mid'],
  ['late', 'late'],
  ['end', 'end'],
  ['ende', 'end'],
  ['eind', 'end'],
]);
/** Those that need `of`: to begin March, to end 2025 are verbs. */
const WITH_OF = new Set(['beginning', 'start', 'middle', 'end']);

const skip = (scan: Scan, i: number, words: readonly string[]): number =>
  words.includes(wordAt(scan.tokens, i)) ? i + 1 : i;

/** Replaces a value, also in a given year. */
function changed(found: Found, precision: DatePrecision, change: (value: PartialDate) => PartialDate): Found {
  const apply = (value: PartialDate | null) => value && change(value);
  const { inYear } = found;
  const rest = { ...found, precision, value: apply(found.value) };
  return inYear ? { ...rest, inYear: (year) => apply(inYear(year)) } : rest;
}

/** `early March 2025`, `mid-2025`, `end of last year`, `the beginning of Q2`, `until the end of 2026`. */
export function portion(scan: Scan, i: number): Found | null {
  const { tokens } = scan;
  const word = wordAt(tokens, i);
  const named = PORTION_WORDS.get(word);
  if (!startsClean(tokens, i)) return null;
  if (!named) return outerDay(scan, i);
  const of = skip(scan, i + 1, ['of', 'in']);
  if (WITH_OF.has(word) && wordAt(tokens, i + 1) !== 'of') return null;
  const dash = markAt(tokens, of) === '-' && isGlued(tokens, of) ? 1 : 0;
  const at = skip(scan, of + dash, ['the']);
  const whole = currentPeriod(scan, at) ?? plainDate(scan, at, true);
  if (!whole || whole.precision === 'day' || whole.precision === 'approximate') return null;
  if (named !== 'end' || !isLimit(scan, i - 1))
    return changed(whole, 'approximate', (value) => portionOf(value, named));
  return changed(whole, 'day', (value) => mapReadings(value, ({ to }) => ({ from: to, to })));
}

/** `first day of March 2025`, `last day of the year`. */
function outerDay(scan: Scan, i: number): Found | null {
  const word = wordAt(scan.tokens, i);
  const first = word === 'first';
  if ((!first && word !== 'last') || wordAt(scan.tokens, i + 1) !== 'day' || wordAt(scan.tokens, i + 2) !== 'of')
    return null;
  const at = skip(scan, i + 3, ['the']);
  const whole = currentPeriod(scan, at) ?? plainDate(scan, at, true);
  if (!whole || whole.precision === 'day' || whole.precision === 'approximate') return null;
  const edge = ({ from, to }: DayRange): DayRange => (first ? { from, to: from } : { from: to, to });
  return changed(whole, 'day', (value) => mapReadings(value, edge));
}

/** `the year`, `the month`: the one that we are in. */
function currentPeriod(scan: Scan, i: number): Found | null {
  if (wordAt(scan.tokens, i - 1) !== 'the') return null;
  const [year, month] = [yearOf(scan.context.today), monthOf(scan.context.today)];
  const word = wordAt(scan.tokens, i);
  if (word === 'year') return { end: i + 1, value: yearValue(year), precision: 'year', relative: true };
  return word === 'month' ? { end: i + 1, value: monthsValue(year, month), precision: 'month', relative: true } : null;
}

/** True after words for a limit: what runs until the end of a month runs to its last day. */
function isLimit(scan: Scan, i: number): boolean {
  let at = wordAt(scan.tokens, i) === 'the' ? i - 1 : i;
  if (wordAt(scan.tokens, at) === 'at') at--;
  if (wordAt(scan.tokens, at) === 'the') at--;
  return /^(?:until|till|til|through|thru|to|by|expire[sd]?|expiring|ends?|ended|ending|bis)$/.test(
    wordAt(scan.tokens, at),
  );
}

const APPROXIMATE = new Set('around about approximately approx roughly circa ca maybe probably'.split(' '));

/** Days that `around` adds on each side: a week to a day and to what is short, half the length to a year. */
const AROUND: Readonly<Record<DatePrecision, number>> = {
  day: 7,
  range: 7,
  approximate: 7,
  month: 15,
  quarter: 30,
  season: 30,
  year: 182,
};

/** `around Christmas 2023`, `about March 2025`, `approx. 2022`, `~ 5 May 2024`. */
export function approximate(scan: Scan, i: number): Found | null {
  const { tokens } = scan;
  if (!(APPROXIMATE.has(wordAt(tokens, i)) || markAt(tokens, i) === '~') || !startsClean(tokens, i)) return null;
  const dot = markAt(tokens, i + 1) === '.' ? 1 : 0;
  const at = skip(scan, skip(scan, i + 1 + dot, ['in', 'on', 'at']), ['the']);
  const found = portion(scan, at) ?? plainDate(scan, at, true);
  if (!found || (found.precision === 'approximate' && found.relative)) return null;
  return changed(found, 'approximate', (value) => widened(value, AROUND[found.precision]));
}

/**
 * `before 2024`, `after March 2025`, `prior to 3 May`: any day on that side. What came after a day that is past
 * reaches to today, and what will come before a day ahead begins today.
 */
export function bounded(scan: Scan, i: number): Found | null {
  const { tokens } = scan;
  const { today, tense } = scan.context;
  const word = wordAt(tokens, i);
  const prior = word === 'prior' && wordAt(tokens, i + 1) === 'to';
  if (!prior && word !== 'before' && word !== 'after') return null;
  const at = skip(scan, i + (prior ? 2 : 1), ['the']);
  const found = portion(scan, at) ?? plainDate(scan, at, true);
  if (!found?.value) return null;
  const { from, to } = boundsOfDate(found.value);
  const rest = { end: found.end, precision: 'range', relative: found.relative } as const;
  if (word === 'after') return { ...rest, value: spanOf(plusDays(to, 1), afterEnd(to, today, tense === 'future')) };
  if (wordAt(tokens, i - 1) === 'not') return { ...rest, value: spanOf(from, LAST_DAY) };
  return { ...rest, value: spanOf(tense === 'future' && from > today ? today : FIRST_DAY, plusDays(from, -1)) };
}

const afterEnd = (to: Day, today: Day, future: boolean): Day => (to < today && !future ? today : LAST_DAY);
