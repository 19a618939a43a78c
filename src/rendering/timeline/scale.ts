import { type Day, daysBetween, earlier, later, plusDays } from '../../domain/day.js';
import type { DayRange } from '../../domain/partial-date.js';

/** Where days lie from left to right: each day has the same width. */
export interface Scale {
  readonly days: DayRange;
  readonly left: number;
  readonly right: number;
  /** Where a day begins. */
  readonly begin: (day: Day) => number;
  /** Where its last moment is. */
  readonly end: (day: Day) => number;
}

/** A scale from `left` to `right` (pixels); days outside fall on its ends. */
export function scaleFor(days: DayRange, left: number, right: number): Scale {
  const total = daysBetween(days.from, days.to) + 1;
  const begin = (day: Day): number => {
    const within = earlier(later(day, days.from), plusDays(days.to, 1));
    return left + (daysBetween(days.from, within) / total) * (right - left);
  };
  return { days, left, right, begin, end: (day) => begin(plusDays(day, 1)) };
}
