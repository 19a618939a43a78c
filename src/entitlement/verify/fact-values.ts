import { type Day, day, plusDays } from '../../domain/day.js';
import { type FactName, NMC_VALUES } from '../../domain/facts.js';
import type { Knowledge } from '../../knowledge/knowledge.js';
import { FEATURES } from '../../knowledge/rules.js';
import { firstDayStillIncluded } from '../included-year.js';

/** A value that a fact is tried with. */
export interface FactValue {
  readonly kind: 'unknown' | 'definite' | 'partial';
  /** As it is written among the facts; undefined where it is unknown. */
  readonly text: string | undefined;
  /** The same without names that change when nothing of the rules does: a product stands for its class. */
  readonly means: string;
}

/** The values of each fact that are combined with each other; the unknown comes first, then what is simplest. */
export type FactValues = Readonly<Record<FactName, readonly FactValue[]>>;

/** Days asked about: an ordinary one, the turn of a year, and those round 29 February, in its year and in the one after. */
export const DAYS_ASKED: readonly Day[] = [
  '2026-11-22',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2025-02-27',
  '2025-02-28',
  '2025-03-01',
  '2026-12-31',
  '2027-01-01',
].map(day);

const UNKNOWN: FactValue = { kind: 'unknown', text: undefined, means: 'unknown' };
const value = (kind: FactValue['kind'], text: string, means = text): FactValue => ({ kind, text, means });

/** Values in the order given, definite ones first, each once. */
function valuesOf(definite: readonly string[], partial: readonly string[]): readonly FactValue[] {
  const texts = new Map<string, FactValue>();
  for (const text of definite) texts.set(text, value('definite', text));
  for (const text of partial) if (!texts.has(text)) texts.set(text, value('partial', text));
  return [UNKNOWN, ...texts.values()];
}

const monthOf = (d: Day) => d.slice(0, 7);
const yearOf = (d: Day) => d.slice(0, 4);

/** Partial dates that hold both sides of the turn between the day before `first` and `first`. */
function across(first: Day): readonly string[] {
  const before = plusDays(first, -1);
  return [`${before}/${first}`, `${before}|${first}`, monthOf(before), monthOf(first), yearOf(before), yearOf(first)];
}

/** 29 February last before `asOf`, and next after it. */
function leapDays(asOf: Day): readonly Day[] {
  const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const year = Number(yearOf(asOf));
  const years = [...Array(17).keys()].map((n) => year - 8 + n).filter(isLeap);
  const days = years.map((y) => day(`${y}-02-29`));
  return [...days.filter((d) => d < asOf).slice(-1), ...days.filter((d) => d > asOf).slice(0, 1)];
}

/** Before, within and after the included year, at each of its boundaries, on 29 February, and in parts across them. */
function commissionedValues(asOf: Day): readonly FactValue[] {
  const first = firstDayStillIncluded(asOf);
  const [over, next] = [plusDays(first, -1), plusDays(asOf, 1)];
  const days = [over, first, plusDays(first, 1), plusDays(asOf, -1), asOf, next];
  return valuesOf(
    ['not-yet', ...days, ...leapDays(asOf), plusDays(over, -400), plusDays(next, 400)],
    [
      ...across(first),
      ...across(next),
      `${first}/${asOf}`,
      `${first}|${asOf}`,
      `${over}/${next}`,
      `${over}|${next}`,
      `${next}|${over}`,
      `${plusDays(over, -40)}/${over}`,
      `${next}/${plusDays(next, 40)}`,
      `${monthOf(over)}|${monthOf(asOf)}`,
      yearOf(plusDays(over, -400)),
    ],
  );
}

/** Days on both sides of `asOf`, so that of a contract's two each is before, on and after the other one and `asOf`; and parts. */
function contractValues(asOf: Day): readonly [definite: readonly string[], partial: readonly string[]] {
  const at = (n: number) => plusDays(asOf, n);
  return [
    [at(0), at(-1), at(1), at(-2), at(2), at(-400), at(400)],
    [
      `${at(-1)}/${at(0)}`,
      `${at(0)}/${at(1)}`,
      `${at(-2)}/${at(2)}`,
      `${at(-1)}|${at(0)}`,
      `${at(0)}|${at(1)}`,
      `${at(-2)}|${at(2)}`,
      `${at(1)}|${at(-1)}`,
      monthOf(asOf),
      yearOf(asOf),
      `${at(-40)}/${at(-2)}`,
      `${at(2)}/${at(40)}`,
    ],
  ];
}

/** A product for each class that the catalogue has one of, and a name that leaves the class open. */
function familyValues({ catalogue, rules }: Pick<Knowledge, 'catalogue' | 'rules'>): readonly FactValue[] {
  const products = FEATURES.class.flatMap((cls) => {
    const product = catalogue.products.find((p) => p.class === cls);
    return product ? [value('definite', product.name, cls)] : [];
  });
  const ambiguous = catalogue.ambiguous.find((a) => !a.short && rules.classOf(a.said) === null);
  return [UNKNOWN, ...products, ...(ambiguous ? [value('partial', ambiguous.said, 'ambiguous')] : [])];
}

/** All values that are combined as of one day. */
export function factValues(knowledge: Pick<Knowledge, 'catalogue' | 'rules'>, asOf: Day): FactValues {
  const plans = [...knowledge.rules.plans.values()];
  const isOpen = (gives: string) => gives === 'open';
  const [days, parts] = contractValues(asOf);
  return {
    family: familyValues(knowledge),
    nmc: [UNKNOWN, ...NMC_VALUES.map((nmc) => value('definite', nmc))],
    commissioned: commissionedValues(asOf),
    plan: valuesOf(
      plans.filter((p) => !isOpen(p.gives)).map((p) => p.id),
      plans.filter((p) => isOpen(p.gives)).map((p) => p.id),
    ),
    contractStart: valuesOf(['in-effect', ...days], parts),
    contractEnd: valuesOf(days, parts),
  };
}
