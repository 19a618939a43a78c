import { elapsed } from './elapsed.js';
import { namedDay } from './named-dates.js';
import { namedMonth } from './named-months.js';
import { numericDate } from './numeric-dates.js';
import { period } from './periods.js';
import { relativeDate } from './relative-dates.js';
import { type Form, type Found, longest, type Scan } from './scan.js';
import { numberedWeek } from './weeks.js';
import { bareYear } from './years.js';

/** The forms of one date without words round it that change its extent. */
const PLAIN: readonly Form[] = [
  numericDate,
  namedDay,
  namedMonth,
  period,
  numberedWeek,
  relativeDate,
  elapsed,
  bareYear,
];

export const plainDate = (scan: Scan, i: number, cued: boolean): Found | null => longest(PLAIN, scan, i, cued);
