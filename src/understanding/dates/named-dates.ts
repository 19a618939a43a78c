import { boundsOfDate, dateFromReadings, type PartialDate } from '../../domain/partial-date.js';
import { dayValue, inferred, monthsValue, spanOf, yearOf } from './calendar-spans.js';
import { isCounted, isNumbered, mayFollowDate } from './cues.js';
import { type MonthName, monthMistyped, monthNamed } from './month-names.js';
import { ordinalAt } from './number-words.js';
import type { Found, Scan } from './scan.js';
import { digitsAt, endsClean, isApostrophe, isGlued, markAt, startsClean, wordAt } from './tokens.js';
import { fullYear, isNearYear, isYear, yearAfter } from './years.js';

const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th', 'er', 'e', 'te', 'ter', 'ten']);

export interface MonthAt extends MonthName {
  readonly end: number;
}

/** The month named at `i`; a short form may have its dot. */
export function monthAt({ tokens }: Scan, i: number, typos: boolean): MonthAt | null {
  const word = wordAt(tokens, i);
  if (word === '') return null;
  const name = monthNamed(word) ?? (typos ? monthMistyped(word) : null);
  if (!name) return null;
  const dot = name.short && markAt(tokens, i + 1) === '.' && isGlued(tokens, i + 1);
  return { ...name, end: dot ? i + 2 : i + 1 };
}

interface DayAt {
  readonly day: number;
  readonly end: number;
  readonly ordinal: boolean;
}

/** A day of the month at `i`: 3, 03, 3rd, 3., third. Up to 39, so that the 32nd is refused and not overlooked. */
function dayAt({ tokens }: Scan, i: number): DayAt | null {
  const digits = digitsAt(tokens, i);
  if (digits === '') {
    const word = ordinalAt(tokens, i);
    return word && { day: word.value, end: word.end, ordinal: true };
  }
  const day = Number(digits);
  if (digits.length > 2 || day < 1 || day > 39) return null;
  const ending =
    isGlued(tokens, i + 1) && (ORDINAL_ENDINGS.has(wordAt(tokens, i + 1)) || markAt(tokens, i + 1) === 'º');
  return { day, end: ending ? i + 2 : i + 1, ordinal: ending };
}

/** A day with a month, the year said or not: `the 9th of December 2025`, `Aug 3rd, 2025`, `3-5 March`, `2025 Aug 3`. */
export function namedDay(scan: Scan, i: number): Found | null {
  return dayThenMonth(scan, i) ?? monthThenDay(scan, i) ?? yearThenMonth(scan, i);
}

/** A dash or slash ties it to the date before: `Jan-Mar 2025`, `3 May 2025/4 June 2025`. */
export const followsJoin = (scan: Scan, i: number): boolean =>
  scan.lastEnd === i - 1 && ['-', '–', '—', '/'].includes(markAt(scan.tokens, i - 1));

function dayThenMonth(scan: Scan, i: number): Found | null {
  const { tokens } = scan;
  const first = dayAt(scan, i);
  if (!first || !(startsClean(tokens, i) || followsJoin(scan, i))) return null;
  const second = secondDay(scan, i, first);
  const { end } = second ?? first;
  let at = end;
  if (['of', 'de'].includes(wordAt(tokens, at))) at++;
  else if (markAt(tokens, at) === '.' && isGlued(tokens, at)) at++;
  else if (['-', '/'].includes(markAt(tokens, at)) && isGlued(tokens, at) && isGlued(tokens, at + 1)) at++;
  const month = monthAt(scan, at, true);
  if (!month || (isNumbered(scan, i - 1) && !first.ordinal)) return null;
  return completed(scan, month, first.day, second?.day ?? null, true);
}

/** The second of two days in one month: `3-5 March`, `3 or 4 March`, `between 3 and 5 March`. */
function secondDay(scan: Scan, i: number, first: DayAt): DayAt | null {
  const { tokens } = scan;
  const at = markAt(tokens, first.end) === '.' && isGlued(tokens, first.end) ? first.end + 1 : first.end;
  const word = wordAt(tokens, at);
  const joined =
    ['to', 'or', 'until', 'till', 'through', 'thru'].includes(word) ||
    ['-', '–', '/'].includes(markAt(tokens, at)) ||
    (word === 'and' && [wordAt(tokens, i - 1), wordAt(tokens, i - 2)].includes('between'));
  const second = joined ? dayAt(scan, wordAt(tokens, at + 1) === 'the' ? at + 2 : at + 1) : null;
  return second && second.day > first.day ? second : null;
}

