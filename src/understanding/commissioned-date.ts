import { type Day, plusDays, plusYears } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import { boundsOfDate, dateFromRange, type PartialDate } from '../domain/partial-date.js';
import { type Span, sentenceAt, sentencesOf } from './clauses.js';
import { saysNotYet, saysYearIsOver, speaksOfFuture } from './commissioning.js';
import { isComeback, isHearsay, isOfAnother, isOfOtherUnit, isOnlyPlanned } from './other-commissioning.js';
import type { ProductMention } from './products/find-products.js';
import type { Trouble, Understood } from './understand.js';

/**
 * What a text says of the commissioning of one device. Where it says two things that cannot both be so, none of them is taken, and
 * the trouble is named. `mention`: the device among several; null where it is the only one.
 */
export function commissionedOf(
  text: string,
  dates: Understood['dates'],
  today: Day,
  troubles: Trouble[],
  mention: ProductMention | null,
): Facts {
  const said = sayingItself(
    text,
    dates.filter(
      (d) => d.role === 'commissioned' && isItsOwn(text, d, today, mention === null) && !isOneOfTwo(text, d, dates),
    ),
  );
  const [first] = said;
  const other = mention === null && !CORRECTS.test(text) ? otherDay(said) : null;
  if (first && other) {
    troubles.push({ kind: 'commissioning-conflict', said: first.said, other: other.said });
    return {};
  }
  const stated = CORRECTS.test(text) && mention === null ? said.at(-1) : first;
  const date = stated && mention === null ? (moreExact(stated, dates) ?? stated) : stated;
  const sentences = sentencesOf(text).filter(
    (s) => mention === null || (s.start <= mention.start && mention.start < s.end),
  );
  const notYet = sentences.some((s) => saysNotYet(text.slice(s.start, s.end)));
  if (date?.value && notYet && boundsOfDate(date.value).to <= today && saysCommissionedOn(text, date)) {
    troubles.push({ kind: 'commissioning-conflict', said: date.said, other: null });
    return {};
  }
  if (date?.value && !(notYet && boundsOfDate(date.value).from <= today)) {
    const { from } = boundsOfDate(date.value);
    const pastTense = PAST_COMMISSIONING.test(text.slice(Math.max(0, date.start - 40), date.start));
    const planned = notYet || sentences.some((s) => speaksOfFuture(text.slice(s.start, s.end)));
    if (from > today && (pastTense || (from > plusYears(today, PLANNED_YEARS) && !planned))) {
      troubles.push({ kind: 'past-tense-future', said: date.said, date: date.value });
      return {};
    }
    return { commissioned: date.value };
  }
  const plannedBefore = dates.some(
    (d) => d.role === 'commissioned' && d.value !== null && boundsOfDate(d.value).to < today && isOnlyPlanned(text, d),
  );
  // 'It was scheduled for 3 May', which is over: it may have come so.
  if (notYet && plannedBefore && !STILL_NOT.test(text)) return {};
  if (notYet) return { commissioned: 'not-yet' };
  return sentences.some((s) => saysYearIsOver(text.slice(s.start, s.end))) ? { commissioned: beforeYear(today) } : {};
}

/** Whether a day of commissioning is surely the device's, and not another's, one that was only planned, or any up to then. `alone`: one device is named. */
function isItsOwn(text: string, d: Understood['dates'][number], today: Day, alone: boolean): boolean {
  if (d.value === null || isOfAnother(text, d) || (alone && isOfOtherUnit(text, d))) return false;
  if (OR_EARLIER.test(text.slice(d.end, d.end + 60))) return false;
  if (OR_OTHER.test(text.slice(d.end, sentenceAt(text, d.start).end))) return false;
  if (isComeback(text, d, saysCommission(text, d))) return false;
  const isPast = boundsOfDate(d.value).from <= today;
  if (isPast && (isOnlyPlanned(text, d) || isHearsay(text, d))) return false;
  return !(isWeak(text, d) && UNKNOWN_WHETHER.test(text));
}

/**
 * 'Commissioned in May 2024, after the floor was handed over in March': where several days may be meant, those that stand with the word
 * itself go before those of a hand-over, an installation, or something that goes live.
 */
function sayingItself(text: string, said: Understood['dates']): Understood['dates'] {
  if (said.length < 2) return said;
  const own = said.filter((d, i) => saysCommission(text, d, said[i - 1]?.end));
  return own.length > 0 ? own : said;
}
/** The word itself beside a day. */
const saysCommission = (text: string, { start, end }: Span, from = sentenceAt(text, start).start): boolean =>
  COMMISSION_BEFORE.test(text.slice(Math.max(from, start - 70), start)) ||
  COMMISSION_BEHIND.test(text.slice(end, end + 30));
