import { LRUCache } from 'lru-cache';
import type { Day } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import type { PartialDate } from '../domain/partial-date.js';
import { UNDETERMINED, type Verdict } from '../domain/verdict.js';
import type { Rules } from '../knowledge/rules.js';
import { contractState } from './contract-state.js';
import { gapOf } from './cover-days.js';
import { contradictionsOf, coveredUntil } from './decide.js';
import { yearAt } from './included-year.js';
import { decideOutcome, type Outcome } from './outcomes.js';

/** What of a verdict tells where a device stands, without its trace, its reasons and what would change it. */
export type BriefVerdict = Pick<
  Verdict,
  'outcome' | 'covered' | 'planName' | 'coveredUntil' | 'gap' | 'missing' | 'contradictions' | 'actions'
> & {
  /** Whether the facts settle the outcome. */
  readonly isSettled: boolean;
};

/** Says the same as decide of these fields, for many devices at once. */
export type BriefDecide = (facts: Facts, asOf: Day) => BriefVerdict;

/** Kinds of device that are remembered with their outcome: a fleet has some hundreds. */
const REMEMBERED = 20_000;

/**
 * Decides devices briefly. An outcome rests on where the dates lie to each other and to the day, not on the dates themselves, so
 * that all devices for which the rows see the same are decided once. Build it once for a run.
 */
export function briefDecider(rules: Rules): BriefDecide {
  const outcomes = new LRUCache<string, Outcome>({ max: REMEMBERED });
  const outcomeOf = (facts: Facts, asOf: Day): Outcome => {
    const key = seenByRows(facts, asOf, rules);
    const known = outcomes.get(key);
    if (known !== undefined) return known;
    const outcome = decideOutcome(facts, asOf, rules);
    outcomes.set(key, outcome);
    return outcome;
  };
  return (facts, asOf) => {
    const outcome = outcomeOf(facts, asOf);
    const row = outcome.kind === 'decided' ? outcome.row : null;
    const plan = facts.plan === undefined ? null : (rules.plans.get(facts.plan) ?? null);
    const isGround = outcome.kind === 'decided' && outcome.grounds.length > 0;
    return {
      outcome: row?.outcome ?? UNDETERMINED,
      isSettled: row !== null,
      covered: outcome.covered,
      planName: plan?.name ?? null,
      coveredUntil: row ? coveredUntil(row, facts, asOf) : null,
      gap: isGround ? null : gapOf(facts, plan?.gives ?? null),
      missing: outcome.kind === 'undetermined' ? outcome.missing : [],
      contradictions: contradictionsOf(facts, asOf, rules),
      actions: row?.actions ?? [],
    };
  };
}

const isDay = (date: PartialDate): boolean => date.length === 10;

/** What the rows can see of a device; a date that is not known to the day stands as it is, with the day asked about. */
function seenByRows({ family, nmc, commissioned, plan, contractStart, contractEnd }: Facts, asOf: Day, rules: Rules) {
  const year =
    commissioned === undefined || commissioned === 'not-yet'
      ? commissioned
      : isDay(commissioned)
        ? yearAt(commissioned as unknown as Day, asOf)
        : `${commissioned} ${asOf}`;
  const isStartKnown = contractStart === 'in-effect' || (contractStart !== undefined && isDay(contractStart));
  const contract =
    isStartKnown && (contractEnd === undefined || isDay(contractEnd))
      ? contractState(contractStart as Day | 'in-effect', (contractEnd as Day | undefined) ?? null, asOf)
      : `${contractStart} ${contractEnd} ${asOf}`;
  return [family === undefined ? null : rules.classOf(family), nmc, year, plan, contract].join();
}
