import type { Day } from '../domain/day.js';
import { FACT_NAMES, type FactName, type Facts } from '../domain/facts.js';
import type { Covered } from '../domain/verdict.js';
import type { Feature, Row, Rules } from '../knowledge/rules.js';
import { completionsOf, openSizes } from './completions.js';
import { decidingRow } from './deciding-row.js';
import { type Open, openOf, toldApart } from './open.js';

/** What is decided of a device, before anything is explained. */
export type Outcome =
  | { readonly kind: 'decided'; readonly row: Row; readonly covered: Covered; readonly grounds: readonly Row[] }
  | {
      readonly kind: 'undetermined';
      readonly covered: Covered;
      readonly missing: readonly FactName[];
      readonly open: readonly Row[];
    };

/** The value that a feature has whatever else is unknown, or null where it is open. */
function settled(feature: Feature, open: Open): string | null {
  const values = feature === 'cover' ? completionsOf(open).devices.map((d) => d.cover) : open[feature];
  return new Set(values).size === 1 ? (values[0] ?? null) : null;
}

/** Grounds that hold whatever else is unknown, the deciding one first. */
function groundsOf(open: Open, rules: Rules): readonly Row[] {
  const holds = (row: Row) =>
    row.when.every(({ feature, is }) => {
      const value = settled(feature, open);
      return value !== null && is.includes(value);
    });
  return rules.rows.filter((row) => row.ground && holds(row));
}

/**
 * The decision on `asOf`: a ground of exclusion as soon as its fact is known; else the row that all
 * completions of the unknown facts share; else undetermined, with every fact that can change it.
 */
export const decideOutcome = (facts: Facts, asOf: Day, rules: Rules): Outcome =>
  decideOpen(openOf(facts, asOf, rules), rules);

/** The same decision, of what the facts leave open: it rests on nothing else. */
export function decideOpen(all: Open, rules: Rules): Outcome {
  const grounds = groundsOf(all, rules);
  const [ground] = grounds;
  if (ground) return { kind: 'decided', row: ground, covered: ground.covered, grounds };
  const open = toldApart(all, rules);
  const { devices, places } = completionsOf(open);
  const rows = devices.map((device) => decidingRow(rules.rows, device));
  const outcomes = [...new Set(rows.map((row) => row.outcome))];
  const shared = new Set(rows.map((row) => row.covered));
  const [only] = rows;
  const covered = shared.size === 1 && only ? only.covered : 'unknown';
  if (outcomes.length === 1 && only) return { kind: 'decided', row: only, covered, grounds: [] };
  const ofDevice = rows.map((row) => outcomes.indexOf(row.outcome));
  const decided = places.map((place) => ofDevice[place] ?? 0);
  const sizes = openSizes(open);
  return {
    kind: 'undetermined',
    covered,
    missing: FACT_NAMES.filter((fact) => changesOutcome(fact, sizes, decided)),
    open: rules.rows.filter((row) => rows.includes(row)),
  };
}

/**
 * Whether two completions that differ in this fact alone differ in outcome. Completions are listed as the
 * digits of a number count up, so two that differ in one digit lie a fixed step apart. `outcomes`: each one's, by number.
 */
function changesOutcome(fact: FactName, sizes: ReturnType<typeof openSizes>, outcomes: readonly number[]): boolean {
  const place = sizes.findIndex((s) => s.fact === fact);
  const step = sizes.slice(place + 1).reduce((n, s) => n * s.size, 1);
  const size = sizes[place]?.size ?? 1;
  for (let block = 0; block < outcomes.length; block += step * size)
    for (let first = block; first < block + step; first++)
      for (let i = first + step; i < block + step * size; i += step) if (outcomes[i] !== outcomes[first]) return true;
  return false;
}
