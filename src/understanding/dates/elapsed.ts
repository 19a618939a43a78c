import { type Day, earlier, later, monthBounds, plusDays } from '../../domain/day.js';
import type { PartialDate } from '../../domain/partial-date.js';
import { FIRST_DAY, LAST_DAY, plusMonths, spanOf } from './calendar-spans.js';
import type { DatePrecision } from './date-mention.js';
import { type Count, countAt } from './number-words.js';
import type { Found, Scan } from './scan.js';
import { isApostrophe, isGlued, markAt, startsClean, wordAt } from './tokens.js';

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const UNITS: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ['minute', 'minute minutes min mins'],
      ['hour', 'hour hours hr hrs h'],
      ['day', 'day days d'],
      ['week', 'week weeks wk wks w'],
      ['month', 'month months mth mths mo mos'],
      ['year', 'year years yr yrs y'],
    ] as const
  ).flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit] as const)),
);

/** What is said about the count: the words, and how many tokens they take. */
type Hedge = 'about' | 'exactly' | 'almost' | 'over' | 'justOver' | 'under' | 'none';

const HEDGES: readonly (readonly [readonly string[], Hedge])[] = (
  [
    ['a little over', 'justOver'],
    ['a bit over', 'justOver'],
    ['just over', 'justOver'],
    ['slightly over', 'justOver'],
    ['slightly more than', 'justOver'],
    ['a little more than', 'justOver'],
    ['just under', 'almost'],
    ['a little under', 'almost'],
    ['a bit less than', 'almost'],
    ['a little less than', 'almost'],
    ['not quite', 'almost'],
    ['more than', 'over'],
    ['at least', 'over'],
    ['well over', 'over'],
    ['less than', 'under'],
    ['not even', 'under'],
    ['up to', 'under'],
    ['exactly', 'exactly'],
    ['barely', 'almost'],
    ['hardly', 'almost'],
    ['scarcely', 'almost'],
    ['almost', 'almost'],
    ['nearly', 'almost'],
    ['over', 'over'],
    ['under', 'under'],
    ['about', 'about'],
    ['around', 'about'],
    ['approximately', 'about'],
    ['approx', 'about'],
    ['roughly', 'about'],
    ['circa', 'about'],
    ['ca', 'about'],
    ['some', 'about'],
    ['maybe', 'about'],
    ['perhaps', 'about'],
  ] as const
).map(([words, hedge]) => [words.split(' '), hedge] as const);

/**
 * How long ago or old: `three weeks ago`, `about 7 months old`, `six years in operation`, `since 2 years`, `in the last six months`,
 * `in two weeks` (where the tense is the future). The widths stand at `around`.
 */
export function elapsed(scan: Scan, i: number): Found | null {
  return startsClean(scan.tokens, i) ? (trailing(scan, i) ?? hedged(scan, i)) : null;
}

/** With these a hedge begins: most words of a text begin none. */
const HEDGING = new Set(HEDGES.map(([[first]]) => first));

function hedgeAt({ tokens }: Scan, i: number): { hedge: Hedge; end: number } {
  if (markAt(tokens, i) === '~') return { hedge: 'about', end: i + 1 };
  if (!HEDGING.has(wordAt(tokens, i))) return { hedge: 'none', end: i };
  for (const [words, hedge] of HEDGES) {
    if (!words.every((word, n) => wordAt(tokens, i + n) === word)) continue;
    const end = i + words.length;
    return { hedge, end: words.length === 1 && markAt(tokens, end) === '.' ? end + 1 : end };
  }
  return { hedge: 'none', end: i };
}

const FORTNIGHT = /^fortnights?$/;

/** A count with its unit; `a year and a half`, `a year or two`, `a week or so`, `1 year and 3 months`. */
function lengthAt({ tokens }: Scan, i: number): { count: Count; unit: Unit; end: number } | null {
  const count = countAt(tokens, i);
  if (!count) return null;
  const at = markAt(tokens, count.end) === '-' ? count.end + 1 : count.end;
  const said = wordAt(tokens, at);
  const end = at + 1;
  if (FORTNIGHT.test(said)) return { unit: 'week', end, count: { ...count, low: 2 * count.low, high: 2 * count.high } };
  const unit = UNITS.get(said);
  if (!unit) return null;
  const [first, second, third] = [0, 1, 2].map((n) => wordAt(tokens, end + n));
  if (first === 'and' && second === 'a' && third === 'half') {
    return { unit, end: end + 3, count: { ...count, low: count.low + 0.5, high: count.high + 0.5, vague: true } };
  }
  if (first === 'or' && second === 'two') return { unit, end: end + 2, count: { ...count, high: 2 } };
  if (first === 'or' && second === 'so') return { unit, end: end + 2, count: { ...count, vague: true } };
  const more = unit === 'year' ? countAt(tokens, first === 'and' ? end + 1 : end) : null;
  if (more && UNITS.get(wordAt(tokens, more.end)) === 'month') {
    const months = { low: 12 * count.low + more.low, high: 12 * count.high + more.high };
    return { unit: 'month', end: more.end + 1, count: { ...more, ...months } };
  }
  return { unit, end, count };
}

