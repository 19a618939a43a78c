import { LRUCache } from 'lru-cache';
import type { DateContext, DateMention } from './date-mention.js';
import { findDates } from './find-dates.js';

/** So many sentences are remembered: a long mail's, which is read as a whole, by its parts and by its questions. */
const REMEMBERED = 300;

/** `findDates` for readers that meet a sentence several times; half the sentences of tickets come again. */
export function rememberingDates(): typeof findDates {
  const known = new LRUCache<string, readonly DateMention[]>({ max: REMEMBERED });
  return (text, context) => {
    const key = keyOf(text, context);
    const dates = known.get(key) ?? findDates(text, context);
    known.set(key, dates);
    return dates;
  };
}

const keyOf = (text: string, { today, locale, preferDayFirst, tense }: DateContext): string =>
  `${today}|${locale}|${preferDayFirst}|${tense}|${text}`;
