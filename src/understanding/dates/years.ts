import { day } from '../../domain/day.js';
import { spanOf, yearOf, yearValue } from './calendar-spans.js';
import { isCounted, isCue, isFiled, isWeakCue, mayFollowDate } from './cues.js';
import { FIRST_YEAR, LAST_YEAR } from './date-mention.js';
import { countAt } from './number-words.js';
import type { Found, Scan } from './scan.js';
import { digitsAt, endsClean, isApostrophe, isGlued, markAt, startsClean, wordAt } from './tokens.js';

/** Years that a text without any sign may mean: those in which cards of this kind were in use. */
const UNSIGNED_FROM = 2019;
const UNSIGNED_TO = 2035;

export const isYear = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** `25` is 2025, `99` is 1999: within the years that we know. */
export const fullYear = (twoDigits: string): number => {
  const n = Number(twoDigits);
  return n >= FIRST_YEAR % 100 ? 1900 + n : 2000 + n;
};

/** True where two bare figures can be a year that somebody leaves the century off: 15 years back to 10 ahead. */
export function isNearYear(scan: Scan, twoDigits: string): boolean {
  const away = fullYear(twoDigits) - yearOf(scan.context.today);
  return twoDigits.length === 2 && away >= -15 && away <= 10;
}

export interface YearAfter {
  readonly year: number;
  readonly end: number;
  readonly relative: boolean;
}

/**
 * The year that completes a month, day or quarter, at `i`: `2025`, `, 2025`, `of 2025`, `'25`, `/25`, `last year`.
 * With `short` also `25` alone. `'none'`: four figures that are no year we know, so that what stands before
 * must not be read as a date without a year.
 */
export function yearAfter(scan: Scan, i: number, short: boolean): YearAfter | 'none' | null {
  const { tokens } = scan;
  const mark = markAt(tokens, i);
  const joined = isGlued(tokens, i) && isGlued(tokens, i + 1) && ['-', '/', '.', '–'].includes(mark);
  let at = i;
  if (mark === ',' || joined) at++;
  else if (['of', 'de', 'del'].includes(wordAt(tokens, i))) at++;
  const apostrophe = isApostrophe(markAt(tokens, at)) && isGlued(tokens, at + 1);
  if (apostrophe) at++;
  const digits = digitsAt(tokens, at);
  if (digits.length === 4 && !apostrophe) {
    const clock = markAt(tokens, at + 1) === ':' && isGlued(tokens, at + 1) && isGlued(tokens, at + 2);
    if (clock && digitsAt(tokens, at + 2) !== '') return null;
    const year = Number(digits);
    return isYear(year) && endsYear(scan, at + 1) ? { year, end: at + 1, relative: false } : 'none';
  }
  if (digits.length === 2 && endsClean(tokens, at + 1) && !isCounted(scan, at + 1)) {
    const spelled = apostrophe || (joined && mark !== '.');
    if (spelled || (short && mark !== ',' && isNearYear(scan, digits))) {
      return { year: fullYear(digits), end: at + 1, relative: false };
    }
  }
  return relativeYearAt(scan, at);
}

/** A year may be followed by a dash or a slash and another date. */
const endsYear = (scan: Scan, end: number): boolean =>
  endsClean(scan.tokens, end) || ['-', '/', '.'].includes(markAt(scan.tokens, end));

const YEAR_STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
]);

/** `last year`, `this year`, `next year` at `i`, also with `the` or `of` before; `two years ago`, by the calendar. */
export function relativeYearAt(scan: Scan, i: number): YearAfter | null {
  const at = ['the', 'of'].includes(wordAt(scan.tokens, i)) ? i + 1 : i;
  const ago = at === i ? countAt(scan.tokens, i) : null;
  if (ago && /^years?$/.test(wordAt(scan.tokens, ago.end)) && wordAt(scan.tokens, ago.end + 1) === 'ago') {
    const year = yearOf(scan.context.today) - ago.low;
    return ago.low === ago.high && isYear(year) ? { year, end: ago.end + 2, relative: true } : null;
  }
  if (wordAt(scan.tokens, at + 1) !== 'year') return null;
  const step = YEAR_STEPS.get(wordAt(scan.tokens, at));
  return step === undefined ? null : { year: yearOf(scan.context.today) + step, end: at + 2, relative: true };
}

/**
 * A year by itself. It needs a sign: a word before it (in, since, commissioned …), a place of its own between
 * marks, or a text that is nothing else. Model numbers, versions and sizes have none.
 */
