import { dateFromReadings, type PartialDate } from '../../domain/partial-date.js';
import { dayValue, monthsValue } from './calendar-spans.js';
import { isCue, isFiled, isVersioned } from './cues.js';
import type { DateContext } from './date-mention.js';
import type { Found, Scan } from './scan.js';
import { digitsAt, endsClean, isGlued, markAt, startsClean, wordAt } from './tokens.js';
import { fullYear, isNearYear, isYear } from './years.js';

/** Figures with one separator between them, as they stand. */
interface Figures {
  readonly groups: readonly string[];
  readonly separator: string;
  readonly end: number;
}

/** A date in figures: 2025-02-05, 03.08.2025, 3/4/2025, 06.2022, 2025-11 … */
export function numericDate(scan: Scan, i: number): Found | null {
  if (digitsAt(scan.tokens, i) === '' || !(startsClean(scan.tokens, i) || continuesLast(scan, i))) return null;
  const figures = figuresAt(scan, i, 3);
  const three = figures && threeFigures(scan, i, figures);
  if (three && ends(scan, figures)) return three;
  const pair = figuresAt(scan, i, 2);
  return (pair && ends(scan, pair) ? twoFigures(scan, i, pair) : null) ?? compact(scan, i);
}

const continuesLast = (scan: Scan, i: number): boolean =>
  scan.lastEnd === i - 1 && ['-', '–', '—', '/'].includes(markAt(scan.tokens, i - 1));

/** `count` groups of at most four figures, nothing but one separator between them (behind a dot also a space). */
function figuresAt({ tokens }: Scan, i: number, count: number): Figures | null {
  const separator = markAt(tokens, i + 1);
  if (!['-', '/', '.'].includes(separator)) return null;
  const groups: string[] = [];
  for (let n = 0; n < count; n++) {
    const at = i + 2 * n;
    const digits = digitsAt(tokens, at);
    if (digits === '' || digits.length > 4) return null;
    const apart = separator === '.' && count === 3; // 3. 8. 2025
    if (n > 0 && (markAt(tokens, at - 1) !== separator || !isGlued(tokens, at - 1))) return null;
    if (n > 0 && !isGlued(tokens, at) && !apart) return null;
    groups.push(digits);
  }
  return { groups, separator, end: i + 2 * count - 1 };
}

/** Nothing goes on after it, save a time of day, or a dash and a date of the same form. */
function ends(scan: Scan, { separator, end, groups }: Figures): boolean {
  const { tokens } = scan;
  if (endsClean(tokens, end)) return true;
  if (wordAt(tokens, end) === 't' && digitsAt(tokens, end + 1).length === 2) return true;
  if (!['-', '/'].includes(markAt(tokens, end)) || markAt(tokens, end) === separator) return false;
  const other = figuresAt(scan, end + 1, groups.length);
  return other?.groups.every((group, n) => group.length === groups[n]?.length) ?? false;
}

function threeFigures(scan: Scan, i: number, { groups, separator, end }: Figures): Found | null {
  const [a = '', b = '', c = ''] = groups;
  const found = (value: PartialDate | null, dayFirst?: boolean): Found => ({
    ...{ end, value, precision: 'day', relative: false },
    ...(dayFirst === undefined ? {} : { dayFirst }),
  });
  if (b.length > 2) return null;
  if (a.length === 4)
    return c.length <= 2 && isYear(Number(a)) ? found(dayValue(Number(a), Number(b), Number(c))) : null;
  if (a.length > 2 || c.length === 3 || c.length === 1) return null;
  const short = c.length === 2;
  const year = short ? fullYear(c) : Number(c);
  if (!isYear(year) || Math.max(Number(a), Number(b)) > 39) return null;
  if (short && !isNearYear(scan, c)) return null;
  if (separator === '.') {
    const unlikely = short && (a.length < 2 || b.length < 2) && !isCue(scan, i - 1);
    if (unlikely || isVersioned(scan, i - 1)) return null;
    return found(dayValue(year, Number(b), Number(a)));
  }
  const dayFirst = dayValue(year, Number(b), Number(a));
  const monthFirst = dayValue(year, Number(a), Number(b));
  if (!dayFirst || !monthFirst) {
    const value = dayFirst ?? monthFirst;
    return value ? found(value, dayFirst !== null) : found(null);
  }
  const preferred = preferredOrder(scan.context);
  if (preferred !== null) return found(preferred ? dayFirst : monthFirst);
  return found(dateFromReadings([monthFirst, dayFirst]));
}

/** 20250205, where a word says that it is a date. */
function compact(scan: Scan, i: number): Found | null {
  const digits = digitsAt(scan.tokens, i);
  const year = Number(digits.slice(0, 4));
  if (digits.length !== 8 || !isYear(year) || !endsClean(scan.tokens, i + 1) || !isCue(scan, i - 1)) return null;
  const value = dayValue(year, Number(digits.slice(4, 6)), Number(digits.slice(6)));
  return value && { end: i + 1, value, precision: 'day', relative: false };
}

/** A month and a year: 06.2022, 3/2024, 11-2025, 2025-11. */
function twoFigures(scan: Scan, i: number, { groups, separator, end }: Figures): Found | null {
  const [a = '', b = ''] = groups;
  const [monthText, yearText] = a.length === 4 ? [b, a] : [a, b];
  const month = Number(monthText);
  const year = Number(yearText);
  if (yearText.length !== 4 || monthText.length > 2 || !isYear(year) || isFiled(scan, i - 1)) return null;
  if (a.length === 4 && separator === '.') return null;
  if (monthText.length < 2 && separator !== '/' && !isCue(scan, i - 1)) return null;
  if (month < 1 || month > 12) {
    const meant = a.length < 4 && separator !== '-' && month <= 31;
    return meant ? { end, value: null, precision: 'month', relative: false } : null;
  }
  return { end, value: monthsValue(year, month), precision: 'month', relative: false };
}

const MONTH_FIRST = /-(US|PH|FM|MH|PW|GU|PR)\b/i;
/** Languages, or English without a region, where both orders or year-first are usual. */
const UNSETTLED = /^(en|zh|ja|ko|hu|lt|mn)$|^en-CA\b|^(zh|ja|ko|hu|lt|mn)-/i;

/** Whether the day comes first where it is known: true, false, or null for either. */
export function preferredOrder({ preferDayFirst, locale }: DateContext): boolean | null {
  if (typeof preferDayFirst === 'boolean') return preferDayFirst;
  if (!locale || !/^[a-z]{2,3}(-|$)/i.test(locale)) return null;
  if (MONTH_FIRST.test(locale)) return false;
  return UNSETTLED.test(locale) ? null : true;
}