function hedged(scan: Scan, i: number): Found | null {
  const { tokens, context } = scan;
  const said = hedgeAt(scan, i);
  const length = lengthAt(scan, said.end);
  if (!length) return null;
  const { count, unit } = length;
  const dash = markAt(tokens, length.end) === '-' ? 1 : 0;
  const next = wordAt(tokens, length.end + dash);
  const found = (end: number, value: PartialDate): Found => {
    const precision: DatePrecision = /^\d{4}-\d\d-\d\d$/.test(value) ? 'day' : 'approximate';
    return { end, value, precision, relative: true };
  };
  if (next === 'ago' || next === 'old' || (next === 'back' && dash === 0)) {
    const today = next === 'ago' && wordAt(tokens, length.end + 1) === 'today';
    const hedge = today ? 'exactly' : said.hedge;
    return found(length.end + dash + (today ? 2 : 1), around(context.today, unit, count, hedge, -1));
  }
  // 'Nearly six years in operation'; months may be a card's, or a person's, and would count as the included year.
  const spent = next === 'in' || next === 'on' ? wordAt(tokens, length.end + dash + 1) : '';
  if (IN_WORK.test(`${next} ${spent}`) && unit === 'year' && count.low >= 2)
    return found(length.end, around(context.today, unit, count, said.hedge, -1));
  const before = wordAt(tokens, length.end - 1).length > 1 ? wordAt(tokens, i - 1) : '';
  if (before === 'since') return found(length.end, around(context.today, unit, count, said.hedge, -1));
  // 'On battery, running for two hours' is about today.
  if (before === 'for' && unit !== 'hour' && unit !== 'minute' && hasBeenRunning(scan, i - 1))
    return found(length.end, around(context.today, unit, count, said.hedge, -1));
  // 'About five years since commissioning'
  if (next === 'since' && COMMISSIONING.test(wordAt(tokens, length.end + 1)))
    return found(length.end, around(context.today, unit, count, said.hedge, -1));
  const ahead = next === 'from' && wordAt(tokens, length.end + 1) === 'now';
  if (ahead) return found(length.end + 2, around(context.today, unit, count, said.hedge, 1));
  if (before !== 'in' && before !== 'within') return null;
  const time = isApostrophe(markAt(tokens, length.end)) && wordAt(tokens, length.end + 1) === 'time';
  if (!time && context.tense !== 'future') return null;
  const hedge = before === 'within' ? 'under' : said.hedge;
  return found(time ? length.end + 2 : length.end, around(context.today, unit, count, hedge, 1));
}

/** 'Has been in service for four years', ', live for four years', and not 'has been extended for two'. */
function hasBeenRunning({ tokens }: Scan, at: number): boolean {
  const words: string[] = [];
  for (let i = at - 1; i >= 0 && words.length < MOST_BETWEEN; i--) {
    const word = wordAt(tokens, i);
    if (word === 'been' || (word === '' && words.length > 0)) return RUNNING.test(words.reverse().join(' '));
    words.push(word);
  }
  return false;
}
const IN_WORK = /^(?:in (?:operation|service|use)|on load)$/;
const MOST_BETWEEN = 7;
const RUNNING =
  /^(?:(?:now|already|up and) )*(?:running|working|operational|operating|live|online|active|on load|carrying (?:the )?load|in (?:service|operation|use|effect|force|place))(?: (?:here|there|now|already|continuously))*$/;

const COMMISSIONING = /^(?:the|its|their|our|commissioning|start|startup|installation|handover)$/;

/** `in the last six months`, `within the past year`: from then until today. */
function trailing(scan: Scan, i: number): Found | null {
  const { tokens } = scan;
  if (!['in', 'within', 'during', 'over'].includes(wordAt(tokens, i)) || wordAt(tokens, i + 1) !== 'the') return null;
  if (!['last', 'past'].includes(wordAt(tokens, i + 2))) return null;
  const single = UNITS.get(wordAt(tokens, i + 3));
  const one = { low: 1, high: 1, vague: false, end: i + 3 };
  const length = single ? { count: one, unit: single, end: i + 4 } : lengthAt(scan, i + 3);
  if (!length || wordAt(tokens, length.end) === 'of' || isGlued(tokens, length.end + 1)) return null;
  const value = around(scan.context.today, length.unit, length.count, 'under', -1);
  return { end: length.end, value, precision: 'range', relative: true };
}