export function bareYear(scan: Scan, i: number, cued: boolean): Found | null {
  const { tokens } = scan;
  const digits = digitsAt(tokens, i);
  if (isApostrophe(markAt(tokens, i))) return abbreviated(scan, i, cued);
  if (digits.length !== 4 || !isYear(Number(digits)) || !startsYear(scan, i)) return null;
  const pair = yearPair(scan, i, cued);
  if (pair) return pair;
  const end = i + 1;
  if (!endsClean(tokens, end) || isCounted(scan, end) || isFiled(scan, i - 1)) return null;
  if (!cued && !isSigned(scan, i, end)) return null;
  return { end, value: yearValue(Number(digits)), precision: 'year', relative: false };
}

/** `in '24`. */
function abbreviated(scan: Scan, i: number, cued: boolean): Found | null {
  const digits = digitsAt(scan.tokens, i + 1);
  const figures = isGlued(scan.tokens, i + 1) && !isGlued(scan.tokens, i) && isNearYear(scan, digits);
  if (!figures || !endsClean(scan.tokens, i + 2) || !(cued || isSigned(scan, i, i + 2))) return null;
  return { end: i + 2, value: yearValue(fullYear(digits)), precision: 'year', relative: false };
}

const startsYear = (scan: Scan, i: number): boolean => startsClean(scan.tokens, i) || joinsLast(scan, i);

/** True where the token at `i` is joined to the date before it: `2021 to 2023`, `2023 or in 2024`. */
function joinsLast(scan: Scan, i: number): boolean {
  const at = ['in', 'the'].includes(wordAt(scan.tokens, i - 1)) ? i - 2 : i - 1;
  if (scan.lastEnd < 0 || at !== scan.lastEnd) return false;
  if (markAt(scan.tokens, at) === ',') return digitsAt(scan.tokens, at - 1).length === 4;
  return (
    ['and', 'or', 'to', 'until', 'till', 'through'].includes(wordAt(scan.tokens, at)) ||
    ['-', '–', '—', '/', '&'].includes(markAt(scan.tokens, at))
  );
}

/** A sign that the number from `i` to `end` is a year. */
function isSigned(scan: Scan, i: number, end: number): boolean {
  if (scan.bare || isCue(scan, i - 1) || joinsLast(scan, i)) return true;
  if (isWeakCue(scan, i - 1) && mayFollowDate(scan, end)) return true;
  const year = Number(digitsAt(scan.tokens, i));
  return year >= UNSIGNED_FROM && year <= UNSIGNED_TO && standsAlone(scan, i, end);
}

/** Between marks, or at the start or end of the text; not in a list of numbers (`2019, 2022`). */
function standsAlone(scan: Scan, i: number, end: number): boolean {
  const { tokens } = scan;
  const before = tokens[i - 1];
  const after = tokens[end];
  const listed = digitsAt(tokens, i - 2) !== '' && !isGlued(tokens, i - 2);
  if (before && (listed || !['/', ',', ';', '(', '\n', '|'].includes(before.text))) return false;
  if (!after) return before !== undefined;
  return [',', ';', ')', '/', '.', '\n', '|', '-', '–'].includes(after.text) || (!before && isJoiner(scan, end));
}

const isJoiner = (scan: Scan, i: number): boolean =>
  ['to', 'or'].includes(wordAt(scan.tokens, i)) && digitsAt(scan.tokens, i + 1).length === 4;

/** `2021-2023`, `2023/2024`, `2024/25` (one year and the next): from the first day of one to the last of the other. */
function yearPair(scan: Scan, i: number, cued: boolean): Found | null {
  const { tokens } = scan;
  if (!['-', '–', '/'].includes(markAt(tokens, i + 1)) || !isGlued(tokens, i + 1) || !isGlued(tokens, i + 2))
    return null;
  const from = Number(digitsAt(tokens, i));
  const digits = digitsAt(tokens, i + 2);
  const end = i + 3;
  const to =
    digits.length === 4 ? Number(digits) : digits.length === 2 ? Math.floor(from / 100) * 100 + Number(digits) : 0;
  if (!isYear(to) || to <= from || !endsClean(tokens, end) || isCounted(scan, end) || isFiled(scan, i - 1)) return null;
  if (digits.length === 2 && (to !== from + 1 || to % 100 <= 12)) return null;
  if (!cued && !isSigned(scan, i, end)) return null;
  return { end, value: spanOf(day(`${from}-01-01`), day(`${to}-12-31`)), precision: 'range', relative: false };
}
