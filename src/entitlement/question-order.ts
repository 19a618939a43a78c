import { FACT_NAMES, type FactName } from '../domain/facts.js';
import type { Rules } from '../knowledge/rules.js';
import { outcomeOf } from './outcomes.js';
import { type Space, turned } from './space.js';

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
export type Choose = (missing: readonly FactName[], space: Space) => FactName;

const DONE: Plan = { cost: { most: 0, mean: 0 }, first: null };
/** Sums of fractions in another order differ by less than this. */
const SAME = 1e-9;

const isLess = (a: QuestionCost, b: QuestionCost): boolean =>
  a.most !== b.most ? a.most < b.most : a.mean < b.mean - SAME;

/** What was found once for some rules; there are a few thousand spaces that differ. */
const found = new WeakMap<Rules, Map<string, Plan>>();

/**
 * The question to ask first so that the fewest are needed in all, at the most and then on average: every order is tried. Where two
 * are as good, the order of the rules decides. Answers that no row tells apart count as one. `never`: facts that may not be
 * asked. `choose`: another way to choose, whose cost is then told.
 */
export function bestQuestion(space: Space, rules: Rules, never: readonly FactName[] = [], choose?: Choose): Plan {
  const kept = found.get(rules) ?? new Map<string, Plan>();
  found.set(rules, kept);
  return search(distinctCards(space, rules), { rules, never, choose, memo: choose ? new Map() : kept });
}

interface Search {
  readonly rules: Rules;
  readonly never: readonly FactName[];
  readonly choose: Choose | undefined;
  readonly memo: Map<string, Plan>;
}

function search(space: Space, how: Search): Plan {
  const key = [space.class, space.nmc, space.year, space.plan, space.contract.join('/'), how.never].join(';');
  const known = how.memo.get(key);
  if (known) return known;
  const plan = searched(space, how);
  how.memo.set(key, plan);
  return plan;
}

function searched(space: Space, how: Search): Plan {
  const outcome = outcomeOf(space, how.rules);
  const missing = outcome.kind === 'decided' ? [] : outcome.missing.filter((fact) => !how.never.includes(fact));
  if (missing.length === 0) return DONE;
  let best: Plan | null = null;
  for (const first of how.choose ? [how.choose(missing, space)] : missing) {
    const costs = answersTo(first, space).map((answered) => search(answered, how).cost);
    const cost = {
      most: 1 + Math.max(...costs.map((c) => c.most)),
      mean: 1 + costs.reduce((sum, c) => sum + c.mean, 0) / costs.length,
    };
    if (best === null || isLess(cost, best.cost)) best = { cost, first };
  }
  return best ?? DONE;
}

/** What a device can still be after each answer to a question. */
export function answersTo(fact: FactName, space: Space): readonly Space[] {
  switch (fact) {
    case 'family':
      return space.class.map((value) => ({ ...space, class: [value] }));
    case 'nmc':
      return space.nmc.map((value) => ({ ...space, nmc: [value] }));
    case 'commissioned':
      return space.year.map((value) => ({ ...space, year: [value] }));
    case 'plan':
      return space.plan.map((value) => ({ ...space, plan: [value] }));
    case 'contractStart':
      return space.contract.map((line) => ({ ...space, contract: [line] }));
    case 'contractEnd':
      return turned(space.contract).map((column) => ({ ...space, contract: turned([column]) }));
  }
}

function distinctCards(space: Space, rules: Rules): Space {
  const asked = (card: string) =>
    rules.rows.map((row) => row.when.some((c) => c.feature === 'nmc' && c.is.includes(card))).join();
  return { ...space, nmc: [...new Map(space.nmc.map((card) => [asked(card), card])).values()] };
}

/** Facts that matter in the order in which they are best asked: each for the case that those before it are not known. The product comes first. */
export function questionOrder(missing: readonly FactName[], space: Space, rules: Rules): readonly FactName[] {
  const order: FactName[] = [];
  while (order.length < missing.length) {
    const [only, ...more] = missing.filter((fact) => !order.includes(fact));
    if (only === undefined) break;
    const next = only === FACT_NAMES[0] || more.length === 0 ? only : bestQuestion(space, rules, order).first;
    order.push(next ?? only);
  }
  return order;
}
