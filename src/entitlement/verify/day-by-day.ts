import type { Day } from '../../domain/day.js';
import type { FactName, Facts } from '../../domain/facts.js';
import { boundsOfDate, type PartialDate, rangesOfDate } from '../../domain/partial-date.js';
import type { ContractState } from '../contract-state.js';
import type { Open } from '../open.js';
import type { Check, CounterExample } from './check.js';
import type { FactValue } from './fact-values.js';
import { agreementPlace, type Space, type SpaceDay } from './space.js';

/*
 * A date that is open is every day that it could be. The engine looks at a few of them; here each is looked at,
 * by a calendar of its own. Unknown dates are looked at as far as any boundary lies, and some days on.
 */

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengthOf = (year: number, month: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** A day as a number that counts up with days: nothing but order is asked of it. */
const numberOf = (day: Day): number => Number(day.replaceAll('-', ''));

function dayAfter(n: number): number {
  const [year, month, day] = [Math.floor(n / 10_000), Math.floor(n / 100) % 100, n % 100];
  if (day < lengthOf(year, month)) return n + 1;
  return month < 12 ? year * 10_000 + (month + 1) * 100 + 1 : (year + 1) * 10_000 + 101;
}

function daysBetween(from: number, to: number): readonly number[] {
  const days: number[] = [];
  // A first day that does not exist does no harm: it has its place in the order.
  for (let n = from; n <= to; n = dayAfter(n)) days.push(n);
  return days;
}

const daysOf = (date: PartialDate): readonly number[] =>
  rangesOfDate(date).flatMap(({ from, to }) => daysBetween(numberOf(from), numberOf(to)));

/** The first day after the included year: the same day a year on, and 28 February for 29 February. */
const yearOn = (n: number): number => (n % 10_000 === 229 ? n + 10_000 - 1 : n + 10_000);

type Year = Open['year'][number];
const yearOf = (commissioned: number, asOf: number): Year =>
  commissioned > asOf ? 'before' : asOf < yearOn(commissioned) ? 'running' : 'over';

function yearsByHand(commissioned: Facts['commissioned'], asOf: Day): readonly Year[] {
  if (commissioned === 'not-yet') return ['before'];
  const on = numberOf(asOf);
  const days = commissioned === undefined ? daysBetween(on - 20_000, on + 10_000) : daysOf(commissioned);
  return days.map((n) => yearOf(n, on));
}

const STATES: readonly ContractState[] = ['in-effect', 'not-begun', 'ended', 'contradictory'];

/** What matters of the states of a contract: which there are, and which two differ by its start alone, or by its end alone. */
interface StatePairs {
  readonly byStart: number;
  readonly byEnd: number;
}

/** Each two of the states of a set, as bits; a state with itself is one that is there. */
function pairsIn(states: number): number {
  let pairs = 0;
  for (let a = 0; a < 4; a++)
    for (let b = a; b < 4; b++) if (states & (1 << a) && states & (1 << b)) pairs |= 1 << (a * 4 + b);
  return pairs;
}
const allPairs = (sets: readonly number[]): number => [...new Set(sets)].reduce((all, s) => all | pairsIn(s), 0);

/** `code`: the place in STATES of the contract with that start and end. */
function pairsOf(starts: number, ends: number, code: (start: number, end: number) => number): StatePairs {
  const byEnd = new Array<number>(starts).fill(0);
  const byStart = new Array<number>(ends).fill(0);
  for (let s = 0; s < starts; s++)
    for (let e = 0; e < ends; e++) {
      const bit = 1 << code(s, e);
      byEnd[s] = (byEnd[s] ?? 0) | bit;
      byStart[e] = (byStart[e] ?? 0) | bit;
    }
  return { byStart: allPairs(byStart), byEnd: allPairs(byEnd) };
}

const IN_EFFECT = -1;
const RUNS_ON = Number.POSITIVE_INFINITY;

function stateByHand(start: number, end: number, on: number): number {
  if (start === IN_EFFECT ? end < on : end < start) return 3;
  if (start > on) return 1;
  return end < on ? 2 : 0;
}

type ContractDates = Pick<Facts, 'contractStart' | 'contractEnd'>;

function contractByHand(
  dates: ContractDates,
  isOpenPlan: boolean,
  asOf: Day,
): StatePairs & { readonly looked: number } {
  const on = numberOf(asOf);
  const { contractStart: start, contractEnd: end } = dates;
  const ends = end === undefined ? [RUNS_ON] : daysOf(end);
  const bounds = end === undefined ? [on] : [on, numberOf(boundsOfDate(end).from), numberOf(boundsOfDate(end).to)];
  // A month before the first boundary, and two days after the last.
  const ever = () => daysBetween(Math.min(...bounds) - 100, dayAfter(dayAfter(Math.max(...bounds))));
  const starts =
    start === 'in-effect' || (start === undefined && isOpenPlan)
      ? [IN_EFFECT]
      : start === undefined
        ? [...ever(), IN_EFFECT]
        : daysOf(start);
  const pairs = pairsOf(starts.length, ends.length, (s, e) =>
    stateByHand(starts[s] ?? IN_EFFECT, ends[e] ?? RUNS_ON, on),
  );
  return { ...pairs, looked: starts.length * ends.length };
}

function contractByEngine(contract: Open['contract']): StatePairs {
  return pairsOf(contract.length, contract[0]?.length ?? 0, (s, e) =>
    STATES.indexOf(contract[s]?.[e] ?? 'contradictory'),
  );
}

/** The simplest of what is wrong: fewest known facts, then fewest that are partial. */
class Simplest {
  found: CounterExample | null = null;
  private rank = Number.POSITIVE_INFINITY;
  add(says: string, { asOf }: SpaceDay, values: Readonly<Partial<Record<FactName, FactValue | undefined>>>): void {
    const known = Object.entries(values).flatMap(([fact, value]) =>
      value?.text === undefined ? [] : [{ fact, text: value.text, isPartial: value.kind === 'partial' }],
    );
    const rank = known.length * 10 + known.filter((k) => k.isPartial).length;
    if (rank >= this.rank) return;
    this.rank = rank;
    const facts = Object.fromEntries(known.map((k) => [k.fact, k.text])) as Facts;
    this.found = { says, devices: [{ asOf, facts }], rows: [] };
  }
}

/** What is open of a date is what is open of all its days, by themselves and of the two days of a contract together. */
export function datesAreTheirDays(space: Space, isOpenPlan: (plan: string) => boolean): Check {
  const wrong = new Simplest();
  const looked = space.days.flatMap((day) => [
    checkYears(space, day, wrong),
    ...[false, true].map((isOpen) => checkContracts(space, day, isOpen, isOpenPlan, wrong)),
  ]);
  return {
    id: 'dates',
    proves: 'A date that is open decides as all its days do, each looked at by itself.',
    cases: looked.reduce((n, days) => n + days, 0),
    against: wrong.found,
  };
}

/** Gives the number of days looked at. */
function checkYears(space: Space, day: SpaceDay, wrong: Simplest): number {
  let looked = 0;
  day.values.commissioned.forEach((value, i) => {
    const byHand = yearsByHand(({ commissioned: value.text } as Facts).commissioned, day.asOf);
    const byEngine = space.parts.years[day.years[i] ?? 0] ?? [];
    looked += byHand.length;
    if (new Set(byHand).size !== byEngine.length || !byEngine.every((year) => byHand.includes(year)))
      wrong.add('The days of this date lie otherwise to the included year than the engine says.', day, {
        commissioned: value,
      });
  });
  return looked;
}

/** The same of each pair of a contract's days, for the first plan that is open or is not. */
function checkContracts(
  space: Space,
  day: SpaceDay,
  isOpen: boolean,
  isOpenPlan: (plan: string) => boolean,
  wrong: Simplest,
): number {
  const { plan: plans, contractStart, contractEnd } = day.values;
  const plan = plans.findIndex((p) => p.text !== undefined && isOpenPlan(p.text) === isOpen);
  if (plan < 0) return 0;
  let looked = 0;
  contractStart.forEach((start, s) => {
    contractEnd.forEach((end, e) => {
      const dates = { contractStart: start.text, contractEnd: end.text } as ContractDates;
      const byHand = contractByHand(dates, isOpen, day.asOf);
      const part = space.parts.agreements[day.agreements[agreementPlace(day, plan, s, e)] ?? 0];
      const byEngine = contractByEngine(part?.contract ?? []);
      looked += byHand.looked;
      if (byHand.byStart !== byEngine.byStart || byHand.byEnd !== byEngine.byEnd)
        wrong.add('A contract with these dates can stand otherwise than the engine says.', day, {
          plan: plans[plan],
          contractStart: start,
          contractEnd: end,
        });
    });
  });
  return looked;
}