const COMMISSION_BEFORE = /(?<!de)comm?iss?ion\w*[^.;?!]*$/i;
const COMMISSION_BEHIND = /^[\s,(]*(?:(?:was|is|as|being|the|its|our|day|date|of) )*(?<!de)comm?iss?ion/i;

const STILL_NOT =
  /\b(?:not|n['’]t|never|yet|still|postponed|pushed|delayed|shifted|deferred|pending|outstanding|cancelled|called off)\b|n['’]t\b/i;

/** An installation or a hand-over may come long before: where nobody can say whether the device was commissioned, it tells nothing. */
const isWeak = (text: string, { start, end }: Span): boolean =>
  /\b(?:install\w*|hand(?:ed)? ?over|handover)\b[^.;?!]*$/i.test(text.slice(Math.max(0, start - 70), start)) ||
  /^[^.;?!,]{0,30}\b(?:install\w*|handed over)\b/i.test(text.slice(end, end + 45));
const UNKNOWN_WHETHER =
  /\b(?:whether|if) (?:it|this|that|they|the [\w-]+)(?:['’]s| is| was| has| were)? (?:\w+ ){0,2}(?:commissioned|started up|energi[sz]ed)/i;

/** 'This year, or well before': any day. */
const OR_EARLIER =
  /^,? or (?:(?:well|even|much|long|some ?time|a good deal|way|far) )*(?:before|earlier|longer ago|ages ago)\b/i;

/** 'In spring, but if it was this one or the one before …'. */
const OR_OTHER =
  /\bor (?:in |of |on )?(?:the (?:one|year|spring|summer|autumn|winter|month|quarter) (?:before|earlier|after)|last (?:year|spring|summer|autumn|winter)|(?:a|one) year (?:earlier|before|later)|the (?:previous|following|next) (?:one|year|spring|summer|autumn|winter))\b/i;

/** 'In spring 2026, or maybe in 2025': one of two days, of which nobody knows which it is. */
const isOneOfTwo = (text: string, d: Span, dates: Understood['dates']): boolean =>
  dates.some((other) => other.start > d.end && OR_AS_WELL.test(text.slice(d.end, other.start)));
const OR_AS_WELL =
  /^,? or (?:(?:just as well|maybe|perhaps|possibly|else|even|rather|it was|was it|already|also|then|in|of|on|at|the|early|late) )*$/i;

/** 'Commissioned 2026. 15 May 2026': the one day of nothing else within what was said; today is the day that is asked about. */
function moreExact(stated: Understood['dates'][number], dates: Understood['dates']) {
  if (!stated.value || stated.precision === 'day') return null;
  const { from, to } = boundsOfDate(stated.value);
  const days = dates.filter(
    (d) => (d.role === 'none' || d.role === 'commissioned') && d.precision === 'day' && !d.relative && d.value !== null,
  );
  const within = days.filter((d) => d.value && from <= boundsOfDate(d.value).from && boundsOfDate(d.value).to <= to);
  return within.length === 1 && days.length === 1 ? within[0] : null;
}

/** Further ahead than this a day is rather a slip than a plan, unless the words say that it is to come. */
const PLANNED_YEARS = 2;

/** Says that what was said before it is wrong. */
const CORRECTS = /\b(?:sorry|correction|i mean|i meant|no wait|rather|actually|typo|not in|not on)\b/i;

/** A day of commissioning that cannot be the first one's: they share no day. */
function otherDay([first, ...others]: Understood['dates']): Understood['dates'][number] | null {
  if (!first?.value) return null;
  const { from, to } = boundsOfDate(first.value);
  return others.find((d) => d.value && (boundsOfDate(d.value).from > to || boundsOfDate(d.value).to < from)) ?? null;
}

/** 'commissioned on 3 May 2025', and not installed, delivered or started up then. */
const saysCommissionedOn = (text: string, { start }: Span): boolean =>
  /(?<!\b(?:not|never|yet)\s(?:\w+\s)?)\bcommissioned(?:\s+(?:on|in|since|back in|at))?(?:\s+the)?\s*$/i.test(
    text.slice(0, start),
  );

const PAST_COMMISSIONING = /\b(?:was|were|been|got)\s+(?:re-?)?comm?iss?ion\w*/i;

/** Any day whose included year is over on `today`: what 'the first year is over' says of commissioning. */
const beforeYear = (today: Day): PartialDate =>
  dateFromRange({ from: '1990-01-01' as Day, to: plusDays(plusYears(today, -1), -1) });
