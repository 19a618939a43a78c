import type { Day } from '../domain/day.js';
import { FACT_NAMES, type FactName, type Facts } from '../domain/facts.js';
import type { Covered } from '../domain/verdict.js';
import type { Features, FeatureValue, Row, Rules } from '../knowledge/rules.js';
import { contractState } from './contract-state.js';
import { type Domains, domainsOf } from './domains.js';
import { combinationsOf, decidingRow, type FeatureSets, featureSetsOf, groundsOf, openRows } from './features.js';

/** What is decided of a device, before anything is explained. */
export type Outcome =
  | { readonly kind: 'decided'; readonly row: Row; readonly covered: Covered; readonly grounds: readonly Row[] }
  | {
      readonly kind: 'undetermined';
      readonly covered: Covered;
      readonly missing: readonly FactName[];
      readonly open: readonly Row[];
    };

/**
 * The decision on `asOf`: a ground of exclusion as soon as its fact is known; else the row that all
 * completions of the unknown facts share; else undetermined, with every fact that can change it.
 */
export function decideOutcome(facts: Facts, asOf: Day, rules: Rules): Outcome {
  const domains = domainsOf(facts, asOf, rules);
  return outcomeOf(domains, featureSetsOf(domains, asOf), asOf, rules);
}

/** The same from what the facts can still turn out to be, and the features that follow from it. */
export function outcomeOf(domains: Domains, sets: FeatureSets, asOf: Day, rules: Rules): Outcome {
  const grounds = groundsOf(sets, rules);
  const [ground] = grounds;
  if (ground) return { kind: 'decided', row: ground, covered: ground.covered, grounds };
  const rows = openRows(sets, rules);
  const [only, ...others] = rows as readonly [Row, ...Row[]];
  if (others.every((row) => row.outcome === only.outcome))
    return { kind: 'decided', row: only, covered: only.covered, grounds: [] };
  return {
    kind: 'undetermined',
    covered: others.every((row) => row.covered === only.covered) ? only.covered : 'unknown',
    missing: FACT_NAMES.filter((fact) => changesOutcome(fact, domains, sets, asOf, rules)),
    open: rules.rows.filter((row) => rows.includes(row)),
  };
}

/** Whether two completions that differ in this fact alone differ in outcome. */
function changesOutcome(fact: FactName, domains: Domains, sets: FeatureSets, asOf: Day, rules: Rules): boolean {
  switch (fact) {
    case 'family':
      return differs({ ...sets, class: sets.class.slice(0, 1) }, rules, [
        sets.class.map((value) => ({ class: value })),
      ]);
    case 'nmc':
      return differs({ ...sets, nmc: sets.nmc.slice(0, 1) }, rules, [sets.nmc.map((value) => ({ nmc: value }))]);
    case 'commissioned':
      return differs({ ...sets, year: sets.year.slice(0, 1) }, rules, [sets.year.map((value) => ({ year: value }))]);
    case 'plan':
    case 'contractStart':
    case 'contractEnd':
      return differs(
        { ...sets, cover: sets.cover.slice(0, 1) },
        rules,
        coversBy(fact, domains, asOf).map((covers) => covers.map((cover) => ({ cover }))),
      );
  }
}

/** Whether the outcome differs between two alternatives of one list, with all else the same; `sets`: what else there is. */
function differs(sets: FeatureSets, rules: Rules, lists: readonly (readonly Partial<Features>[])[]): boolean {
  const around = combinationsOf(sets);
  return lists.some(
    ([first, ...others]) =>
      first !== undefined &&
      others.length > 0 &&
      around.some((features) => {
        const { outcome } = decidingRow(rules, { ...features, ...first });
        return others.some((other) => decidingRow(rules, { ...features, ...other }).outcome !== outcome);
      }),
  );
}

/** What the cover can be by one fact of the contract alone: a list for each way in which the other two can turn out. */
function coversBy(
  fact: 'plan' | 'contractStart' | 'contractEnd',
  { plan: plans, contractStart: starts, contractEnd: ends }: Domains,
  asOf: Day,
): readonly (readonly FeatureValue<'cover'>[])[] {
  const coverOf = (plan: Domains['plan'][number], start: Domains['contractStart'][number], end: Day | null) =>
    plan === 'cover' ? contractState(start, end, asOf) : plan === 'visit' ? 'visit' : 'none';
  const lists =
    fact === 'plan'
      ? starts.flatMap((start) => ends.map((end) => plans.map((plan) => coverOf(plan, start, end))))
      : fact === 'contractStart'
        ? plans.flatMap((plan) => ends.map((end) => starts.map((start) => coverOf(plan, start, end))))
        : plans.flatMap((plan) => starts.map((start) => ends.map((end) => coverOf(plan, start, end))));
  const different = new Map(lists.map((list) => [[...new Set(list)].sort().join(), [...new Set(list)]]));
  return [...different.values()];
}
