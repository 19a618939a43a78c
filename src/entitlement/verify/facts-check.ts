import { FACT_NAMES } from '../../domain/facts.js';
import { UNDETERMINED } from '../../domain/verdict.js';
import { decideOutcome } from '../outcomes.js';
import type { Check, CounterExample } from './check.js';
import { type DecidedSpace, decidedAt, partsAt } from './decided-space.js';
import { factsAt, type Places } from './space.js';

/** How many combinations of each day are decided from their facts as well. */
const A_DAY = 500;
/** By how many values each fact steps on, and after how many combinations by one more, so that values meet in ever other company. */
const STEPS = [
  { by: 1, more: 7 },
  { by: 7, more: 11 },
  { by: 11, more: 13 },
  { by: 13, more: 17 },
  { by: 17, more: 19 },
  { by: 19, more: 23 },
] as const;

/**
 * Combinations are decided by what their values leave open, each by itself. That the engine decides the facts of a
 * combination so is plain from its code; here it is tried, on combinations in which every value comes up.
 */
export function factsAreTheirParts(decided: DecidedSpace): Check {
  const { days } = decided.space;
  let against: CounterExample | null = null;
  for (const day of days) {
    const sizes = FACT_NAMES.map((fact) => day.values[fact].length);
    for (let k = 0; k < A_DAY; k++) {
      const placeAt = (i: number) => k * (STEPS[i]?.by ?? 1) + Math.floor(k / (STEPS[i]?.more ?? 1));
      const places = sizes.map((size, i) => placeAt(i) % size) as unknown as Places;
      const facts = factsAt(day, places);
      const got = decideOutcome(facts, day.asOf, decided.rules);
      const wanted = decidedAt(decided, partsAt(day, places));
      const outcome = got.kind === 'decided' ? got.row.outcome : UNDETERMINED;
      const missing = got.kind === 'decided' ? [] : got.missing;
      if (outcome === wanted.outcome && got.covered === wanted.covered && missing.join() === wanted.missing.join())
        continue;
      against ??= {
        says: `From these facts ${outcome} is decided, from what each leaves open ${wanted.outcome}.`,
        devices: [{ asOf: day.asOf, facts }],
        rows: wanted.row ? [wanted.row.id] : [],
      };
    }
  }
  return {
    id: 'facts',
    proves: 'Facts together are decided as what each of them leaves open.',
    cases: days.length * A_DAY,
    against,
  };
}
