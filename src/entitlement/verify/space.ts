import type { Day } from '../../domain/day.js';
import { FACT_NAMES, type Facts } from '../../domain/facts.js';
import type { Knowledge } from '../../knowledge/knowledge.js';
import type { Rules } from '../../knowledge/rules.js';
import { cardsOpen, classesOpen, contractOpen, type Open, plansOpen, yearsOpen } from '../open.js';
import { DAYS_ASKED, type FactValues, factValues } from './fact-values.js';

/** What a plan and its dates leave open together. */
export type Agreement = Pick<Open, 'plan' | 'contract'>;

/** All different things that some values of the facts leave open; a combination takes one of each. */
export interface Parts {
  readonly classes: readonly Open['class'][];
  readonly cards: readonly Open['nmc'][];
  readonly years: readonly Open['year'][];
  readonly agreements: readonly Agreement[];
}

/** The places of a combination's values in the lists of its day, in the order of FACT_NAMES. */
export type Places = readonly [number, number, number, number, number, number];

/** All combinations as of one day: the values of each fact, and for each value, by its place, which part it comes to. */
export interface SpaceDay {
  readonly asOf: Day;
  readonly values: FactValues;
  readonly classes: readonly number[];
  readonly cards: readonly number[];
  readonly years: readonly number[];
  /** By agreementPlace. */
  readonly agreements: readonly number[];
}

/** Every combination of facts that is tried. Combinations that leave the same open are decided once. */
export interface Space {
  readonly parts: Parts;
  readonly days: readonly SpaceDay[];
}

export const agreementPlace = ({ values }: Pick<SpaceDay, 'values'>, plan: number, start: number, end: number) =>
  (plan * values.contractStart.length + start) * values.contractEnd.length + end;

/** Gives equal things the same number, from 0. */
function numbered<T>(): { readonly all: T[]; readonly numberOf: (thing: T) => number } {
  const all: T[] = [];
  const numbers = new Map<string, number>();
  return {
    all,
    numberOf: (thing) => {
      const key = JSON.stringify(thing);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, all.length);
      return all.push(thing) - 1;
    },
  };
}

/** The facts of a combination. */
export function factsAt(day: SpaceDay, places: Places): Facts {
  const pairs = FACT_NAMES.map((name, i) => [name, day.values[name][places[i] ?? 0]?.text] as const);
  return Object.fromEntries(pairs.filter(([, text]) => text !== undefined)) as Facts;
}

/** Every combination of the values of factValues, on each of the days. */
export function spaceOf(knowledge: Pick<Knowledge, 'catalogue' | 'rules'>): Space {
  const { rules } = knowledge;
  const classes = numbered<Open['class']>();
  const cards = numbered<Open['nmc']>();
  const years = numbered<Open['year']>();
  const agreements = numbered<Agreement>();
  const days = DAYS_ASKED.map((asOf): SpaceDay => {
    const values = factValues(knowledge, asOf);
    const facts = (name: keyof FactValues) => values[name].map((v) => ({ [name]: v.text }) as Facts);
    return {
      asOf,
      values,
      classes: facts('family').map((f) => classes.numberOf(classesOpen(f.family, rules))),
      cards: facts('nmc').map((f) => cards.numberOf(cardsOpen(f.nmc))),
      years: facts('commissioned').map((f) => years.numberOf(yearsOpen(f.commissioned, asOf))),
      agreements: agreementsOf(values, asOf, rules).map(agreements.numberOf),
    };
  });
  return { parts: { classes: classes.all, cards: cards.all, years: years.all, agreements: agreements.all }, days };
}

/** What each plan with each pair of dates comes to. Plans that give the same leave the same open, and are looked at once. */
function agreementsOf(values: FactValues, asOf: Day, rules: Rules): readonly Agreement[] {
  const known = new Map<string, readonly Open['contract'][]>();
  return values.plan.flatMap((p) => {
    const { plan } = { plan: p.text } as Facts;
    const kind = plan === undefined ? 'unknown' : String(rules.plans.get(plan)?.gives);
    const contracts =
      known.get(kind) ??
      values.contractStart.flatMap((start) =>
        values.contractEnd.map((end) =>
          contractOpen({ plan, contractStart: start.text, contractEnd: end.text } as Facts, asOf, rules),
        ),
      );
    known.set(kind, contracts);
    return contracts.map((contract): Agreement => ({ plan: plansOpen(plan, rules), contract }));
  });
}

/** How many combinations there are as of one day. */
export const sizeOf = (day: SpaceDay): number => FACT_NAMES.reduce((n, name) => n * day.values[name].length, 1);
