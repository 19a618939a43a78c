import { type DayRange, type PartialDate, rangesOfDate } from '../domain/partial-date.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day as '14 May 2026'. */
const dayWords = (day: string): string => `${Number(day.slice(8))} ${monthWords(day)}`;
const monthWords = (month: string): string => `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;

/** No device is older: a range from before that has no beginning. */
const LONG_AGO = '1992';

/** A date as far as it is known, in words: '14 May 2026', 'May 2026', '2026', 'between … and …', '… or …'. */
export function dateWords(date: PartialDate): string {
  if (date.includes('|'))
    return date
      .split('|')
      .map((d) => dateWords(d as PartialDate))
      .join(' or ');
  if (date.length === 4) return date;
  if (date.length === 7) return monthWords(date);
  const [range] = rangesOfDate(date) as readonly [DayRange];
  if (range.from === range.to) return dayWords(range.from);
  if (range.from < LONG_AGO) return `on or before ${dayWords(range.to)}`;
  return range.to >= '2099'
    ? `on or after ${dayWords(range.from)}`
    : `between ${dayWords(range.from)} and ${dayWords(range.to)}`;
}

/** The same with the preposition that fits: 'on 14 May 2026', 'in May 2026', 'between … and …'. */
export function onDate(date: PartialDate): string {
  const words = dateWords(date);
  if (date.includes('/')) return words;
  if (date.includes('|')) return `on ${words}`;
  return date.length === 10 ? `on ${words}` : `in ${words}`;
}
