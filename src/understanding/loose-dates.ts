import type { PartialDate } from '../domain/partial-date.js';
import type { Understood } from './understand.js';

/** The date of nothing else in a message: the most exact one; null where two that are equally exact differ. */
export function looseDate(understood: Pick<Understood, 'dates'>): PartialDate | null {
  const loose = understood.dates.filter((d) => d.value !== null && d.role === 'none');
  const exact = loose.filter((d) => d.precision === 'day');
  const dates = exact.length > 0 ? exact : loose;
  return new Set(dates.map((d) => d.value)).size === 1 ? (dates[0]?.value ?? null) : null;
}

/** Words that may stand round a date without saying more than the date does. */
const AROUND_DATES: ReadonlySet<string> = new Set(
  `in on at since it its it's was is of the no nope sorry wait actually ok then make that mean i meant rather not around about from year month
  day date think so correction typo oops argh wrong right after all first said planned for scheduled due expected will be commissioned comissioned
  commissioning has been to and but oh well hm stop my bad mistake report paper says yes exactly more precisely`.split(
    /\s+/,
  ),
);

/**
 * Whether a message is dates and nothing besides; `more`: but for so many words at the most. 'Today' and 'now' are the day of the
 * conversation rather than one that it is about.
 */
export function saysOnlyDates({ text, dates }: Pick<Understood, 'text' | 'dates'>, more = 0): boolean {
  if (dates.length === 0 || dates.some((d) => /^(?:today|now)$/i.test(d.said))) return false;
  const rest = [...dates].reverse().reduce((t, d) => `${t.slice(0, d.start)} ${t.slice(d.end)}`, text);
  const words = rest.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
  return words.filter((w) => !AROUND_DATES.has(w.replace('’', "'"))).length <= more;
}