/** The day `n` units from today; `sign` -1: back. */
function away(today: Day, unit: Unit, n: number, sign: number): Day {
  if (unit === 'minute') return plusDays(today, sign);
  if (unit === 'hour') return plusDays(today, sign * Math.ceil(n / 24));
  if (unit === 'day') return plusDays(today, sign * Math.round(n));
  if (unit === 'week') return plusDays(today, sign * Math.round(7 * n));
  return plusMonths(today, sign * Math.round(unit === 'month' ? n : 12 * n));
}

/**
 * The days that a length of time from today can mean; counts are as loose as people are:
 * - minutes and hours: today back to the day that many hours ago, at least yesterday;
 * - days: one day exactly, more within a tenth, at least one day;
 * - weeks: within a tenth, at least 3 days either way (three weeks ago: 18 to 24 days);
 * - months: that calendar month and 15 days on both sides;
 * - years: one within 3 months, two to four within 6, five and more within 12.
 * `about`, `a few` and halves: days and weeks twice as loose; months one whole calendar month more on each side and
 * another for each year; a year and a half is 18 such months; years half as loose again.
 * `almost`: the last quarter of the length; `just over`: a quarter more; `over`, `at least`: any time before (or
 * after); `under`: any day up to then; `exactly`: that day.
 */
export function around(today: Day, unit: Unit, count: Count, hedge: Hedge, sign: -1 | 1): PartialDate {
  const { low, high } = count;
  const near = away(today, unit, low, sign);
  const far = away(today, unit, high, sign);
  if (hedge === 'exactly') return spanOf(near, far);
  if (hedge === 'under') return spanOf(today, far);
  if (hedge === 'over') return spanOf(near, sign < 0 ? FIRST_DAY : LAST_DAY);
  if (hedge === 'almost') return spanOf(away(today, finer(unit), 0.75 * low * perFiner(unit), sign), far);
  if (hedge === 'justOver') return spanOf(near, away(today, finer(unit), 1.25 * high * perFiner(unit), sign));
  if (unit === 'hour' || unit === 'minute') return spanOf(today, far);
  const vague = hedge === 'about' || count.vague;
  if (unit === 'month' || (unit === 'year' && !Number.isInteger(low))) {
    return loosely(today, sign, ...calendarMonths(today, unit === 'month' ? 1 : 12, count, vague, sign));
  }
  const slack = slackOf(unit, high, vague);
  const [from, to] = sign < 0 ? [far, near] : [near, far];
  const wide = (d: Day, by: number) => (unit === 'year' ? plusMonths(d, by) : plusDays(d, by));
  return loosely(today, sign, wide(from, -slack), wide(to, slack));
}

/** What was some time ago is not still to come, and the other way round. */
const loosely = (today: Day, sign: number, from: Day, to: Day): PartialDate =>
  sign < 0 ? spanOf(earlier(from, today), earlier(to, today)) : spanOf(later(from, today), later(to, today));

function calendarMonths(today: Day, perUnit: number, { low, high }: Count, vague: boolean, sign: number): [Day, Day] {
  const months = [low, high].map((n) => sign * Math.round(n * perUnit)).sort((a, b) => a - b);
  const [first = 0, last = 0] = months;
  const extra = vague ? 1 + Math.floor((high * perUnit) / 12) : 0;
  const from = monthBounds(plusMonths(today, first - extra).slice(0, 7))?.from ?? today;
  const to = monthBounds(plusMonths(today, last + extra).slice(0, 7))?.to ?? today;
  return vague ? [from, to] : [plusDays(from, -15), plusDays(to, 15)];
}

/** Days of slack for days and weeks, months for years. */
function slackOf(unit: Unit, n: number, vague: boolean): number {
  if (unit === 'year') return Math.round((n < 2 ? 3 : n < 5 ? 6 : 12) * (vague ? 1.5 : 1));
  const days = unit === 'week' ? Math.max(3, Math.round(0.7 * n)) : n === 1 ? 0 : Math.max(1, Math.round(0.1 * n));
  return vague ? Math.max(1, 2 * days) : days;
}

const finer = (unit: Unit): Unit => (unit === 'year' ? 'month' : unit === 'week' || unit === 'month' ? 'day' : unit);
const perFiner = (unit: Unit): number => ({ year: 12, month: 30, week: 7, day: 1, hour: 1, minute: 1 })[unit];
