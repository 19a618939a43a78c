import { type Day, parseDay, plusDays } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import type { Verdict } from '../domain/verdict.js';
import type { Rules } from '../knowledge/rules.js';
import { decide } from './decide.js';

/** The end of cover that is running. */
export interface CoverEnd {
  /** The last covered day, by all that is known now. */
  readonly until: Day;
  /** As of the day asked about. */
  readonly verdict: Verdict;
}

/** The included year, then a contract: no more follow each other. */
const MOST_STAGES = 3;

/** The same by rules that may change meanwhile. */
export const coverEndBy =
  (rules: () => Rules) =>
  (facts: Facts, asOf: Day): CoverEnd | null =>
    coverEnd(facts, asOf, rules());

/**
 * Until which day a device that is covered on the day `asOf` stays covered without a gap: to the end of its contract, where that takes
 * over from the included year. Null where it is not covered, or no last day is known to the day.
 */
export function coverEnd(facts: Facts, asOf: Day, rules: Rules): CoverEnd | null {
  const verdict = decide(facts, asOf, rules);
  if (verdict.contradictions.length > 0) return null;
  let until: Day | null = null;
  let next = verdict;
  for (let stage = 0; stage < MOST_STAGES && next.covered === 'yes'; stage++) {
    until = parseDay(next.coveredUntil ?? '');
    if (until === null) return null;
    next = decide(facts, plusDays(until, 1), rules);
  }
  return until === null ? null : { until, verdict };
}
