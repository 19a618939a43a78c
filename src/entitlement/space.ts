import type { Day } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import type { FeatureValue, Rules } from '../knowledge/rules.js';
import { contractState } from './contract-state.js';
import { type Domains, domainsOf, type PlanKind } from './domains.js';
import { yearAt } from './included-year.js';

type Contract = ReturnType<typeof contractState>;

/**
 * All that a device can still turn out to be, as far as the rows tell it apart: whatever can be of one fact can be with any of
 * another. Days are gone, so one space stands for very many facts.
 */
export interface Space {
  readonly class: readonly FeatureValue<'class'>[];
  readonly nmc: readonly FeatureValue<'nmc'>[];
  readonly year: readonly FeatureValue<'year'>[];
  readonly plan: readonly PlanKind[];
  /** Where a contract stands, by its start (a line each) and its end (a column each). */
  readonly contract: readonly (readonly Contract[])[];
}

export const spaceOf = (facts: Facts, asOf: Day, rules: Rules): Space => spaceIn(domainsOf(facts, asOf, rules), asOf);

export function spaceIn(domains: Domains, asOf: Day): Space {
  const lines = domains.contractStart.map((start) => domains.contractEnd.map((end) => contractState(start, end, asOf)));
  return {
    class: domains.class,
    nmc: domains.nmc,
    year: [...new Set(domains.commissioned.map((c) => yearOf(c, asOf)))],
    plan: domains.plan,
    contract: turned(distinctLines(turned(distinctLines(lines)))),
  };
}

export const yearOf = (commissioned: Day | 'not-yet', asOf: Day): FeatureValue<'year'> =>
  commissioned === 'not-yet' ? 'before' : yearAt(commissioned, asOf);

/** What rows look at of a plan and the state of its contract. */
export const coverOf = (plan: PlanKind, contract: Contract): FeatureValue<'cover'> =>
  plan === 'cover' ? contract : plan === 'visit' ? 'visit' : 'none';

function distinctLines<T>(lines: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lines.length < 2 ? lines : [...new Map(lines.map((line) => [line.join(), line])).values()];
}

/** Columns as lines. */
export const turned = <T>(lines: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  (lines[0] ?? []).map((_, column) => lines.map((line) => line[column] as T));
