import { type Day, earlier, later, plusDays } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import { boundsOfDate, dateFromRange, type PartialDate } from '../domain/partial-date.js';
import type { Gap, Verdict } from '../domain/verdict.js';
import type { PlanGives } from '../knowledge/rules.js';
import { anniversary, firstDayStillIncluded, lastIncludedDay } from './included-year.js';

/** The last covered day while the included year runs; a range where the day of commissioning is open. */
export function includedUntil(commissioned: PartialDate, asOf: Day): PartialDate {
  const { from, to } = boundsOfDate(commissioned);
  const first = firstDayStillIncluded(asOf);
  const earliest = later(from, first);
  const latest = earlier(to, asOf);
  return dateFromRange({ from: lastIncludedDay(earliest), to: lastIncludedDay(latest) });
}

/**
 * The days without cover between the included year and a contract that starts later, or null where
 * there are none or where it is not certain that there are any.
 */
export function gapOf(facts: Facts, gives: PlanGives | null): Gap | null {
  const { commissioned, contractStart, contractEnd } = facts;
  if (gives !== 'cover' || commissioned === undefined || commissioned === 'not-yet') return null;
  if (contractStart === undefined || contractStart === 'in-effect') return null;
  const bought = boundsOfDate(commissioned);
  const start = boundsOfDate(contractStart);
  // A contract that ends before it starts bounds nothing.
  if (contractEnd !== undefined && boundsOfDate(contractEnd).to < start.from) return null;
  if (start.from <= anniversary(bought.to)) return null;
  return {
    from: dateFromRange({ from: anniversary(bought.from), to: anniversary(bought.to) }),
    to: dateFromRange({ from: plusDays(start.from, -1), to: plusDays(start.to, -1) }),
  };
}

/** Whether a gap is of one day only, both its ends known to the day. */
export const isOneDay = (gap: Gap): boolean => gap.from === gap.to && gap.from.length === 10;

/** What begins after `asOf`, or ends on it or later, in the order of days. */
export function upcomingOf(facts: Facts, asOf: Day): Verdict['upcoming'] {
  const events: { event: string; on: PartialDate }[] = [];
  const starts = (event: string, on: PartialDate | 'not-yet' | 'in-effect' | undefined) => {
    if (on !== undefined && on !== 'not-yet' && on !== 'in-effect' && boundsOfDate(on).from > asOf)
      events.push({ event, on });
  };
  // What ends today has its last day before it.
  const ends = (event: string, on: PartialDate | undefined) => {
    if (on !== undefined && boundsOfDate(on).from >= asOf) events.push({ event, on });
  };
  const { commissioned } = facts;
  starts('commissioning', commissioned);
  if (commissioned !== undefined && commissioned !== 'not-yet') {
    const { from, to } = boundsOfDate(commissioned);
    ends('included-year-ends', dateFromRange({ from: lastIncludedDay(from), to: lastIncludedDay(to) }));
  }
  starts('contract-starts', facts.contractStart);
  ends('contract-ends', facts.contractEnd);
  return events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
