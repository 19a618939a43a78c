import { addMonths, differenceInCalendarDays, format, getISODay, parseISO } from 'date-fns';
import { type Day, day, earlier, later, monthBounds, parseDay, plusDays } from '../../domain/day.js';
import {
  boundsOfDate,
  type DayRange,
  dateFromRange,
  dateFromReadings,
  type PartialDate,
  rangesOfDate,
} from '../../domain/partial-date.js';
import { type DateContext, FIRST_YEAR, LAST_YEAR } from './date-mention.js';

export const FIRST_DAY = day(`${FIRST_YEAR}-01-01`);
export const LAST_DAY = day(`${LAST_YEAR}-12-31`);

const two = (n: number): string => String(n).padStart(2, '0');

export const yearOf = (d: Day): number => Number(d.slice(0, 4));
export const monthOf = (d: Day): number => Number(d.slice(5, 7));

/** A day by its parts, or null where there is none: nothing is rolled over. */
export const dayValue = (year: number, month: number, d: number): PartialDate | null => {
  const parsed = parseDay(`${year}-${two(month)}-${two(d)}`);
  return parsed && dateFromRange({ from: parsed, to: parsed });
};

export const yearValue = (year: number): PartialDate =>
  dateFromRange({ from: day(`${year}-01-01`), to: day(`${year}-12-31`) });

/** `count` months from the month given; the month may lie outside 1 to 12 and counts on into other years. */
export function monthsValue(year: number, month: number, count = 1): PartialDate {
  return dateFromRange({ from: monthFrom(year, month).from, to: monthFrom(year, month + count - 1).to });
}

function monthFrom(year: number, month: number): DayRange {
  const index = year * 12 + month - 1;
  const bounds = monthBounds(`${Math.floor(index / 12)}-${two((index % 12) + 1)}`);
  return bounds ?? { from: FIRST_DAY, to: FIRST_DAY };
}

/** The same day `n` months on; where the month is shorter, its last day. */
export const plusMonths = (from: Day, n: number): Day => day(format(addMonths(parseISO(from), n), 'yyyy-MM-dd'));

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (d: Day): number => getISODay(parseISO(d));

/** A range as a date, in order and cut to the years that we know. */
export function spanOf(a: Day, b: Day): PartialDate {
  const cut = (d: Day) => later(FIRST_DAY, earlier(LAST_DAY, d));
  return dateFromRange({ from: cut(earlier(a, b)), to: cut(later(a, b)) });
}

/** Each reading of a date replaced. */
export const mapReadings = (date: PartialDate, change: (range: DayRange) => DayRange): PartialDate =>
  dateFromReadings(
    rangesOfDate(date).map((range) => {
      const { from, to } = change(range);
      return spanOf(from, to);
    }),
  );

/** `days` more on both sides. */
export const widened = (date: PartialDate, days: number): PartialDate =>
  mapReadings(date, ({ from, to }) => ({ from: plusDays(from, -days), to: plusDays(to, days) }));

/** Readings and ranges that touch as one range; null where they lie apart. */
export function merged(dates: readonly PartialDate[]): PartialDate | null {
  const ranges = dates.flatMap((date) => rangesOfDate(date)).sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first, ...others] = ranges;
  if (!first) return null;
  let to = first.to;
  for (const range of others) {
    if (range.from > plusDays(to, 1)) return null;
    if (range.to > to) to = range.to;
  }
  return dateFromRange({ from: first.from, to });
}

/**
 * The part of a period that people mean, as shares of its length. The parts overlap on purpose: the 10th of a month
 * is early to some and the middle to others. Of a month of 30 days: beginning 1 to 10, early 1 to 12, mid 8 to 23,
 * late 19 to 30, end 21 to 30; the halves do not overlap.
 */
export const PORTIONS = {
  beginning: [0, 1 / 3],
  early: [0, 0.4],
  mid: [0.25, 0.75],
  late: [0.6, 1],
  end: [2 / 3, 1],
} as const;
export type Portion = keyof typeof PORTIONS;

export function portionOf(date: PartialDate, portion: Portion): PartialDate {
  const [a, b] = PORTIONS[portion];
  return mapReadings(date, ({ from, to }) => {
    const days = differenceInCalendarDays(parseISO(to), parseISO(from)) + 1;
    return { from: plusDays(from, Math.round(a * days)), to: plusDays(from, Math.max(0, Math.round(b * days) - 1)) };
  });
}

/** 0 spring, 1 summer, 2 autumn, 3 winter. */
export type Season = 0 | 1 | 2 | 3;

/** From the month in which the weather's season begins to the day on which the sun's ends: people mean either. */
const SEASON_DAYS: readonly (readonly [from: string, to: string])[] = [
  ['03-01', '06-21'],
  ['06-01', '09-23'],
  ['09-01', '12-21'],
  ['12-01', '03-20'],
];
const SOUTHERN = /-(AU|NZ|ZA|AR|CL|UY|BW|NA)\b/i;

/** True where the season goes over the turn of the year. */
export const seasonCrosses = (season: Season, context: DateContext): boolean => slotOf(season, context) === 3;

const slotOf = (season: Season, { locale }: DateContext): number =>
  SOUTHERN.test(locale ?? '') ? (season + 2) % 4 : season;

/** The season that begins in a year. */
export function seasonFrom(season: Season, year: number, context: DateContext): PartialDate {
  const slot = slotOf(season, context);
  const [from, to] = SEASON_DAYS[slot] ?? ['01-01', '12-31'];
  return spanOf(day(`${year}-${from}`), day(`${slot === 3 ? year + 1 : year}-${to}`));
}

/** `winter 2024` is the one that begins in 2024 or the one that ends there; other seasons have one reading. */
export const seasonOfYear = (season: Season, year: number, context: DateContext): PartialDate =>
  seasonCrosses(season, context)
    ? dateFromReadings([seasonFrom(season, year - 1, context), seasonFrom(season, year, context)])
    : seasonFrom(season, year, context);

/**
 * A date that names no year, put where the tense has it: the last one that has begun (also where no tense is known),
 * or the next that has not ended. Null where no year has it (31 February); 29 February is looked for in leap years.
 */
export function inferred(inYear: (year: number) => PartialDate | null, context: DateContext): PartialDate | null {
  const future = context.tense === 'future';
  const now = yearOf(context.today);
  for (let step = 0; step <= 9; step++) {
    const value = inYear(future ? now - 1 + step : now - step);
    if (!value) continue;
    const { from, to } = boundsOfDate(value);
    if (future ? to >= context.today : from <= context.today) return value;
  }
  return null;
}
