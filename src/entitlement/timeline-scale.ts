import { type Day, daysBetween, earlier, later, plusDays, plusYears } from '../domain/day.js';
import type { DayRange } from '../domain/partial-date.js';

/** Days further off, in years, are not drawn: they stand for 'open' or are far beyond any device's life. */
const HORIZON_YEARS = 40;

/** Room before the first and after the last date, as shares of what lies between; what goes on is seen to go on. */
const BEFORE = 0.06;
const AFTER = 0.14;
/** The least of that room, in days. */
const LEAST_ROOM = 45;

export const withinHorizon = (d: Day, asOf: Day): boolean =>
  plusYears(asOf, -HORIZON_YEARS) <= d && d <= plusYears(asOf, HORIZON_YEARS);

/** The days that a picture shows: all dates within the horizon and the day asked about, with room on both sides. */
export function scaleOf(dates: readonly DayRange[], asOf: Day): DayRange {
  const days = dates.flatMap(({ from, to }) => [from, to]).filter((d) => withinHorizon(d, asOf));
  const first = days.reduce(earlier, asOf);
  const last = days.reduce(later, asOf);
  const room = (share: number) => Math.max(LEAST_ROOM, Math.round(daysBetween(first, last) * share));
  return { from: plusDays(first, -room(BEFORE)), to: plusDays(last, room(AFTER)) };
}
