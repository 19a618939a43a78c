import { exactDay, type PartialDate, parsePartialDate, rangesOfDate } from '../domain/partial-date.js';

const DAY =
  /^\W*(?:(?:it|that|was|is|it['’]s|on|the|no|nope|wait|sorry|actually|oops|i mean|i meant|rather|make that|think|i|ok|around|about|correction)\W+)*(\d{1,2})(?:st|nd|rd|th)?(?: of (?:that|the same|this) month)?(?: (?:i think|actually|sorry|please|instead|rather))?\W*$/i;

/**
 * 'The 10th' of a month that is known: that day. Null where the message is anything else, the month is not known, or it has no such
 * day.
 */
export function dayOfKnownMonth(text: string, known: PartialDate | null): PartialDate | null {
  const said = DAY.exec(text)?.[1];
  if (said === undefined || known === null) return null;
  const months = new Set(rangesOfDate(known).flatMap((r) => [r.from.slice(0, 7), r.to.slice(0, 7)]));
  const [month] = months;
  if (months.size !== 1 || month === undefined) return null;
  const day = parsePartialDate(`${month}-${said.padStart(2, '0')}`);
  return day !== null && exactDay(day) !== null ? day : null;
}
