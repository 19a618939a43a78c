import { type Day, plusDays } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import { boundsOfDate, type PartialDate } from '../domain/partial-date.js';
import type { Change } from '../domain/verdict.js';
import type { Row, Rules } from '../knowledge/rules.js';
import { openResult, rowResult } from './change-result.js';
import { featureSetsOf, sharedRow } from './features.js';
import { anniversary } from './included-year.js';
import { openOf } from './open.js';

/**
 * Days after `asOf` from which on the outcome may be another with the same facts, in their order; between two of them nothing
 * turns. A date that is not known to the day turns at the earliest and at the latest day that it could be.
 */
export function turningDays(facts: Facts, asOf: Day): readonly Day[] {
  const { commissioned, contractStart, contractEnd } = facts;
  const days: Day[] = [];
  const both = (date: PartialDate, of: (day: Day) => Day) => {
    const { from, to } = boundsOfDate(date);
    days.push(of(from), of(to));
  };
  if (commissioned !== undefined && commissioned !== 'not-yet') {
    both(commissioned, (day) => day);
    both(commissioned, anniversary);
  }
  if (contractStart !== undefined && contractStart !== 'in-effect') both(contractStart, (day) => day);
  if (contractEnd !== undefined) both(contractEnd, (day) => plusDays(day, 1));
  return [...new Set(days.filter((day) => day > asOf))].sort();
}

/** For each other outcome that comes by time alone, the first day on which it is certain, or on which it is open. */
export function timeChanges(from: Row, facts: Facts, asOf: Day, rules: Rules): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const on of turningDays(facts, asOf)) {
    const row = sharedRow(featureSetsOf(openOf(facts, on, rules)), rules);
    const key = row?.outcome ?? '';
    if (key === from.outcome || changes.has(key)) continue;
    const result = row ? rowResult(row) : openResult(facts, on, rules);
    changes.set(key, { by: 'time', change: { asOf: on }, ...result, planName: null, note: null });
  }
  return [...changes.values()];
}
