import { type Day, monthBounds, parseDay } from './day.js';

/** All days from `from` to `to`, both included; `from` is never after `to`. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/**
 * A date as far as it is known: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, an interval `A/B` of
 * days, or several readings `A|B`. It stands for every day it could be.
 */
export type PartialDate = string & { readonly __brand: 'PartialDate' };

/** The ranges of days that a text of PartialDate's form stands for, in the text's order, or null where it is none. */
function rangesOf(text: string): readonly DayRange[] | null {
  if (text.includes('|')) {
    const readings = text.split('|').map((part) => (part.includes('|') ? null : rangesOf(part)));
    return readings.includes(null) ? null : readings.flatMap((r) => r ?? []);
  }
  if (text.includes('/')) {
    const [a, b, ...rest] = text.split('/');
    const from = parseDay(a ?? '');
    const to = parseDay(b ?? '');
    return from && to && rest.length === 0 && from <= to ? [{ from, to }] : null;
  }
  if (/^\d{4}$/.test(text)) {
    const from = parseDay(`${text}-01-01`);
    const to = parseDay(`${text}-12-31`);
    return from && to ? [{ from, to }] : null;
  }
  if (/^\d{4}-\d{2}$/.test(text)) {
    const bounds = monthBounds(text);
    return bounds ? [bounds] : null;
  }
  const one = parseDay(text);
  return one ? [{ from: one, to: one }] : null;
}

/** The partial date that `text` writes, or null: another form, a day that does not exist, an interval that runs backwards. */
export function parsePartialDate(text: string): PartialDate | null {
  return rangesOf(text) ? (text as PartialDate) : null;
}

/** The days a partial date could be, as ranges, in the order of its readings. */
export function rangesOfDate(date: PartialDate): readonly DayRange[] {
  return rangesOf(date) ?? [];
}

/** The earliest and the latest day it could be. */
export function boundsOfDate(date: PartialDate): DayRange {
  const ranges = rangesOfDate(date);
  const from = ranges.map((r) => r.from).sort()[0] as Day;
  const to = ranges
    .map((r) => r.to)
    .sort()
    .at(-1) as Day;
  return { from, to };
}

/** The day, where the date is known to the day; else null. */
export function exactDay(date: PartialDate): Day | null {
  const { from, to } = boundsOfDate(date);
  return from === to ? from : null;
}

/** A range written in the shortest form that says the same: a day, a month, a year, or `A/B`. */
export function dateFromRange({ from, to }: DayRange): PartialDate {
  if (from === to) return from as unknown as PartialDate;
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year as PartialDate;
  const month = monthBounds(from.slice(0, 7));
  if (month && month.from === from && month.to === to) return from.slice(0, 7) as PartialDate;
  return `${from}/${to}` as PartialDate;
}

/** Several readings of one date as one partial date; equal readings fall together. */
export function dateFromReadings(readings: readonly PartialDate[]): PartialDate {
  return [...new Set(readings)].join('|') as PartialDate;
}
