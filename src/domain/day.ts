import { addYears, differenceInCalendarDays, getDaysInMonth } from 'date-fns';

/** A calendar day, `YYYY-MM-DD`, known to exist. Days compare as strings. */
export type Day = string & { readonly __brand: 'Day' };

/** Days outside are mistakes of typing; within, a year more or less keeps the form of four figures. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2999-12-31';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day that `text` names, or null where it names none (31 February, another form). */
export function parseDay(text: string): Day | null {
  if (!DAY.test(text) || text < FIRST_DAY || text > LAST_DAY) return null;
  return written(dateOf(text)) === text ? (text as Day) : null;
}

/** Like parseDay, for days that are known to be right; throws where one is not (a mistake in code). */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`not a calendar day: ${text}`);
  return parsed;
}

/** Local midnight of a day; a day past the month's end rolls over, which parseDay tells by writing it again. */
const dateOf = (text: string): Date =>
  new Date(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)));

/** Written by hand and not by a formatter: the rules do this some hundred times for one verdict. */
function written(date: Date): string {
  const part = (n: number, width: number) => String(n).padStart(width, '0');
  return `${part(date.getFullYear(), 4)}-${part(date.getMonth() + 1, 2)}-${part(date.getDate(), 2)}`;
}

/** `n` days on (negative: back). */
export function plusDays(from: Day, n: number): Day {
  const date = dateOf(from);
  date.setDate(date.getDate() + n);
  return written(date) as Day;
}

/** The same day `n` years on; 29 February becomes 28 February where the year has none (date-fns addYears). */
export function plusYears(from: Day, n: number): Day {
  return written(addYears(dateOf(from), n)) as Day;
}

/** How many days `to` lies after `from`; negative where it lies before. Clock changes do not count. */
export const daysBetween = (from: Day, to: Day): number => differenceInCalendarDays(dateOf(to), dateOf(from));

/** The first day and the last day of a month, given as `YYYY-MM`. */
export function monthBounds(month: string): { readonly from: Day; readonly to: Day } | null {
  const from = parseDay(`${month}-01`);
  if (from === null) return null;
  return { from, to: `${month}-${getDaysInMonth(dateOf(from))}` as Day };
}

/** The earlier of two days. */
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
/** The later of two days. */
export const later = (a: Day, b: Day): Day => (a > b ? a : b);
