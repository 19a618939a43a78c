import { day } from '../../domain/day.js';
import type { PartialDate } from '../../domain/partial-date.js';
import {
  inferred,
  monthsValue,
  type Season,
  seasonCrosses,
  seasonFrom,
  seasonOfYear,
  spanOf,
} from './calendar-spans.js';
import { isCue } from './cues.js';
import type { DatePrecision } from './date-mention.js';
import { ordinalAt, pastPossessive } from './number-words.js';
import type { Found, Scan } from './scan.js';
import { digitsAt, endsClean, isApostrophe, isGlued, markAt, startsClean, wordAt } from './tokens.js';
import { fullYear, isYear, yearAfter } from './years.js';

const SEASONS: ReadonlyMap<string, Season> = new Map([
  ['spring', 0],
  ['springtime', 0],
  ['summer', 1],
  ['summertime', 1],
  ['autumn', 2],
  ['fall', 2],
  ['winter', 3],
  ['wintertime', 3],
]);

export const seasonNamed = (word: string): Season | null => SEASONS.get(word) ?? null;

/** A named stretch of a year that repeats: where it stands, and what it is in a year. */
export interface Stretch {
  readonly end: number;
  readonly precision: DatePrecision;
  /** In a year that is said. */
  readonly inYear: (year: number) => PartialDate;
  /** The one that begins in a year: differs for winter. */
  readonly from: (year: number) => PartialDate;
}

/** Quarter, half, season or Christmas at `i`, without its year. */
export function stretchAt(scan: Scan, i: number): Stretch | null {
  return partOfYearAt(scan, i) ?? seasonAt(scan, i) ?? christmasAt(scan, i);
}

const stretch = (end: number, precision: DatePrecision, inYear: (year: number) => PartialDate): Stretch => ({
  ...{ end, precision, inYear, from: inYear },
});

/** Q2, 2Q, H1, 1H, second quarter, first half. */
function partOfYearAt({ tokens }: Scan, i: number): Stretch | null {
  // The last quarter of a year is its fourth.
  const isLast = wordAt(tokens, i) === 'last' || wordAt(tokens, i) === 'final';
  if (isLast && wordAt(tokens, i + 1) === 'quarter' && wordAt(tokens, i + 2) === 'of') return part(i + 2, 'quarter', 4);
  const letter = wordAt(tokens, i) || wordAt(tokens, i + 1);
  const figure = wordAt(tokens, i) ? digitsAt(tokens, i + 1) : digitsAt(tokens, i);
  if ((letter === 'q' || letter === 'h') && isGlued(tokens, i + 1) && figure.length === 1) {
    return part(i + 2, letter === 'q' ? 'quarter' : 'half', Number(figure));
  }
  const written = digitsAt(tokens, i).length === 1 && ['st', 'nd', 'rd', 'th'].includes(wordAt(tokens, i + 1));
  const ordinal = written ? { value: Number(digitsAt(tokens, i)), end: i + 2 } : ordinalAt(tokens, i);
  const unit = ordinal ? wordAt(tokens, ordinal.end) : '';
  if (ordinal && (unit === 'quarter' || unit === 'qtr')) return part(ordinal.end + 1, 'quarter', ordinal.value);
  return ordinal && unit === 'half' ? part(ordinal.end + 1, unit, ordinal.value) : null;
}

function part(end: number, unit: 'quarter' | 'half', n: number): Stretch | null {
  const months = unit === 'quarter' ? 3 : 6;
  if (n < 1 || n > 12 / months) return null;
  const precision = unit === 'quarter' ? 'quarter' : 'range';
  return stretch(end, precision, (year) => monthsValue(year, (n - 1) * months + 1, months));
}

function seasonAt({ tokens, context }: Scan, i: number): Stretch | null {
  const season = seasonNamed(wordAt(tokens, i));
  if (season === null) return null;
  return {
    ...stretch(i + 1, 'season', (year) => seasonOfYear(season, year, context)),
    from: (year) => seasonFrom(season, year, context),
  };
}

/** Christmas is the 24th to the 26th. */
function christmasAt({ tokens }: Scan, i: number): Stretch | null {
  const word = wordAt(tokens, i);
  const end =
    word === 'christmas' || word === 'xmas' ? i + 1 : word === 'x' && wordAt(tokens, i + 2) === 'mas' ? i + 3 : 0;
  return end === 0 ? null : stretch(end, 'range', (year) => spanOf(day(`${year}-12-24`), day(`${year}-12-26`)));
}

