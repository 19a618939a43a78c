import type { Day } from '../domain/day.js';
import { FACT_NAMES, type FactName, type Facts } from '../domain/facts.js';
import type { Covered } from '../domain/verdict.js';
import type { Feature, Row, Rules } from '../knowledge/rules.js';
import {
  COMPLETION_FACTS,
  type CompletionFact,
  completionsOf,
  type Domains,
  distinctDomains,
  domainsOf,
} from './completions.js';
import { decidingRow, featuresOf } from './features.js';

/** What is decided of a device, before anything is explained. */
export type Outcome =
  | { readonly kind: 'decided'; readonly row: Row; readonly covered: Covered; readonly grounds: readonly Row[] }
  | {
      readonly kind: 'undetermined';
      readonly covered: Covered;
      readonly missing: readonly FactName[];
      readonly open: readonly Row[];
    };

/** The one fact behind each feature that a ground of exclusion may look at. */
const FACT_BEHIND: Readonly<Record<Feature, FactName>> = {
  class: 'family',
  nmc: 'nmc',
  year: 'commissioned',
  cover: 'plan',
};
const KEY_OF: Readonly<Record<FactName, CompletionFact>> = {
  family: 'class',
  nmc: 'nmc',
  commissioned: 'commissioned',
  plan: 'plan',
  contractStart: 'contractStart',
  contractEnd: 'contractEnd',
};

/** Grounds that hold whatever else is unknown, the deciding one first. */
function groundsOf(domains: Domains, rules: Rules): readonly Row[] {
  const holds = (row: Row) =>
    row.when.every(({ feature, is }) => {
      const values = domains[KEY_OF[FACT_BEHIND[feature]]];
      return values.length === 1 && is.includes(String(values[0]));
    });
  return rules.rows.filter((row) => row.ground && holds(row));
}

/**
 * The decision on `asOf`: a ground of exclusion as soon as its fact is known; else the row that all
 * completions of the unknown facts share; else undetermined, with every fact that can change it.
 */
export function decideOutcome(facts: Facts, asOf: Day, rules: Rules): Outcome {
  const all = domainsOf(facts, asOf, rules);
  const grounds = groundsOf(all, rules);
  const [ground] = grounds;
  if (ground) return { kind: 'decided', row: ground, covered: ground.covered, grounds };
  const domains = distinctDomains(all, rules, asOf);
  const decided = [...completionsOf(domains)].map((completion) => ({
    row: decidingRow(rules.rows, featuresOf(completion, asOf)),
  }));
  const outcomes = new Set(decided.map((d) => d.row.outcome));
  const covered = new Set(decided.map((d) => d.row.covered));
  const [only] = decided;
  if (outcomes.size === 1 && only) return { kind: 'decided', row: only.row, covered: only.row.covered, grounds: [] };
  return {
    kind: 'undetermined',
    covered: covered.size === 1 && only ? only.row.covered : 'unknown',
    missing: FACT_NAMES.filter(
      (fact) => domains[KEY_OF[fact]].length > 1 && changesOutcome(KEY_OF[fact], domains, decided),
    ),
    open: rules.rows.filter((row) => decided.some((d) => d.row === row)),
  };
}

/**
 * Whether two completions that differ in this fact alone differ in outcome. Completions are listed as the
 * digits of a number count up (COMPLETION_FACTS), so two that differ in one digit lie a fixed step apart.
 */
function changesOutcome(fact: CompletionFact, domains: Domains, decided: readonly { readonly row: Row }[]): boolean {
  const place = COMPLETION_FACTS.indexOf(fact);
  const step = COMPLETION_FACTS.slice(place + 1).reduce((n, f) => n * domains[f].length, 1);
  const size = domains[fact].length;
  return decided.some(({ row }, i) => {
    const isFirst = Math.floor(i / step) % size === 0;
    if (!isFirst) return false;
    for (let k = 1; k < size; k++) if (decided[i + k * step]?.row.outcome !== row.outcome) return true;
    return false;
  });
}
