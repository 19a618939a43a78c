import { FACT_NAMES } from '../../domain/facts.js';
import type { Row, Rules } from '../../knowledge/rules.js';
import type { Check, CounterExample } from './check.js';
import { type Decided, type DecidedSpace, decidedAt, type PartNumbers, partsAt } from './decided-space.js';
import { type Narrower, narrowerOn } from './narrower.js';
import { smallest } from './smallest.js';
import { agreementPlace, factsAt, type Places, type SpaceDay, sizeOf } from './space.js';

/** An absent end is an assumption, which may be overturned where the plan can be one that covers. */
function isAssumption(day: SpaceDay, plan: number, end: number, rules: Rules): boolean {
  const text = day.values.plan[plan]?.text;
  const gives = text === undefined ? 'open' : rules.plans.get(text)?.gives;
  return end === 0 && (gives === 'open' || gives === 'cover');
}

/** What is definite stays, save that a ground of exclusion gives way to one above it. */
function mayFollow(before: Decided, after: Decided, rules: Rules): boolean {
  const at = (row: Row | null) => (row === null ? -1 : rules.rows.indexOf(row));
  if (before.byGround && after.byGround && at(after.row) < at(before.row)) return true;
  const outcomeStays = before.row === null || after.outcome === before.outcome;
  return outcomeStays && (before.covered === 'unknown' || after.covered === before.covered);
}

/** Pairs of numbers of parts, before and after something is learned. */
class Steps {
  private readonly seen = new Set<number>();
  count = 0;
  constructor(private readonly size: number) {}
  add(before: number, after: number): void {
    this.count++;
    if (before !== after) this.seen.add(before * this.size + after);
  }
  *pairs(): Generator<readonly [number, number]> {
    for (const pair of this.seen) yield [Math.floor(pair / this.size), pair % this.size];
  }
}

/** Every step that learning one fact can be, by the parts that it leads between; how many combinations take it. */
function stepsOf({ space, rules }: DecidedSpace) {
  const { parts, days } = space;
  const steps = {
    cls: new Steps(parts.classes.length),
    card: new Steps(parts.cards.length),
    year: new Steps(parts.years.length),
    agreement: new Steps(parts.agreements.length),
  };
  let cases = 0;
  for (const day of days) {
    const narrower = narrowerOn(day, rules);
    const simple = [
      ['cls', 'family', day.classes],
      ['card', 'nmc', day.cards],
      ['year', 'commissioned', day.years],
    ] as const;
    for (const [kind, fact, numbers] of simple) {
      const before = steps[kind].count;
      narrower[fact].forEach((more, i) => {
        for (const j of more) steps[kind].add(numbers[i] ?? 0, numbers[j] ?? 0);
      });
      cases += ((steps[kind].count - before) * sizeOf(day)) / day.values[fact].length;
    }
    const before = steps.agreement.count;
    addAgreementSteps(day, narrower, rules, steps.agreement);
    cases += (steps.agreement.count - before) * day.classes.length * day.cards.length * day.years.length;
  }
  return { steps, cases };
}

function addAgreementSteps(day: SpaceDay, narrower: Narrower, rules: Rules, steps: Steps): void {
  const { values, agreements } = day;
  const at = (plan: number, start: number, end: number) => agreements[agreementPlace(day, plan, start, end)] ?? 0;
  for (const plan of values.plan.keys())
    for (const start of values.contractStart.keys())
      for (const end of values.contractEnd.keys()) {
        const before = at(plan, start, end);
        for (const more of narrower.plan[plan] ?? []) steps.add(before, at(more, start, end));
        for (const more of narrower.contractStart[start] ?? []) steps.add(before, at(plan, more, end));
        if (isAssumption(day, plan, end, rules)) continue;
        for (const more of narrower.contractEnd[end] ?? []) steps.add(before, at(plan, start, more));
      }
}

/** Every combination of parts that takes this step wrongly, if any does. */
function goesWrong(decided: DecidedSpace, kind: keyof PartNumbers, pair: readonly [number, number]): boolean {
  const { parts } = decided.space;
  const all = (list: readonly unknown[], is: keyof PartNumbers) => (is === kind ? [0] : [...list.keys()]);
  for (const cls of all(parts.classes, 'cls'))
    for (const card of all(parts.cards, 'card'))
      for (const year of all(parts.years, 'year'))
        for (const agreement of all(parts.agreements, 'agreement')) {
          const n = { cls, card, year, agreement };
          const [before, after] = pair.map((number) => decidedAt(decided, { ...n, [kind]: number }));
          if (before && after && !mayFollow(before, after, decided.rules)) return true;
        }
  return false;
}

/** Learning a fact never turns a definite outcome or `covered` into another. */
export function learningOverturnsNothing(decided: DecidedSpace): Check {
  const { steps, cases } = stepsOf(decided);
  const kinds = Object.keys(steps) as (keyof PartNumbers)[];
  const isWrong = kinds.some((kind) => [...steps[kind].pairs()].some((pair) => goesWrong(decided, kind, pair)));
  return {
    id: 'learning',
    proves:
      'Learning a fact, or more of one, never overturns a definite outcome or `covered`, save for a ground of exclusion above and for the end of a contract that was taken to run on.',
    cases,
    against: isWrong ? smallestStep(decided) : null,
  };
}

function smallestStep(decided: DecidedSpace): CounterExample | null {
  const { space, rules } = decided;
  const narrower = new Map(space.days.map((day) => [day, narrowerOn(day, rules)]));
  const step = (day: SpaceDay, places: Places) => {
    const before = decidedAt(decided, partsAt(day, places));
    for (const [f, fact] of FACT_NAMES.entries()) {
      if (fact === 'contractEnd' && isAssumption(day, places[3], places[5], rules)) continue;
      for (const learned of narrower.get(day)?.[fact][places[f] ?? 0] ?? []) {
        const next = places.with(f, learned) as unknown as Places;
        const after = decidedAt(decided, partsAt(day, next));
        if (!mayFollow(before, after, rules)) return { fact, next, before, after };
      }
    }
    return null;
  };
  const found = smallest(space, (day, places) => step(day, places) !== null);
  const taken = found && step(found.day, found.places);
  if (!found || !taken) return null;
  const { before, after, fact, next } = taken;
  const told = (d: Decided) => `${d.outcome}, covered: ${d.covered}`;
  const { asOf } = found.day;
  return {
    says: `To learn ${fact} turns ${told(before)} into ${told(after)}.`,
    devices: [
      { asOf, facts: factsAt(found.day, found.places) },
      { asOf, facts: factsAt(found.day, next) },
    ],
    rows: [before.row, after.row].flatMap((row) => (row ? [row.id] : [])),
  };
}
