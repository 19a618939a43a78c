import type { Day } from '../domain/day.js';
import { FACT_NAMES, type FactName, type Facts } from '../domain/facts.js';
import type { Covered } from '../domain/verdict.js';
import type { Features, Row, Rules } from '../knowledge/rules.js';
import { combinationsOf, decidingRow, type FeatureSets, featureSetsOf, groundsOf, openRows } from './features.js';
import { coverOf, type Space, spaceOf, turned } from './space.js';

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
export const decideOutcome = (facts: Facts, asOf: Day, rules: Rules): Outcome =>
  outcomeOf(spaceOf(facts, asOf, rules), rules);

/** The same of all that a device can still turn out to be. */
export function outcomeOf(space: Space, rules: Rules): Outcome {
  const sets = featureSetsOf(space);
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
    missing: FACT_NAMES.filter((fact) => differs(sets, rules, alternativesOf(fact, space))),
    open: rules.rows.filter((row) => rows.includes(row)),
  };
}

/** What the rows look at by one fact alone: a list for each way in which the others can turn out, as far as it depends on them. */
function alternativesOf(fact: FactName, space: Space): readonly (readonly Partial<Features>[])[] {
  switch (fact) {
    case 'family':
      return [space.class.map((value) => ({ class: value }))];
    case 'nmc':
      return [space.nmc.map((nmc) => ({ nmc }))];
    case 'commissioned':
      return [space.year.map((year) => ({ year }))];
    case 'plan':
      return space.contract.flatMap((line) =>
        line.map((state) => space.plan.map((plan) => ({ cover: coverOf(plan, state) }))),
      );
    case 'contractStart':
    case 'contractEnd': {
      if (!space.plan.includes('cover')) return [];
      const lists = fact === 'contractEnd' ? space.contract : turned(space.contract);
      return lists.map((states) => states.map((cover) => ({ cover })));
    }
  }
}

/** Whether two completions that differ in one fact alone differ in outcome: two alternatives of one list, with all else the same. */
function differs(sets: FeatureSets, rules: Rules, lists: readonly (readonly Partial<Features>[])[]): boolean {
  return lists.some(([first, ...others]) => {
    if (first === undefined || others.length === 0) return false;
    const narrowed = Object.fromEntries(Object.entries(first).map(([feature, value]) => [feature, [value]]));
    return combinationsOf({ ...sets, ...narrowed }).some((features) => {
      const { outcome } = decidingRow(rules, features);
      return others.some((other) => decidingRow(rules, { ...features, ...other }).outcome !== outcome);
    });
  });
}
