import { type Day, plusDays } from '../domain/day.js';
import { type Facts, NMC_VALUES, type Nmc } from '../domain/facts.js';
import { type DayRange, type PartialDate, rangesOfDate } from '../domain/partial-date.js';
import { FEATURES, type PlanGives, type ProductClass, type Rules } from '../knowledge/rules.js';
import { firstDayStillIncluded } from './included-year.js';

/** What the plan comes to, once it is settled what an open one is. */
export type PlanKind = Exclude<PlanGives, 'open'>;

/** The values that each fact can still take. */
export interface Domains {
  readonly class: readonly ProductClass[];
  readonly nmc: readonly Nmc[];
  readonly commissioned: readonly (Day | 'not-yet')[];
  readonly plan: readonly PlanKind[];
  readonly contractStart: readonly (Day | 'in-effect')[];
  /** null: it runs on. */
  readonly contractEnd: readonly (Day | null)[];
}

const FAR_PAST = '1850-01-01' as Day;
const FAR_FUTURE = '3100-12-31' as Day;
const EVER: DayRange = { from: FAR_PAST, to: FAR_FUTURE };

/**
 * Days that stand for all days of `ranges`: the ends, and whichever of `cuts` lie within.
 * Exact as long as every comparison that is made changes its result at one of the cuts only.
 */
function representatives(ranges: readonly DayRange[], cuts: readonly Day[]): readonly Day[] {
  const days = ranges.flatMap(({ from, to }) => [from, ...cuts.filter((c) => from < c && c < to), to]);
  return [...new Set(days)].sort();
}

/** Where a comparison with a day of `ranges` can turn: at its ends and beside them. */
const cutsAround = (ranges: readonly DayRange[]): readonly Day[] =>
  ranges.flatMap(({ from, to }) => [
    plusDays(from, -1),
    from,
    plusDays(from, 1),
    plusDays(to, -1),
    to,
    plusDays(to, 1),
  ]);

const rangesOr = (date: PartialDate | undefined): readonly DayRange[] =>
  date === undefined ? [EVER] : rangesOfDate(date);

function plansOf(facts: Facts, rules: Rules): readonly PlanKind[] {
  if (facts.plan === undefined) return ['nothing', 'visit', 'cover'];
  const gives = rules.plans.get(facts.plan)?.gives ?? 'open';
  return gives === 'open' ? ['nothing', 'cover'] : [gives];
}

/**
 * The values that each fact can take, given what is known. `other` with no start stated stands for no
 * cover or for one in effect, so its start is not open; an absent end is an assumption, not a value.
 */
export function domainsOf(facts: Facts, asOf: Day, rules: Rules): Domains {
  const known = facts.family === undefined ? null : rules.classOf(facts.family);
  const firstIncluded = firstDayStillIncluded(asOf);
  const commissionedCuts = [plusDays(firstIncluded, -1), firstIncluded, asOf, plusDays(asOf, 1)];
  const start = facts.contractStart;
  const startRanges = start === 'in-effect' ? [] : rangesOr(start);
  const endRanges = facts.contractEnd === undefined ? [] : rangesOfDate(facts.contractEnd);
  const around = [plusDays(asOf, -1), asOf, plusDays(asOf, 1)];
  const openPlan = facts.plan !== undefined && (rules.plans.get(facts.plan)?.gives ?? 'open') === 'open';
  return {
    class: known ? [known] : FEATURES.class,
    nmc: facts.nmc ? [facts.nmc] : NMC_VALUES,
    commissioned:
      facts.commissioned === 'not-yet' ? ['not-yet'] : representatives(rangesOr(facts.commissioned), commissionedCuts),
    plan: plansOf(facts, rules),
    contractStart:
      start === 'in-effect' || (start === undefined && openPlan)
        ? ['in-effect']
        : [
            ...representatives(startRanges, [...around, ...cutsAround(endRanges)]),
            ...(start === undefined ? (['in-effect'] as const) : []),
          ],
    contractEnd: endRanges.length === 0 ? [null] : representatives(endRanges, [...around, ...cutsAround(startRanges)]),
  };
}
