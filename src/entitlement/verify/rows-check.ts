import type { Features, Row, Rules } from '../../knowledge/rules.js';
import { completionsOf } from '../completions.js';
import { rowHolds } from '../deciding-row.js';
import { decideOpen } from '../outcomes.js';
import type { Check, CounterExample } from './check.js';
import { openAt, type PartNumbers } from './decided-space.js';
import { smallestOfParts } from './smallest.js';
import type { Space } from './space.js';
import { devicePlace, rowsHolding, WHOLE_DEVICES } from './whole-devices.js';

/** The smallest case all of whose completions are among these devices. */
function within(space: Space, devices: ReadonlySet<number>): CounterExample['devices'] {
  const isWrong = (n: PartNumbers) =>
    completionsOf(openAt(space.parts, n)).devices.every((d) => devices.has(devicePlace(d)));
  return listed(smallestOfParts(space, isWrong));
}

const listed = (found: ReturnType<typeof smallestOfParts>): CounterExample['devices'] => (found ? [found.device] : []);

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
  const against = rules.rows.map((row) => hidden(row, row, space, rules) ?? idle(row, space, rules));
  return {
    id: 'no-hidden-row',
    proves: 'No row hides another: each decides some device, which without it would come out otherwise.',
    cases: rules.rows.length * WHOLE_DEVICES.length,
    against: against.find((found) => found !== null) ?? null,
  };
}

/** Each value that a condition names decides some device: none is there for nothing. */
export function noValueIsHidden(space: Space, rules: Rules): Check {
  const ofValues = rules.rows.flatMap((row) =>
    row.when.flatMap((condition) =>
      condition.is.map((value) => ({
        row,
        only: { ...row, when: row.when.map((c) => (c === condition ? { ...c, is: [value] } : c)) },
      })),
    ),
  );
  return {
    id: 'no-hidden-value',
    proves: 'Each value that a condition names decides some device.',
    cases: ofValues.length * WHOLE_DEVICES.length,
    against: ofValues.map(({ row, only }) => hidden(row, only, space, rules)).find((found) => found !== null) ?? null,
  };
}

/** Of a row that decides none of the devices of which `only` (it or a part of it) holds: which row above decides them. */
function hidden(row: Row, only: Row, space: Space, rules: Rules): CounterExample | null {
  const holding = rowsHolding(rules.rows).filter((_, place) => rowHolds(only, WHOLE_DEVICES[place] as Features));
  if (holding.some(([first]) => first === row)) return null;
  const what =
    only === row
      ? `Row ${row.id}`
      : `${only.when.map((c) => `${c.feature} ${c.is.join(', ')}`).join(' with ')} in row ${row.id}`;
  // Of the rows above, one without which this row would decide something says more than one that holds oftener.
  const alone = holding.filter(([, second]) => second === row);
  const above = mostFrequent((alone.length > 0 ? alone : holding).flatMap(([first]) => (first ? [first] : [])));
  if (above === null) return { says: `${what} decides nothing: it never holds.`, devices: [], rows: [row.id] };
  const isShown = (n: PartNumbers) => {
    const open = openAt(space.parts, n);
    if (!completionsOf(open).devices.every((device) => rowHolds(only, device))) return false;
    const outcome = decideOpen(open, rules);
    return outcome.kind === 'decided' && outcome.row === above;
  };
  return {
    says: `${what} decides nothing: wherever it holds a row above it decides, here ${above.id}.`,
    devices: listed(smallestOfParts(space, isShown)),
    rows: [above.id, row.id],
  };
}

/** Of a row that could as well be left out: the row below that gives the same. */
function idle(row: Row, space: Space, rules: Rules): CounterExample | null {
  const holding = rowsHolding(rules.rows);
  const decides = holding.filter(([first]) => first === row);
  if (decides.some(([, next]) => next?.outcome !== row.outcome || next.covered !== row.covered)) return null;
  const below = decides[0]?.[1];
  return {
    says: `Row ${row.id} changes nothing: without it ${below?.id}, below it, gives the same.`,
    devices: within(
      space,
      placesWhere((_, place) => holding[place]?.[0] === row),
    ),
    rows: below ? [row.id, below.id] : [row.id],
  };
}

function mostFrequent(rows: readonly Row[]): Row | null {
  const counts = new Map<Row, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
