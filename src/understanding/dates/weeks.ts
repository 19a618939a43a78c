import { addWeeks, format, parseISO, startOfISOWeek } from 'date-fns';
import { day, plusDays } from '../../domain/day.js';
import { spanOf } from './calendar-spans.js';
import type { Found, Scan } from './scan.js';
import { digitsAt, endsClean, isGlued, markAt, startsClean, wordAt } from './tokens.js';
import { isYear, yearAfter } from './years.js';

const NAMES = new Set(['week', 'wk', 'cw', 'kw', 'w']);

/** A numbered week of a year: `week 12 of 2025`, `KW 12/2025`, `2025-W12`; weeks are counted as ISO 8601 does. */
export function numberedWeek(scan: Scan, i: number): Found | null {
  const { tokens } = scan;
  if (!startsClean(tokens, i)) return null;
  if (NAMES.has(wordAt(tokens, i))) {
    const year = yearAfter(scan, i + 2, false);
    return year && year !== 'none' ? weekFound(digitsAt(tokens, i + 1), year.year, year.end, year.relative) : null;
  }
  const year = digitsAt(tokens, i);
  const at = markAt(tokens, i + 1) === '-' && isGlued(tokens, i + 2) ? i + 2 : i + 1;
  if (year.length !== 4 || wordAt(tokens, at) !== 'w' || !isGlued(tokens, at + 1) || !endsClean(tokens, at + 2))
    return null;
  return weekFound(digitsAt(tokens, at + 1), Number(year), at + 2, false);
}

function weekFound(digits: string, year: number, end: number, relative: boolean): Found | null {
  const week = Number(digits);
  if (digits === '' || digits.length > 2 || week < 1 || week > 53 || !isYear(year)) return null;
  // 4 January is in the first week of every year.
  const monday = day(format(addWeeks(startOfISOWeek(parseISO(`${year}-01-04`)), week - 1), 'yyyy-MM-dd'));
  return { end, value: spanOf(monday, plusDays(monday, 6)), precision: 'range', relative };
}
