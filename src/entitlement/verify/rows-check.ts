import type { Features, Row, Rules } from '../../knowledge/rules.js';
import { completionsOf } from '../completions.js';
import type { Check, CounterExample } from './check.js';
import { openAt, partsAt } from './decided-space.js';
import { smallest } from './smallest.js';
import { factsAt, type Places, type Space, type SpaceDay } from './space.js';
import { devicePlace, rowsHolding, WHOLE_DEVICES } from './whole-devices.js';

/** The smallest case all of whose completions are among these devices. */
function within(space: Space, devices: ReadonlySet<number>): CounterExample['devices'] {
  const isWrong = (day: SpaceDay, places: Places) =>
    completionsOf(openAt(space.parts, partsAt(day, places))).devices.every((d) => devices.has(devicePlace(d)));
  const found = smallest(space, isWrong);
  return found ? [{ asOf: found.day.asOf, facts: factsAt(found.day, found.places) }] : [];
}

/** The places of the devices of which it holds. */
const placesWhere = (holds: (device: Features, place: number) => boolean): ReadonlySet<number> =>
  new Set(WHOLE_DEVICES.flatMap((device, place) => (holds(device, place) ? [place] : [])));

/** Where nothing is open, some row holds; the first of them decides. */
export function someRowHolds(space: Space, rules: Rules): Check {
  const holding = rowsHolding(rules.rows);
  const without = placesWhere((_, place) => holding[place]?.length === 0);
  const last = rules.rows.at(-1);
  return {
    id: 'one-row',
    proves: 'With all facts known, some row holds for every device, and the first that does decides alone.',
    cases: WHOLE_DEVICES.length,
    against:
      without.size === 0
        ? null
        : {
            says: 'No row holds for this device; the last row must hold for every one that is left.',
            devices: within(space, without),
            rows: last ? [last.id] : [],
          },
  };
}

/** A ground of exclusion decides as soon as its fact is known, so no row above it may decide its devices otherwise. */
export function groundsComeFirst(space: Space, rules: Rules): Check {
  const holding = rowsHolding(rules.rows);
  const ground = rules.rows.find((row) => row.ground && holding.some((rows) => rows.includes(row) && !rows[0]?.ground));
  const taken = placesWhere((_, place) => {
    const rows = holding[place] ?? [];
    return ground !== undefined && rows.includes(ground) && !rows[0]?.ground;
  });
  const above = [...taken].map((place) => holding[place]?.[0]).find((row) => row !== undefined);
  return {
    id: 'grounds-first',
    proves: 'Where a ground of exclusion holds, the first row that holds is one too.',
    cases: WHOLE_DEVICES.length,
    against:
      ground && above
        ? {
            says: `Row ${ground.id} is a ground of exclusion and decides as soon as its fact is known, but ${above.id} stands above it and holds as well.`,
            devices: within(space, taken),
            rows: [above.id, ground.id],
          }
        : null,
  };
}

/** Each row decides some device that would come out otherwise without it: none hides another, none is idle. */
export function noRowIsHidden(space: Space, rules: Rules): Check {
  const holding = rowsHolding(rules.rows);
  const against = rules.rows.map((row) => hiddenBy(row, holding, space)).find((found) => found !== null) ?? null;
  return {
    id: 'no-hidden-row',
    proves: 'No row hides another: each decides some device, which without it would come out otherwise.',
    cases: rules.rows.length * WHOLE_DEVICES.length,
    against,
  };
}

function hiddenBy(row: Row, holding: readonly (readonly Row[])[], space: Space): CounterExample | null {
  const differs = (next: Row | undefined) => next?.outcome !== row.outcome || next.covered !== row.covered;
  const decides = holding.filter(([first]) => first === row);
  if (decides.some(([, next]) => differs(next))) return null;
  if (decides.length === 0) {
    const above = mostFrequent(holding.flatMap((rows) => (rows.includes(row) ? rows.slice(0, 1) : [])));
    return {
      says: above
        ? `Row ${row.id} decides nothing: wherever it holds a row above it decides, here ${above.id}.`
        : `Row ${row.id} decides nothing: its conditions never hold together.`,
      devices: above
        ? within(
            space,
            placesWhere((_, i) => (holding[i]?.[0] === above && holding[i]?.includes(row)) ?? false),
          )
        : [],
      rows: above ? [above.id, row.id] : [row.id],
    };
  }
  const below = decides[0]?.[1];
  return {
    says: `Row ${row.id} changes nothing: without it, ${below?.id} below gives the same.`,
    devices: within(
      space,
      placesWhere((_, i) => holding[i]?.[0] === row),
    ),
    rows: below ? [row.id, below.id] : [row.id],
  };
}

function mostFrequent(rows: readonly Row[]): Row | null {
  const counts = new Map<Row, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