function monthThenDay(scan: Scan, i: number): Found | null {
  const { tokens } = scan;
  const month = monthAt(scan, i, true);
  if (!month || !startsClean(tokens, i)) return null;
  const the = wordAt(tokens, month.end) === 'the' ? 1 : 0;
  const dash = ['-', '/'].includes(markAt(tokens, month.end)) && isGlued(tokens, month.end) ? 1 : 0;
  const at = month.end + the + dash;
  const first = dayAt(scan, at);
  if (!first || (dash === 1 && !isGlued(tokens, at))) return null;
  if (isCounted(scan, first.end)) return null;
  // We may first need a visit.
  const worded = digitsAt(tokens, at) === '' && the === 0;
  if (worded && !month.sure && !mayFollowDate(scan, first.end)) return null;
  const second = dash === 0 ? secondDay(scan, i, first) : null;
  if (second && endsDay(scan, second) && !isCounted(scan, second.end)) {
    return completed(scan, { ...month, end: second.end }, first.day, second.day, false);
  }
  if (!endsDay(scan, first)) return null;
  const plain = the === 0 && !first.ordinal;
  const found = completed(scan, { ...month, end: first.end }, first.day, null, false);
  if (!found?.inYear || !plain || !isNearYear(scan, digitsAt(tokens, at))) return found;
  return dash === 1 ? monthOfShortYear(scan, month, at) : eitherWay(scan, month, at, found);
}

/** After the day comes an end, or `-` or `/` and the year. */
const endsDay = (scan: Scan, { end }: DayAt): boolean =>
  endsClean(scan.tokens, end) ||
  (['-', '/'].includes(markAt(scan.tokens, end)) && isYear(Number(digitsAt(scan.tokens, end + 1))));

function monthOfShortYear(scan: Scan, month: MonthAt, at: number): Found {
  const value = monthsValue(fullYear(digitsAt(scan.tokens, at)), month.month);
  return { end: at + 1, value, precision: 'month', relative: false };
}

/** `Mar 25` is the 25th or the month of 2025: both, where that year is near and no word before decides. */
function eitherWay(scan: Scan, month: MonthAt, at: number, asDay: Found): Found {
  const year = fullYear(digitsAt(scan.tokens, at));
  const away = year - yearOf(scan.context.today);
  const before = wordAt(scan.tokens, at - (month.short && markAt(scan.tokens, at - 1) === '.' ? 3 : 2));
  if (before === 'on' || away < -8 || away > 2) return asDay;
  const asMonth = monthOfShortYear(scan, month, at);
  if (before === 'in' || !asDay.value || !asMonth.value) return asMonth;
  const value = dateFromReadings([asDay.value, asMonth.value]);
  return { ...asDay, end: at + 1, value, precision: 'month', relative: true };
}

/** `2025-Aug-03`, `2025 March 3`, `2025 March`. */
function yearThenMonth(scan: Scan, i: number): Found | null {
  const { tokens } = scan;
  const year = Number(digitsAt(tokens, i));
  if (digitsAt(tokens, i).length !== 4 || !isYear(year) || !startsClean(tokens, i)) return null;
  const at = ['-', '/'].includes(markAt(tokens, i + 1)) && isGlued(tokens, i + 1) ? i + 2 : i + 1;
  const month = monthAt(scan, at, false);
  if (!month) return null;
  const dash = ['-', '/'].includes(markAt(tokens, month.end)) && isGlued(tokens, month.end) ? 1 : 0;
  const day = dayAt(scan, month.end + dash);
  if (day && digitsAt(tokens, month.end + dash) !== '' && endsClean(tokens, day.end) && !isCounted(scan, day.end)) {
    return { end: day.end, value: dayValue(year, month.month, day.day), precision: 'day', relative: false };
  }
  if (!month.sure && !mayFollowDate(scan, month.end)) return null;
  return { end: month.end, value: monthsValue(year, month.month), precision: 'month', relative: false };
}

/** Day and month with the year that follows, or the year that the tense gives. */
function completed(scan: Scan, month: MonthAt, d: number, until: number | null, short: boolean): Found | null {
  const inYear = (year: number): PartialDate | null => {
    const first = dayValue(year, month.month, d);
    const last = until === null ? first : dayValue(year, month.month, until);
    return first && last && spanOf(boundsOfDate(first).from, boundsOfDate(last).to);
  };
  const precision = until === null ? 'day' : 'range';
  const year = yearAfter(scan, month.end, short);
  if (year === 'none') return null;
  if (year) return { end: year.end, value: inYear(year.year), precision, relative: year.relative };
  if (short && !endsMonth(scan, month)) return null;
  return { end: month.end, value: inferred(inYear, scan.context), precision, relative: true, inYear };
}

/** The name is whole, and where it is also a verb (`card 3 may be`) no sentence goes on with it. */
function endsMonth(scan: Scan, { end, month }: MonthAt): boolean {
  const mark = markAt(scan.tokens, end);
  const joins = ['-', '/'].includes(mark) || isApostrophe(mark);
  if (!endsClean(scan.tokens, end) && !joins) return false;
  return (month !== 3 && month !== 5) || mayFollowDate(scan, end) || digitsAt(scan.tokens, end) !== '';
}
