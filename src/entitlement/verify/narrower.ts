import type { Day } from '../../domain/day.js';
import { plusDays } from '../../domain/day.js';
import { FACT_NAMES, type FactName } from '../../domain/facts.js';
import { type DayRange, type PartialDate, rangesOfDate } from '../../domain/partial-date.js';
import type { Rules } from '../../knowledge/rules.js';
import type { FactValue } from './fact-values.js';
import type { SpaceDay } from './space.js';

/** Ranges in order, those that touch joined. */
function joined(ranges: readonly DayRange[]): readonly DayRange[] {
  const all: DayRange[] = [];
  for (const range of ranges.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = all.at(-1);
    if (last && range.from <= plusDays(last.to, 1))
      all[all.length - 1] = { from: last.from, to: range.to > last.to ? range.to : last.to };
    else all.push(range);
  }
  return all;
}

const isWithin = (small: readonly DayRange[], large: readonly DayRange[]): boolean =>
  small.every((s) => joined(large).some((l) => l.from <= s.from && s.to <= l.to));

/** Null for what is said in words. */
function daysOf(text: string): readonly DayRange[] | null {
  if (text === 'not-yet' || text === 'in-effect') return null;
  return rangesOfDate(text as PartialDate);
}

/** 'Not yet' is any day to come, 'in effect' any day up to now. */
function dateNarrows(known: string, learned: string, asOf: Day): boolean {
  const [before, after] = [daysOf(known), daysOf(learned)];
  if (after === null) return false;
  if (before !== null) return isWithin(after, before);
  return known === 'not-yet' ? after.every(({ from }) => from > asOf) : after.every(({ to }) => to <= asOf);
}

/**
 * Whether `learned` says more than `known` and goes against nothing of it: any value says more than the unknown one,
 * a date more than one that holds all its days, a product more than a name that leaves it open, and a plan that covers
 * or brings nothing more than an open one.
 */
function narrows(fact: FactName, known: FactValue, learned: FactValue, asOf: Day, rules: Rules): boolean {
  if (learned === known || learned.text === undefined) return false;
  if (known.text === undefined) return true;
  switch (fact) {
    case 'family':
      return known.kind === 'partial' && learned.kind === 'definite';
    case 'nmc':
      return false;
    case 'plan': {
      const gives = rules.plans.get(learned.text)?.gives;
      return known.kind === 'partial' && (gives === 'cover' || gives === 'nothing');
    }
    default:
      return dateNarrows(known.text, learned.text, asOf);
  }
}

/** For each fact, for each of its values by place: the places of the values that say more. */
export type Narrower = Readonly<Record<FactName, readonly (readonly number[])[]>>;

/** What can be learned as of that day. */
export const narrowerOn = (day: SpaceDay, rules: Rules): Narrower =>
  Object.fromEntries(
    FACT_NAMES.map((fact) => {
      const values = day.values[fact];
      const more = values.map((known) =>
        values.flatMap((learned, i) => (narrows(fact, known, learned, day.asOf, rules) ? [i] : [])),
      );
      return [fact, more];
    }),
  ) as unknown as Narrower;
