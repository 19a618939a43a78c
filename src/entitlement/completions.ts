import { type Day, earlier, later, plusDays } from '../domain/day.js';
import { type Facts, NMC_VALUES, type Nmc } from '../domain/facts.js';
import { type DayRange, type PartialDate, rangesOfDate } from '../domain/partial-date.js';
import { FEATURES, type PlanGives, type ProductClass, type Rules } from '../knowledge/rules.js';
import { contractState } from './contract-state.js';
import { firstDayStillIncluded, yearAt } from './included-year.js';

/** What the plan comes to, once it is settled what an open one is. */
export type PlanKind = Exclude<PlanGives, 'open'>;

/** One way in which all that is unknown could turn out. */
export interface Completion {
  readonly class: ProductClass;
  readonly nmc: Nmc;
  readonly commissioned: Day | 'not-yet';
  readonly plan: PlanKind;
  readonly contractStart: Day | 'in-effect';
  /** null: it runs on. */
  readonly contractEnd: Day | null;
}

export type CompletionFact = keyof Completion;

/** The order in which completionsOf counts: the last fact changes fastest. */
export const COMPLETION_FACTS = ['class', 'nmc', 'commissioned', 'plan', 'contractStart', 'contractEnd'] as const;

/** The values that each fact can still take. */
export type Domains = { readonly [F in CompletionFact]: readonly Completion[F][] };

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
  const startCuts = [plusDays(asOf, -1), asOf, plusDays(asOf, 1), ...cutsAround(endRanges)];
  const endCuts = [plusDays(asOf, -1), asOf, plusDays(asOf, 1), ...cutsAround(startRanges)];
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
        : [...representatives(startRanges, startCuts), ...(start === undefined ? (['in-effect'] as const) : [])],
    contractEnd: endRanges.length === 0 ? [null] : representatives(endRanges, endCuts),
  };
}

/**
 * The domains with values dropped that no row can tell from one that stays, so that a device of which
 * nothing is known has some two hundred completions and not thousands.
 */
export function distinctDomains(domains: Domains, rules: Rules, asOf: Day): Domains {
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

/** Every completion, each exactly once, in the order of COMPLETION_FACTS. */
export function* completionsOf(domains: Domains): Generator<Completion> {
  for (const cls of domains.class)
    for (const nmc of domains.nmc)
      for (const commissioned of domains.commissioned)
        for (const plan of domains.plan)
          for (const contractStart of domains.contractStart)
            for (const contractEnd of domains.contractEnd)
              yield { class: cls, nmc, commissioned, plan, contractStart, contractEnd };
}

/** The earliest and the latest of some days; the list must not be empty. */
export function spanOf(days: readonly Day[]): DayRange {
  const first = days[0] as Day;
  return { from: days.reduce(earlier, first), to: days.reduce(later, first) };
}
