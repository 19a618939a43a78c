import { FACT_NAMES, type FactName } from '../domain/facts.js';
import type { Rules } from '../knowledge/rules.js';
import { type Open, toldApart } from './open.js';
import { decideOpen } from './outcomes.js';

/** How many questions it takes until nothing is open: at the most, and on average over answers that are equally likely. */
export interface QuestionCost {
  readonly most: number;
  readonly mean: number;
}

export interface Plan {
  readonly cost: QuestionCost;
  /** What to ask first; null: nothing is open, or nothing that may be asked. */
  readonly first: FactName | null;
}

/** Tells which of the facts that matter is asked next; null: whichever takes the fewest questions. */
export type Choose = (missing: readonly FactName[], open: Open) => FactName;

const DONE: Plan = { cost: { most: 0, mean: 0 }, first: null };
/** Sums of fractions in another order differ by less than this. */
const SAME = 1e-9;

const isLess = (a: QuestionCost, b: QuestionCost): boolean =>
  a.most !== b.most ? a.most < b.most : a.mean < b.mean - SAME;

/** What was found once for some rules; there are a few thousand that differ. */
const found = new WeakMap<Rules, Map<string, Plan>>();

/**
 * The question to ask first so that the fewest are needed in all, at the most and then on average: every order is tried. Where two
 * are as good, the order of the rules decides. Answers that no row tells apart count as one. `never`: facts that may not be
 * asked. `choose`: another way to choose, whose cost is then told.
 */
export function bestQuestion(open: Open, rules: Rules, never: readonly FactName[] = [], choose?: Choose): Plan {
  const kept = found.get(rules) ?? new Map<string, Plan>();
  found.set(rules, kept);
  return search(toldApart(open, rules), { rules, never, choose, memo: choose ? new Map() : kept });
}

interface Search {
  readonly rules: Rules;
  readonly never: readonly FactName[];
  readonly choose: Choose | undefined;
  readonly memo: Map<string, Plan>;
}

function search(open: Open, how: Search): Plan {
  const key = [open.class, open.nmc, open.year, open.plan, open.contract.join('/'), how.never].join(';');
  const known = how.memo.get(key);
  if (known) return known;
  const plan = searched(open, how);
  how.memo.set(key, plan);
  return plan;
}

function searched(open: Open, how: Search): Plan {
  const outcome = decideOpen(open, how.rules);
  const missing = outcome.kind === 'decided' ? [] : outcome.missing.filter((fact) => !how.never.includes(fact));
  if (missing.length === 0) return DONE;
  let best: Plan | null = null;
  for (const first of how.choose ? [how.choose(missing, open)] : missing) {
    const costs = answersTo(first, open).map((answered) => search(answered, how).cost);
    const cost = {
      most: 1 + Math.max(...costs.map((c) => c.most)),
      mean: 1 + costs.reduce((sum, c) => sum + c.mean, 0) / costs.length,
    };
    if (best === null || isLess(cost, best.cost)) best = { cost, first };
  }
  return best ?? DONE;
}

/** What a device can still be after each answer to a question. */
function answersTo(fact: FactName, open: Open): readonly Open[] {
  switch (fact) {
    case 'family':
      return open.class.map((value) => ({ ...open, class: [value] }));
    case 'nmc':
      return open.nmc.map((value) => ({ ...open, nmc: [value] }));
    case 'commissioned':
      return open.year.map((value) => ({ ...open, year: [value] }));
    case 'plan':
      return open.plan.map((value) => ({ ...open, plan: [value] }));
    case 'contractStart':
      return open.contract.map((line) => ({ ...open, contract: [line] }));
    case 'contractEnd':
      return turned(open.contract).map((column) => ({ ...open, contract: turned([column]) }));
  }
}

/** Facts that matter in the order in which they are best asked: each for the case that those before it are not known. The product comes first. */
export function questionOrder(missing: readonly FactName[], open: Open, rules: Rules): readonly FactName[] {
  const order: FactName[] = [];
  while (order.length < missing.length) {
    const [only, ...more] = missing.filter((fact) => !order.includes(fact));
    if (only === undefined) break;
    const next = only === FACT_NAMES[0] || more.length === 0 ? only : bestQuestion(open, rules, order).first;
    order.push(next ?? only);
  }
  return order;
}

/** Columns as lines. */
const turned = <T>(lines: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  (lines[0] ?? []).map((_, column) => lines.map((line) => line[column] as T));
