import { type Day, plusDays } from '../../domain/day.js';
import { boundsOfDate, dateFromRange, dateFromReadings, type PartialDate } from '../../domain/partial-date.js';
import { dayValue, monthOf, monthsValue, spanOf, weekdayOf, yearOf, yearValue } from './calendar-spans.js';
import { mayFollowDate } from './cues.js';
import type { DatePrecision } from './date-mention.js';
import { monthAt, namedDay } from './named-dates.js';
import { ordinalAt } from './number-words.js';
import { pastYearPrefix, type Stretch, stretchAt } from './periods.js';
import type { Found, Scan } from './scan.js';
import { digitsAt, startsClean, wordAt } from './tokens.js';
import { relativeYearAt } from './years.js';

const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

const exactly = (d: Day): PartialDate => dateFromRange({ from: d, to: d });

/** Dates that count from the day on which they are said: yesterday, last month, this spring, next January. */
export function relativeDate(scan: Scan, i: number): Found | null {
  if (!startsClean(scan.tokens, i)) return null;
  return (
    namedOffset(scan, i) ??
    beforeLast(scan, i) ??
    monthOfRelativeYear(scan, i) ??
    partOfCurrent(scan, i) ??
    steppedUnit(scan, i)
  );
}

const NAMED_DAYS: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
  ['tomorow', 1],
  ['tommorow', 1],
  ['tommorrow', 1],
]);

const MONTH_STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);
const UNIT_STEPS: ReadonlyMap<string, number> = new Map([...MONTH_STEPS, ['current', 0], ['coming', 1]]);

/** yesterday, today, tomorrow, the day before yesterday, last night. */
function namedOffset({ tokens, context: { today } }: Scan, i: number): Found | null {
  const first = wordAt(tokens, i);
  const found = (end: number, value: PartialDate): Found => ({ end, value, precision: 'day', relative: true });
  const days = NAMED_DAYS.get(first);
  if (days !== undefined) return found(i + 1, exactly(plusDays(today, days)));
  const second = wordAt(tokens, i + 1);
  const third = wordAt(tokens, i + 2);
  if (first === 'day' && second === 'before' && third === 'yesterday')
    return found(i + 3, exactly(plusDays(today, -2)));
  if (first === 'day' && second === 'after' && third === 'tomorrow') return found(i + 3, exactly(plusDays(today, 2)));
  const partOfToday = first === 'this' && ['morning', 'afternoon', 'evening'].includes(second);
  if (partOfToday || first === 'tonight') return found(partOfToday ? i + 2 : i + 1, exactly(today));
  if (first === 'last' && second === 'night') return found(i + 2, spanOf(plusDays(today, -1), today));
  return null;
}

/** `the year before last`, `the summer before last`, `3rd of last month`. */
function beforeLast(scan: Scan, i: number): Found | null {
  const { tokens } = scan;
  const last = (at: number) => wordAt(tokens, at) === 'before' && wordAt(tokens, at + 1) === 'last';
  const unit = last(i + 1) ? unitAt(scan, i, -2) : null;
  if (unit) return { ...unit, end: i + 3, relative: true };
  const named = monthWithin(scan, i) ?? stretchAt(scan, i);
  return named && last(named.end) ? before(scan, named) : dayOfMonth(scan, i);
}

/** The one before the last; where the last is doubtful, so is it. */
function before(scan: Scan, named: Repeating): Found | null {
  const [first, second, third] = pastOnes(scan, named);
  if (!first || !second || !third) return null;
  const value =
    yearOf(boundsOfDate(first).from) === yearOf(scan.context.today) ? dateFromReadings([second, third]) : second;
  return { end: named.end + 2, value, precision: named.precision, relative: true };
}

function dayOfMonth({ tokens, context: { today } }: Scan, i: number): Found | null {
  const digits = digitsAt(tokens, i);
  const written = digits !== '' && digits.length <= 2 && /^(?:st|nd|rd|th)$/.test(wordAt(tokens, i + 1));
  const named = written ? { value: Number(digits), end: i + 2 } : ordinalAt(tokens, i);
  if (!named || wordAt(tokens, named.end) !== 'of' || wordAt(tokens, named.end + 2) !== 'month') return null;
  const step = MONTH_STEPS.get(wordAt(tokens, named.end + 1));
  if (step === undefined) return null;
  const { from } = boundsOfDate(monthsValue(yearOf(today), monthOf(today) + step));
  const value = dayValue(yearOf(from), monthOf(from), named.value);
  return { end: named.end + 3, value, precision: 'day', relative: true };
}

/** `last year in March`, `this year's summer`. */
function monthOfRelativeYear(scan: Scan, i: number): Found | null {
  const year = wordAt(scan.tokens, i) === 'the' ? null : relativeYearAt(scan, i);
  if (!year) return null;
  const at = pastYearPrefix(scan, year.end);
  const within = namedDay(scan, at) ?? monthWithin(scan, at) ?? stretchAt(scan, at);
  if (!within?.inYear || ('relative' in within && !within.relative)) return null;
  return { end: within.end, value: within.inYear(year.year), precision: within.precision, relative: true };
}

/** A month or a stretch of the year. */
type Repeating = Pick<Stretch, 'end' | 'precision' | 'inYear'> & Partial<Pick<Stretch, 'from'>>;

const startingIn = ({ from, inYear }: Repeating) => from ?? inYear;

