import type { RuleId } from '../../domain/ids.js';
import type { Features, Row, Rules } from '../../knowledge/rules.js';
import { completionsOf } from '../completions.js';
import { rowHolds } from '../deciding-row.js';
import type { Open } from '../open.js';
import { decideOpen } from '../outcomes.js';
import { devicePlace, rowsHolding, WHOLE_DEVICES } from './whole-devices.js';

/** Something that is wrong with the rows by themselves. */
export interface Finding {
  readonly says: string;
  readonly rows: readonly RuleId[];
  /** Whether a device of which so much is open shows it; null where no device does. */
  readonly isShownBy: ((open: Open) => boolean) | null;
}

/** One thing that is looked for in the rows: how many cases were looked at, and what is wrong. */
export interface RowsLooked {
  readonly id: string;
  readonly proves: string;
  readonly cases: number;
  readonly found: Finding | null;
}

/** What can be told of the rows from the devices of which all is known. It takes milliseconds, and most mistakes go against it. */
export function lookAtRows(rules: Rules): readonly RowsLooked[] {
  const always = someRowHolds(rules);
  if (always.found) return [always];
  return [always, groundsComeFirst(rules), noRowIsHidden(rules), noValueIsHidden(rules)];
}

/** All that is open is among these devices. */
const isWithin = (devices: ReadonlySet<number>) => (open: Open) =>
  completionsOf(open).devices.every((device) => devices.has(devicePlace(device)));

/** The places of the devices of which it holds. */
const placesWhere = (holds: (device: Features, place: number) => boolean): ReadonlySet<number> =>
  new Set(WHOLE_DEVICES.flatMap((device, place) => (holds(device, place) ? [place] : [])));

/** Where nothing is open, some row holds; the first of them decides. */
function someRowHolds(rules: Rules): RowsLooked {
  const holding = rowsHolding(rules.rows);
  const without = placesWhere((_, place) => holding[place]?.length === 0);
  return {
    id: 'one-row',
    proves: 'With all facts known, some row holds for every device, and the first that does decides alone.',
    cases: WHOLE_DEVICES.length,
    found:
      without.size === 0
        ? null
        : {
            says: 'No row holds for this device; the last row must hold for every one that is left.',
            rows: rules.rows.slice(-1).map((row) => row.id),
            isShownBy: isWithin(without),
          },
  };
}

/** A ground of exclusion decides as soon as its fact is known, so no row above it may decide its devices otherwise. */
function groundsComeFirst(rules: Rules): RowsLooked {
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
    found:
      ground && above
        ? {
            says: `Row ${ground.id} is a ground of exclusion and decides as soon as its fact is known, but ${above.id} stands above it and holds as well.`,
            rows: [above.id, ground.id],
            isShownBy: isWithin(taken),
          }
        : null,
  };
}

/** Each row decides some device that would come out otherwise without it: none hides another, none is idle. */
function noRowIsHidden(rules: Rules): RowsLooked {
  const found = rules.rows.map((row) => hidden(row, row, rules) ?? idle(row, rules));
  return {
    id: 'no-hidden-row',
    proves: 'No row hides another: each decides some device, which without it would come out otherwise.',
    cases: rules.rows.length * WHOLE_DEVICES.length,
    found: found.find((f) => f !== null) ?? null,
  };
}

/** Each value that a condition names decides some device: none is there for nothing. */
function noValueIsHidden(rules: Rules): RowsLooked {
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
    found: ofValues.map(({ row, only }) => hidden(row, only, rules)).find((f) => f !== null) ?? null,
  };
}

/** Of a row that decides none of the devices of which `only` (it or a part of it) holds: which row above decides them. */
function hidden(row: Row, only: Row, rules: Rules): Finding | null {
  const holding = rowsHolding(rules.rows).filter((_, place) => rowHolds(only, WHOLE_DEVICES[place] as Features));
  if (holding.some(([first]) => first === row)) return null;
  const conditions = only.when.map((c) => `${c.feature} ${c.is.join(', ')}`).join(' with ');
  const what = only === row ? `Row ${row.id}` : `${conditions} in row ${row.id}`;
  // Of the rows above, one without which this row would decide something says more than one that holds oftener.
  const alone = holding.filter(([, second]) => second === row);
  const above = mostFrequent((alone.length > 0 ? alone : holding).flatMap(([first]) => (first ? [first] : [])));
  if (above === null) return { says: `${what} decides nothing: it never holds.`, rows: [row.id], isShownBy: null };
  return {
    says: `${what} decides nothing: wherever it holds a row above it decides, here ${above.id}.`,
    rows: [above.id, row.id],
    isShownBy: (open) => {
      if (!completionsOf(open).devices.every((device) => rowHolds(only, device))) return false;
      const outcome = decideOpen(open, rules);
      return outcome.kind === 'decided' && outcome.row === above;
    },
  };
}

/** Of a row that could as well be left out: the row below that gives the same. */
function idle(row: Row, rules: Rules): Finding | null {
  const holding = rowsHolding(rules.rows);
  const decides = holding.filter(([first]) => first === row);
  if (decides.some(([, next]) => next?.outcome !== row.outcome || next.covered !== row.covered)) return null;
  const below = decides[0]?.[1];
  return {
    says: `Row ${row.id} changes nothing: without it ${below?.id}, below it, gives the same.`,
    rows: below ? [row.id, below.id] : [row.id],
    isShownBy: isWithin(placesWhere((_, place) => holding[place]?.[0] === row)),
  };
}

function mostFrequent(rows: readonly Row[]): Row | null {
  const counts = new Map<Row, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