/** A quarter, half, season, Christmas or fiscal year: `Q2 2025`, `spring 2024`, `H1 last year`, `in the summer`, `FY25`. */
export function period(scan: Scan, i: number, cued: boolean): Found | null {
  if (!startsClean(scan.tokens, i)) return null;
  const fiscal = fiscalYear(scan, i);
  if (fiscal) return fiscal;
  const yearFirst = yearThenPart(scan, i);
  if (yearFirst) return yearFirst;
  const named = stretchAt(scan, i);
  if (!named) return null;
  const winter = winterPair(scan, i, named.end);
  if (winter) return winter;
  const year = yearAfter(scan, named.end, true);
  if (year === 'none') return null;
  if (year) {
    const value = named.inYear(year.year);
    return { end: year.end, value, precision: named.precision, relative: year.relative };
  }
  if (!endsClean(scan.tokens, named.end) || !(cued || isPeriodSigned(scan, i, named))) return null;
  const value = inferred(named.from, scan.context);
  const { end, precision } = named;
  return { end, value, precision, relative: true, inYear: named.inYear };
}

/** `in spring`, `over the summer`, `at Christmas`; `Q2` after a word for time; never `second half` alone. */
function isPeriodSigned(scan: Scan, i: number, { precision }: Stretch): boolean {
  const { tokens } = scan;
  if (scan.bare || precision !== 'range') {
    const before = wordAt(tokens, i - 1) === 'the' ? i - 2 : i - 1;
    return scan.bare || isCue(scan, before) || wordAt(tokens, before) === 'over';
  }
  return wordAt(tokens, i).startsWith('chr') || wordAt(tokens, i) === 'xmas';
}

/** `winter 2024/25`, `winter 2024-2025`: the one that begins in the first of the years. */
function winterPair(scan: Scan, i: number, at: number): Found | null {
  const { tokens } = scan;
  const season = seasonNamed(wordAt(tokens, i));
  const year = Number(digitsAt(tokens, at));
  if (season === null || !seasonCrosses(season, scan.context) || digitsAt(tokens, at).length !== 4 || !isYear(year))
    return null;
  const next = digitsAt(tokens, at + 2);
  if (!['/', '-', '–'].includes(markAt(tokens, at + 1)) || !endsClean(tokens, at + 3)) return null;
  if (next !== String(year + 1) && next !== String(year + 1).slice(2)) return null;
  return { end: at + 3, value: seasonFrom(season, year, scan.context), precision: 'season', relative: false };
}

/** `2025 Q2`, `2025-Q2`, `2024 H1`. */
function yearThenPart(scan: Scan, i: number): Found | null {
  const { tokens } = scan;
  const year = Number(digitsAt(tokens, i));
  if (digitsAt(tokens, i).length !== 4 || !isYear(year)) return null;
  const at = ['-', '/'].includes(markAt(tokens, i + 1)) ? i + 2 : i + 1;
  if (!['q', 'h'].includes(wordAt(tokens, at))) return null;
  const named = partOfYearAt(scan, at);
  if (!named || !endsClean(tokens, named.end)) return null;
  return { end: named.end, value: named.inYear(year), precision: named.precision, relative: false };
}

/**
 * `FY25`, `FY 2024/25`, `fiscal year 2025`. Nobody says when their year begins: FY25 is named after the calendar year
 * in which it begins, ends or is, so it is taken from April of the year before to March of the year after.
 */
function fiscalYear(scan: Scan, i: number): Found | null {
  const { tokens } = scan;
  const word = wordAt(tokens, i);
  const spelled = ['fiscal', 'financial'].includes(word);
  if (word !== 'fy' && !spelled) return null;
  const afterName = spelled && wordAt(tokens, i + 1) === 'year' ? i + 2 : i + 1;
  const at = isApostrophe(markAt(tokens, afterName)) ? afterName + 1 : afterName;
  const digits = digitsAt(tokens, at);
  const first = digits.length === 2 ? fullYear(digits) : digits.length === 4 ? Number(digits) : 0;
  if (!isYear(first) || !isYear(first + 1)) return null;
  const next = digitsAt(tokens, at + 2);
  const paired =
    ['/', '-', '–'].includes(markAt(tokens, at + 1)) && [`${first + 1}`, `${first + 1}`.slice(2)].includes(next);
  const end = paired ? at + 3 : at + 1;
  if (!endsClean(tokens, end)) return null;
  const value = paired ? monthsValue(first, 1, 24) : monthsValue(Math.max(first, 1981) - 1, 4, 24);
  return { end, value, precision: 'approximate', relative: false };
}

/** The token after `last year's`, `this year, in` …, where a month or a stretch may follow. */
export function pastYearPrefix(scan: Scan, i: number): number {
  let at = pastPossessive(scan.tokens, i);
  if (markAt(scan.tokens, at) === ',') at++;
  while (['in', 'on', 'the', 'at'].includes(wordAt(scan.tokens, at)) && at < i + 5) at++;
  return at;
}