/** Those that have ended, the latest first. */
function pastOnes({ context: { today } }: Scan, named: Repeating): readonly PartialDate[] {
  const values = [0, -1, -2, -3].map((step) => startingIn(named)(yearOf(today) + step));
  return values.filter((value) => boundsOfDate(value).to < today);
}

function monthWithin(scan: Scan, i: number) {
  const month = monthAt(scan, i, false);
  if (!month || (!month.sure && !mayFollowDate(scan, month.end))) return null;
  return { end: month.end, precision: 'month', inYear: (year: number) => monthsValue(year, month.month) } as const;
}

/** `earlier this year`, `later this month`: up to today, or from today on. */
function partOfCurrent(scan: Scan, i: number): Found | null {
  const word = wordAt(scan.tokens, i);
  if ((word !== 'earlier' && word !== 'later') || wordAt(scan.tokens, i + 1) !== 'this') return null;
  const { today } = scan.context;
  const unit = unitAt(scan, i + 2, 0);
  if (!unit) return null;
  const { from, to } = boundsOfDate(unit.value);
  const value = word === 'earlier' ? spanOf(from, today) : spanOf(today, to);
  return { end: i + 3, value, precision: 'range', relative: true };
}

/** last, this or next before a unit, month, season, weekday or Christmas. */
function steppedUnit(scan: Scan, i: number): Found | null {
  const { tokens } = scan;
  const first = wordAt(tokens, i);
  const second = wordAt(tokens, i + 1);
  const nearest = first === 'coming' || (first === 'this' && ['coming', 'past'].includes(second));
  const step = UNIT_STEPS.get(first);
  if (step === undefined) return null;
  const at = first === 'this' && nearest ? i + 2 : i + 1;
  const direction = nearest ? (second === 'past' ? -1 : 1) : step;
  // The last year, the next month: a length of time and no calendar year.
  if (wordAt(tokens, i - 1) !== 'the' || direction === 0) {
    const unit = unitAt(scan, at, direction);
    if (unit) return { ...unit, end: at + 1, relative: true };
  }
  return weekday(scan, at, direction) ?? repeated(scan, at, direction, nearest);
}

function unitAt(scan: Scan, i: number, step: number): { value: PartialDate; precision: DatePrecision } | null {
  const { today } = scan.context;
  const [year, month] = [yearOf(today), monthOf(today)];
  // The last month of the contract, the last quarter of 2024.
  if (step !== 0 && wordAt(scan.tokens, i + 1) === 'of') return null;
  switch (wordAt(scan.tokens, i)) {
    case 'year':
      return { value: yearValue(year + step), precision: 'year' };
    case 'month':
      return { value: monthsValue(year, month + step), precision: 'month' };
    case 'quarter':
      return { value: monthsValue(year, month - ((month - 1) % 3) + 3 * step, 3), precision: 'quarter' };
    case 'week':
      return { value: weekValue(today, step), precision: 'range' };
    default:
      return null;
  }
}

/** A week is seven days from Monday or from Sunday, as people count: the days of either. */
function weekValue(today: Day, step: number): PartialDate {
  const monday = plusDays(today, 1 - weekdayOf(today) + 7 * step);
  return weekdayOf(today) === 7
    ? spanOf(monday, plusDays(monday, 12))
    : spanOf(plusDays(monday, -1), plusDays(monday, 6));
}

/** `last Friday`: the latest before today; `next Friday`: the first after it, or the one a week on. */
function weekday(scan: Scan, i: number, direction: number): Found | null {
  const index = WEEKDAYS.indexOf(wordAt(scan.tokens, i));
  if (index < 0) return null;
  const { today } = scan.context;
  const ahead = (index + 1 - weekdayOf(today) + 7) % 7;
  const found = (value: PartialDate): Found => ({ end: i + 1, value, precision: 'day', relative: true });
  if (direction < 0) return found(exactly(plusDays(today, ahead - 7)));
  const first = plusDays(today, ahead === 0 && direction > 0 ? 7 : ahead);
  return found(direction === 0 ? exactly(first) : dateFromReadings([exactly(first), exactly(plusDays(first, 7))]));
}

/**
 * A month or a stretch of the year, the last, this or the next. In November `last spring` is this year's to some and
 * last year's to others: both; so with `next` in January. `coming` and `past` mean the nearest.
 */
function repeated(scan: Scan, i: number, direction: number, nearest: boolean): Found | null {
  const named = monthWithin(scan, i) ?? stretchAt(scan, i);
  if (!named) return null;
  const { end, precision } = named;
  const found = (value: PartialDate): Found => ({ end, value, precision, relative: true });
  const { today } = scan.context;
  const now = yearOf(today);
  const from = startingIn(named);
  const years = [-2, -1, 0, 1, 2].map((step) => from(now + step));
  const past = pastOnes(scan, named);
  const future = years.filter((value) => boundsOfDate(value).from > today);
  const current = years.find((value) => boundsOfDate(value).from <= today && today <= boundsOfDate(value).to);
  const [first, second] = direction < 0 ? past : future;
  if (direction !== 0) {
    if (!first || !second) return null;
    const thisYear = yearOf(boundsOfDate(first).from) === now;
    return found(thisYear && !nearest ? dateFromReadings([first, second]) : first);
  }
  if (current) return found(current);
  const crossing = boundsOfDate(from(now)).to.slice(0, 4) !== String(now);
  if (!crossing) return found(from(now));
  const [before, ahead] = [past[0], future[0]];
  if (!before || !ahead) return null;
  const { tense } = scan.context;
  return found(tense === 'past' ? before : tense === 'future' ? ahead : dateFromReadings([before, ahead]));
}
