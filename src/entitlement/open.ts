import { type Day, plusDays } from '../domain/day.js';
import { type Facts, NMC_VALUES, type Nmc } from '../domain/facts.js';
import { type DayRange, type PartialDate, rangesOfDate } from '../domain/partial-date.js';
import { FEATURES, type FeatureValue, type PlanGives, type ProductClass, type Rules } from '../knowledge/rules.js';
import { type ContractState, contractState } from './contract-state.js';
import { firstDayStillIncluded, yearAt } from './included-year.js';

/** What the plan comes to, once it is settled what an open one is. */
export type PlanKind = Exclude<PlanGives, 'open'>;

/**
 * What the facts leave open, in terms that rows can tell apart. Each part rests on the facts that the function
 * of its name takes, and on no other, so all combinations of facts are all combinations of their parts.
 */
export interface Open {
  readonly class: readonly ProductClass[];
  readonly nmc: readonly Nmc[];
  readonly year: readonly FeatureValue<'year'>[];
  readonly plan: readonly PlanKind[];
  /** Where a contract would stand: a list for each start that it could have, with an item for each end; all lists are as long. */
  readonly contract: readonly (readonly ContractState[])[];
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

/** The classes that the product can be of: all, where its name is unknown or ambiguous. */
export function classesOpen(family: Facts['family'], rules: Rules): Open['class'] {
  const known = family === undefined ? null : rules.classOf(family);
  return known ? [known] : FEATURES.class;
}

export const cardsOpen = (nmc: Facts['nmc']): Open['nmc'] => (nmc ? [nmc] : NMC_VALUES);

/** Days that stand for every day of commissioning that can be, in their order; none where it is not commissioned yet. */
export function commissioningDays(commissioned: Facts['commissioned'], asOf: Day): readonly Day[] {
  if (commissioned === 'not-yet') return [];
  const first = firstDayStillIncluded(asOf);
  return representatives(rangesOr(commissioned), [plusDays(first, -1), first, asOf, plusDays(asOf, 1)]);
}

/** Where `asOf` can lie to the included year. */
export function yearsOpen(commissioned: Facts['commissioned'], asOf: Day): Open['year'] {
  if (commissioned === 'not-yet') return ['before'];
  return [...new Set(commissioningDays(commissioned, asOf).map((day) => yearAt(day, asOf)))];
}

const isOpen = (plan: Facts['plan'], rules: Rules): boolean =>
  plan !== undefined && (rules.plans.get(plan)?.gives ?? 'open') === 'open';

export function plansOpen(plan: Facts['plan'], rules: Rules): Open['plan'] {
  if (plan === undefined) return ['nothing', 'visit', 'cover'];
  const gives = rules.plans.get(plan)?.gives ?? 'open';
  return gives === 'open' ? ['nothing', 'cover'] : [gives];
}

type ContractFacts = Pick<Facts, 'plan' | 'contractStart' | 'contractEnd'>;

/** What stands for every start and every end that a contract can have, days in their order; an end that is null: it runs on. */
export interface ContractDays {
  readonly starts: readonly (Day | 'in-effect')[];
  readonly ends: readonly (Day | null)[];
}

/**
 * The days that a contract can start and end on. A plan that is open, with no start stated, stands for no cover or for one
 * in effect, so its start is not open; an absent end is an assumption, not a value.
 */
export function contractDays(
  { plan, contractStart: start, contractEnd: end }: ContractFacts,
  asOf: Day,
  rules: Rules,
): ContractDays {
  const today = [plusDays(asOf, -1), asOf, plusDays(asOf, 1)];
  const startRanges = start === 'in-effect' ? [] : rangesOr(start);
  const endRanges = end === undefined ? [] : rangesOfDate(end);
  const starts: readonly (Day | 'in-effect')[] =
    start === 'in-effect' || (start === undefined && isOpen(plan, rules))
      ? ['in-effect']
      : [
          ...representatives(startRanges, [...today, ...cutsAround(endRanges)]),
          ...(start === undefined ? (['in-effect'] as const) : []),
        ];
  const ends = endRanges.length === 0 ? [null] : representatives(endRanges, [...today, ...cutsAround(startRanges)]);
  return { starts, ends };
}

/** Where a contract can stand on `asOf`. */
export function contractOpen(facts: ContractFacts, asOf: Day, rules: Rules): Open['contract'] {
  const { starts, ends } = contractDays(facts, asOf, rules);
  return distinctLists(starts.map((s) => ends.map((e) => contractState(s, e, asOf))));
}

/** Without the lists, and without the places in all of them, that say the same as one before. */
function distinctLists(lists: Open['contract']): Open['contract'] {
  const rows = distinctBy(lists, (row) => row.join());
  const places = distinctBy([...(rows[0] ?? []).keys()], (at) => rows.map((row) => row[at]).join());
  return rows.map((row) => places.map((at) => row[at] as ContractState));
}

/** What is open, given what is known on `asOf`. */
export function openOf(facts: Facts, asOf: Day, rules: Rules): Open {
  return {
    class: classesOpen(facts.family, rules),
    nmc: cardsOpen(facts.nmc),
    year: yearsOpen(facts.commissioned, asOf),
    plan: plansOpen(facts.plan, rules),
    contract: contractOpen(facts, asOf, rules),
  };
}

/** The same without classes and cards that no row can tell from one that stays: a few hundred combinations and not thousands. */
export function toldApart(open: Open, rules: Rules): Open {
  const asked = (feature: string, value: string) =>
    rules.rows.map((row) => row.when.some((c) => c.feature === feature && c.is.includes(value))).join();
  return {
    ...open,
    class: distinctBy(open.class, (value) => asked('class', value)),
    nmc: distinctBy(open.nmc, (value) => asked('nmc', value)),
  };
}

function distinctBy<T>(values: readonly T[], signature: (value: T) => string): readonly T[] {
  if (values.length === 1) return values;
  const seen = new Map<string, T>();
  for (const value of values) if (!seen.has(signature(value))) seen.set(signature(value), value);
  return [...seen.values()];
}
