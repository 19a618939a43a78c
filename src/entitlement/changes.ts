import { type Day, plusDays } from '../domain/day.js';
import type { Facts, Nmc } from '../domain/facts.js';
import { NMC_VALUES } from '../domain/facts.js';
import type { PlanId } from '../domain/ids.js';
import { exactDay, type PartialDate } from '../domain/partial-date.js';
import type { Change } from '../domain/verdict.js';
import type { Rules } from '../knowledge/rules.js';
import { anniversary } from './included-year.js';
import { decideOutcome } from './outcomes.js';

/** The outcome of other facts or of another day, or null where it stays undetermined. */
function outcomeOf(facts: Facts, asOf: Day, rules: Rules): string | null {
  const outcome = decideOutcome(facts, asOf, rules);
  return outcome.kind === 'decided' ? outcome.row.outcome : null;
}

const dayOf = (date: PartialDate | string | undefined): Day | null =>
  date === undefined || date === 'not-yet' || date === 'in-effect' ? null : exactDay(date as PartialDate);

/** Days after `asOf` on which time alone may give another outcome. */
function turningDays(facts: Facts, asOf: Day): readonly Day[] {
  const commissioned = dayOf(facts.commissioned);
  const end = dayOf(facts.contractEnd);
  const days = [
    commissioned,
    commissioned && anniversary(commissioned),
    dayOf(facts.contractStart),
    end && plusDays(end, 1),
  ];
  return days.filter((d): d is Day => d !== null && d > asOf).sort();
}

/**
 * The smallest changes that give another outcome than `current`, told apart by whose they are: what
 * the customer can buy, the next day on which time alone does it, and what nobody can change (the
 * product and the card, which these rules offer no way to alter). Each outcome is named once per kind.
 */
export function changesFrom(current: string, facts: Facts, asOf: Day, rules: Rules): readonly Change[] {
  const changes: Change[] = [];
  const add = (by: Change['by'], change: Change['change'], outcome: string | null) => {
    const known = changes.some((c) => c.by === by && c.outcome === outcome);
    if (outcome !== null && outcome !== current && !known) changes.push({ by, change, outcome });
  };
  for (const plan of rules.plans.values()) {
    const bought: Facts = { ...withoutContract(facts), plan: plan.id as PlanId };
    if (plan.gives === 'cover') {
      add(
        'customer',
        { plan: plan.id, contractStart: 'in-effect' },
        outcomeOf({ ...bought, contractStart: 'in-effect' }, asOf, rules),
      );
    }
    if (plan.gives === 'visit') add('customer', { plan: plan.id }, outcomeOf(bought, asOf, rules));
  }
  const turning = turningDays(facts, asOf).map((on) => ({ on, outcome: outcomeOf(facts, on, rules) }));
  const next = turning.find((t) => t.outcome !== null && t.outcome !== current);
  if (next) add('time', { asOf: next.on }, next.outcome);
  if (facts.nmc !== undefined) {
    for (const nmc of NMC_VALUES) add('nobody', { nmc }, outcomeOf({ ...facts, nmc: nmc as Nmc }, asOf, rules));
  }
  return changes;
}

function withoutContract(facts: Facts): Facts {
  const { contractStart: _start, contractEnd: _end, plan: _plan, ...rest } = facts;
  return rest;
}
