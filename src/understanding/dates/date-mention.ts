import type { Day } from '../../domain/day.js';
import type { PartialDate } from '../../domain/partial-date.js';

/**
 * How sharply a date is said. `range`: an interval that was named (between … and …, H1);
 * `approximate`: an interval that we put round vague words (around, early, N months ago).
 */
export type DatePrecision = 'day' | 'month' | 'quarter' | 'season' | 'year' | 'range' | 'approximate';

/** One date in a text. `text.slice(start, end) === said`. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly said: string;
  /** Every day that it could be; null where it names a day that does not exist. */
  readonly value: PartialDate | null;
  readonly problem?: 'no-such-day';
  readonly precision: DatePrecision;
  /** True where the value rests on the day of the conversation: last spring, three weeks ago, May without a year. */
  readonly relative: boolean;
  /** Where no year is named: the value in a given one, or null where that year has no such day. */
  readonly inYear?: (year: number) => PartialDate | null;
}

export interface DateContext {
  /** The day on which it is said, in the zone of the person who says it. */
  readonly today: Day;
  /** BCP 47; settles 3/4/2025 where its region writes one order only, and the seasons of the southern half. */
  readonly locale?: string | undefined;
  /** Known from elsewhere: true reads 3/4/2025 as 3 April, false as 4 March. Goes before the locale. */
  readonly preferDayFirst?: boolean | null | undefined;
  /** Where a date without a year lies: the last one (default) or, with `future`, the next. */
  readonly tense?: 'past' | 'future' | null | undefined;
}

/** Years outside are never dates: 2200 is a size of UPS, 1066 is history. */
export const FIRST_YEAR = 1980;
export const LAST_YEAR = 2100;
