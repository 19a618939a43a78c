import type { Day } from '../domain/day.js';
import { FACT_NAMES, type FactName, type Facts } from '../domain/facts.js';
import type { Rules } from '../knowledge/rules.js';
import { contractState } from './contract-state.js';
import { type Domains, domainsOf } from './domains.js';
import { featureSetsOf, sharedRow } from './features.js';
import { yearAt } from './included-year.js';
import { outcomeOf } from './outcomes.js';

/** How many questions it takes until nothing is open any more: at the most, and on average over answers that are equally likely. */
export interface QuestionCost {
  readonly most: number;
  readonly mean: number;
}

/** Facts in the order of the rules, by their part of the domains. */
const PART = {
  family: 'class',
  nmc: 'nmc',
  commissioned: 'commissioned',
  plan: 'plan',
  contractStart: 'contractStart',
  contractEnd: 'contractEnd',
} as const satisfies Readonly<Record<FactName, keyof Domains>>;

const NONE: QuestionCost = { most: 0, mean: 0 };

/** Which of two takes fewer questions: at the most, then on average. */
const isLess = (a: QuestionCost, b: QuestionCost): boolean =>
  a.most !== b.most ? a.most < b.most : a.mean < b.mean - 1e-9;

/**
 * Asks for facts in one's mind until the verdict stands, and tells what that costs. `choose` names the next question of those that
 * matter still; null: the best one, found by trying all. Answers that no row tells apart count as one.
 */
export function questionCosts(
  facts: Facts,
  asOf: Day,
  rules: Rules,
  choose: ((missing: readonly FactName[]) => FactName) | null = null,
): { readonly cost: QuestionCost; readonly first: FactName | null } {
  const memo = new Map<string, { readonly cost: QuestionCost; readonly first: FactName | null }>();
  const search = (domains: Domains): { readonly cost: QuestionCost; readonly first: FactName | null } => {
    const key = FACT_NAMES.map((fact) => domains[PART[fact]].join()).join(';');
    const known = memo.get(key);
    if (known) return known;
    const found = searched(domains);
    memo.set(key, found);
    return found;
  };
  const searched = (domains: Domains): { readonly cost: QuestionCost; readonly first: FactName | null } => {
    const sets = featureSetsOf(domains, asOf);
    if (sharedRow(sets, rules)) return { cost: NONE, first: null };
    const outcome = outcomeOf(domains, sets, asOf, rules);
    const missing = outcome.kind === 'undetermined' ? outcome.missing : [];
    let best: { readonly cost: QuestionCost; readonly first: FactName | null } | null = null;
    for (const fact of choose ? [choose(missing)] : missing) {
      const answers: readonly Domains[keyof Domains][number][] = domains[PART[fact]];
      const costs = answers.map((answer) => search({ ...domains, [PART[fact]]: [answer] }).cost);
      const cost = {
        most: 1 + Math.max(...costs.map((c) => c.most)),
        mean: 1 + costs.reduce((sum, c) => sum + c.mean, 0) / costs.length,
      };
      if (best === null || isLess(cost, best.cost)) best = { cost, first: fact };
    }
    return best ?? { cost: NONE, first: null };
  };
  return search(distinctDomains(domainsOf(facts, asOf, rules), rules, asOf));
}

/** The domains with one value for all that no row can tell apart. */
function distinctDomains(domains: Domains, rules: Rules, asOf: Day): Domains {
  const asked = (feature: string, value: string) =>
    rules.rows.map((row) => row.when.some((c) => c.feature === feature && c.is.includes(value))).join();
  return {
    class: distinctBy(domains.class, (v) => asked('class', v)),
    nmc: distinctBy(domains.nmc, (v) => asked('nmc', v)),
    commissioned: distinctBy(domains.commissioned, (v) => (v === 'not-yet' ? 'before' : yearAt(v, asOf))),
    plan: domains.plan,
    contractStart: distinctBy(domains.contractStart, (start) =>
      domains.contractEnd.map((end) => contractState(start, end, asOf)).join(),
    ),
    contractEnd: distinctBy(domains.contractEnd, (end) =>
      domains.contractStart.map((start) => contractState(start, end, asOf)).join(),
    ),
  };
}

function distinctBy<T>(values: readonly T[], signature: (value: T) => string): readonly T[] {
  const seen = new Map<string, T>();
  for (const value of values) if (!seen.has(signature(value))) seen.set(signature(value), value);
  return [...seen.values()];
}
