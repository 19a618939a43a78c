import type { Facts } from '../domain/facts.js';
import { boundsOfDate, dateFromRange } from '../domain/partial-date.js';
import type { LookedAt, TraceStep } from '../domain/verdict.js';
import type { Feature, Row, Rules } from '../knowledge/rules.js';
import type { FeatureSets } from './features.js';
import { lastIncludedDay } from './included-year.js';

/** The facts behind each feature. */
const BEHIND = {
  class: ['family'],
  nmc: ['nmc'],
  year: ['commissioned'],
  cover: ['plan', 'contractStart', 'contractEnd'],
} as const satisfies Readonly<Record<Feature, readonly (keyof Facts)[]>>;

/** Every row up to the deciding one (all rows where nothing decides), with each condition, what was found, and whether it held. */
export function traceOf(facts: Facts, sets: FeatureSets, rules: Rules, decidedBy: string | null): readonly TraceStep[] {
  const last = rules.rows.findIndex((row) => row.id === decidedBy);
  return rules.rows.slice(0, last < 0 ? rules.rows.length : last + 1).map((row) => stepOf(row, facts, sets));
}

function stepOf(row: Row, facts: Facts, sets: FeatureSets): TraceStep {
  const looked = row.when.map(({ feature, is }): LookedAt => {
    const found: readonly string[] = sets[feature];
    return {
      feature,
      wanted: is,
      found,
      holds: certainty(found.map((value) => is.includes(value))),
      facts: BEHIND[feature].map((fact) => ({ fact, value: facts[fact] ?? null })),
      ...(feature === 'year' ? yearEnds(facts) : {}),
    };
  });
  // Features take their values one apart from the other, so a row can hold as soon as each of its conditions can.
  const holds = looked.some((l) => l.holds === 'no') ? 'no' : looked.every((l) => l.holds === 'yes') ? 'yes' : 'open';
  const says = holds === 'yes' ? null : holds === 'no' ? row.fails : row.open;
  return { row: row.id, holds, looked, says: says?.text ?? null, citations: (says ?? row.says).citations };
}

const certainty = (each: readonly boolean[]): LookedAt['holds'] =>
  each.every((holds) => holds) ? 'yes' : each.some((holds) => holds) ? 'open' : 'no';

function yearEnds({ commissioned }: Facts): Pick<LookedAt, 'yearEnds'> {
  if (commissioned === undefined || commissioned === 'not-yet') return {};
  const { from, to } = boundsOfDate(commissioned);
  return { yearEnds: dateFromRange({ from: lastIncludedDay(from), to: lastIncludedDay(to) }) };
}
