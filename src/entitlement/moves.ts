import type { Day } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import { FEATURES, type PlanRule, type Rules } from '../knowledge/rules.js';
import { contractState } from './contract-state.js';
import type { FeatureSets } from './features.js';
import { firstDayStillIncluded } from './included-year.js';
import { contractDays } from './open.js';

/** One thing that could be otherwise, by what the rows look at: all `changes` of facts come to the same. */
export interface Move {
  readonly by: 'customer' | 'nobody';
  readonly gives: Partial<FeatureSets>;
  /** How many facts it changes. */
  readonly size: number;
  readonly changes: readonly {
    readonly change: Readonly<Record<string, string>>;
    readonly planName: string | null;
  }[];
}

/**
 * All that could be otherwise with a device, a list for each feature. The customer can have it commissioned, have a plan take
 * effect, order a visit or give a plan up. The product, the card and a day that is past are as they are; of facts that are
 * not known nothing is supposed.
 */
export function movesOf(facts: Facts, sets: FeatureSets, asOf: Day, rules: Rules): readonly (readonly Move[])[] {
  return [
    classMoves(facts, sets, rules),
    cardMoves(facts, rules),
    yearMoves(facts, sets, asOf),
    coverMoves(facts, asOf, rules),
  ];
}

const one = (by: Move['by'], gives: Partial<FeatureSets>, change: Readonly<Record<string, string>>): Move => ({
  by,
  gives,
  size: Object.keys(change).length,
  changes: [{ change, planName: null }],
});

function classMoves(facts: Facts, sets: FeatureSets, rules: Rules): readonly Move[] {
  if (facts.family === undefined || sets.class.length > 1) return [];
  return FEATURES.class.flatMap((cls) => {
    const example = rules.exampleOf[cls];
    return sets.class.includes(cls) || example === null ? [] : [one('nobody', { class: [cls] }, { family: example })];
  });
}

/** Cards that no row tells apart are one move. */
function cardMoves(facts: Facts, rules: Rules): readonly Move[] {
  if (facts.nmc === undefined) return [];
  const rowsOf = (card: string) =>
    rules.rows.map((row) => row.when.some((c) => c.feature === 'nmc' && c.is.includes(card))).join();
  const kinds = new Map<string, FeatureSets['nmc'][number][]>();
  for (const card of FEATURES.nmc) {
    if (rowsOf(card) !== rowsOf(facts.nmc)) kinds.set(rowsOf(card), [...(kinds.get(rowsOf(card)) ?? []), card]);
  }
  return [...kinds.values()].map((cards) => ({
    by: 'nobody',
    gives: { nmc: cards.slice(0, 1) },
    size: 1,
    changes: cards.map((nmc) => ({ change: { nmc }, planName: null })),
  }));
}

/** What is commissioned stays so, and is not supposed to be older than it is. */
function yearMoves({ commissioned }: Facts, { year }: FeatureSets, asOf: Day): readonly Move[] {
  const [only, second] = year;
  if (commissioned === undefined || second !== undefined) return [];
  if (only === 'before') return [one('customer', { year: ['running'] }, { commissioned: asOf })];
  return only === 'over' ? [one('nobody', { year: ['running'] }, { commissioned: firstDayStillIncluded(asOf) })] : [];
}

function coverMoves(facts: Facts, asOf: Day, rules: Rules): readonly Move[] {
  const known = facts.plan === undefined ? null : (rules.plans.get(facts.plan) ?? null);
  const moves: Move[] = [];
  if (known?.gives === 'cover' && facts.contractStart !== undefined && facts.contractStart !== 'in-effect') {
    const { ends } = contractDays(facts, asOf, rules);
    const states = [...new Set(ends.map((end) => contractState('in-effect', end, asOf)))];
    moves.push(one('customer', { cover: states }, { contractStart: 'in-effect' }));
  }
  const plans = [...rules.plans.values()];
  const covers = plans.filter((plan) => plan.gives === 'cover');
  const visits = plans.filter((plan) => plan.gives === 'visit' && plan.id !== facts.plan);
  moves.push(...had(covers, ['in-effect'], { contractStart: 'in-effect' }), ...had(visits, ['visit'], {}));
  // What a plan that gives nothing comes to is told by the one that is none.
  const none = rules.plans.get('none');
  if (none && known !== null && known.gives !== 'nothing') moves.push(...had([none], ['none'], {}));
  return moves;
}

/** One of some plans is had instead. */
function had(
  plans: readonly PlanRule[],
  cover: FeatureSets['cover'],
  dates: Readonly<Record<string, string>>,
): readonly Move[] {
  if (plans.length === 0) return [];
  const changes = plans.map((plan) => ({ change: { plan: plan.id, ...dates }, planName: plan.name }));
  return [{ by: 'customer', gives: { cover }, size: 1 + Object.keys(dates).length, changes }];
}
