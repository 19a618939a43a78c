import type { Day } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import type { TraceStep } from '../domain/verdict.js';
import type { Feature, Features, Rules } from '../knowledge/rules.js';
import { FEATURES } from '../knowledge/rules.js';
import { completionsOf } from './completions.js';
import { openOf, toldApart } from './open.js';

const certainty = (some: boolean, all: boolean): TraceStep['holds'] => (all ? 'yes' : some ? 'open' : 'no');

/** Every row up to the deciding one (all rows where nothing decides), with each condition, what was found, and whether it held. */
export function traceOf(facts: Facts, asOf: Day, rules: Rules, decidedBy: string | null): readonly TraceStep[] {
  const features = completionsOf(toldApart(openOf(facts, asOf, rules), rules)).devices;
  const found = Object.fromEntries(
    (Object.keys(FEATURES) as Feature[]).map((f) => [f, [...new Set(features.map((x) => x[f]))]]),
  ) as unknown as { readonly [F in Feature]: readonly string[] };
  const steps: TraceStep[] = [];
  for (const row of rules.rows) {
    const holdsFor = (x: Features) => row.when.every((c) => c.is.includes(x[c.feature]));
    steps.push({
      row: row.id,
      holds: certainty(features.some(holdsFor), features.every(holdsFor)),
      looked: row.when.map(({ feature, is }) => ({
        feature,
        wanted: is,
        found: found[feature],
        holds: certainty(
          found[feature].some((v) => is.includes(v)),
          found[feature].every((v) => is.includes(v)),
        ),
      })),
    });
    if (row.id === decidedBy) break;
  }
  return steps;
}
