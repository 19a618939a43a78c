import type { Day } from '../domain/day.js';
import type { Facts, Nmc } from '../domain/facts.js';
import type { PlanId } from '../domain/ids.js';
import type { PartialDate } from '../domain/partial-date.js';
import { type ColumnKind, foldHeading } from '../knowledge/fleet-schema.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { dayOrderShown, findDates } from '../understanding/dates/find-dates.js';
import { headingReader, type ReadHeading } from '../understanding/find-columns.js';
import type { Understood } from '../understanding/understand.js';

/** A device of a list that is pasted into a mail, and the row that tells of it. */
export interface ListedDevice {
  readonly facts: Facts;
  readonly row: string;
}

/** The lists of a text, and the text without them. */
export interface PastedTables {
  readonly devices: readonly ListedDevice[];
  readonly rest: string;
}

export interface TableReader {
  readonly knowledge: Knowledge;
  readonly read: (text: string) => Understood;
  readonly today: Day;
  readonly dayFirst: boolean | undefined;
}

const DELIMITERS = ['\t', ';', '|', ','];
/** More rows than this are a fleet, which has a reader of its own. */
export const MOST_ROWS = 200;
/** Kinds of column that tell something of a device. */
const TELLING: readonly ColumnKind[] = ['family', 'nmc', 'evidence', 'commissioned', 'plan'];

interface Table {
  readonly from: number;
  readonly to: number;
  readonly kinds: readonly (ColumnKind | null)[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads tables out of a text: a line of headings that are known and the lines below it with as many cells. */
export function pastedTables(text: string, reader: TableReader): PastedTables {
  if (!/[\t;|,]/.test(text) || !text.includes('\n')) return { devices: [], rest: text };
  const lines = text.split('\n');
  const headings = headingReader(reader.knowledge.fleet);
  const devices: ListedDevice[] = [];
  const rest: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const table = tableAt(lines, at, headings);
    if (!table) {
      rest.push(lines[at] ?? '');
      at++;
      continue;
    }
    devices.push(...devicesOf(table, lines, reader));
    at = table.to;
  }
  return { devices: devices.slice(0, MOST_ROWS), rest: rest.join('\n') };
}

function tableAt(lines: readonly string[], at: number, headings: ReadHeading): Table | null {
  const head = lines[at] ?? '';
  for (const delimiter of DELIMITERS) {
    if (!head.includes(delimiter)) continue;
    const titles = cellsOf(head, delimiter);
    const kinds = titles.map((title) => (title.length > 40 ? null : (headings(title)?.holds ?? null)));
    const known = new Set(kinds.filter((kind) => kind !== null));
    if (known.size < 2 || !TELLING.some((kind) => known.has(kind))) continue;
    const rows: (readonly string[])[] = [];
    let to = at + 1;
    for (; to < lines.length; to++) {
      const cells = cellsOf(lines[to] ?? '', delimiter);
      if (cells.length < 2 || Math.abs(cells.length - titles.length) > 1) break;
      rows.push(cells);
    }
    if (rows.length > 0) return { from: at, to, kinds, rows };
  }
  return null;
}

/** The cells of a line; borders of a drawn table and quotes round a cell are none of it. */
function cellsOf(line: string, delimiter: string): readonly string[] {
  const bare = delimiter === '|' ? line.trim().replace(/^\||\|$/g, '') : line;
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const sign of bare) {
    if (sign === '"') quoted = !quoted;
    else if (sign === delimiter && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}

function devicesOf({ kinds, rows, from }: Table, lines: readonly string[], reader: TableReader): ListedDevice[] {
  const column = (kind: ColumnKind) => rows.map((cells) => cells[kinds.indexOf(kind)] ?? '').join('\n');
  const order = (kind: ColumnKind) => dayOrderShown(column(kind), { today: reader.today }) ?? reader.dayFirst;
  const orders = {
    commissioned: order('commissioned'),
    contractStart: order('contractStart'),
    contractEnd: order('contractEnd'),
  };
  return rows.flatMap((cells, i): ListedDevice[] => {
    if (cells.every((cell) => /^[\s:–-]*$/.test(cell))) return [];
    const cell = (kind: ColumnKind) => cells[kinds.indexOf(kind)] ?? '';
    const date = (kind: keyof typeof orders): PartialDate | undefined => {
      const found = findDates(cell(kind), { today: reader.today, preferDayFirst: orders[kind] });
      return found.length === 1 ? (found[0]?.value ?? undefined) : undefined;
    };
    const facts = rowFacts(cell, date, kinds, reader);
    return Object.keys(facts).length === 0 ? [] : [{ facts, row: lines[from + 1 + i] ?? '' }];
  });
}

function rowFacts(
  cell: (kind: ColumnKind) => string,
  date: (kind: 'commissioned' | 'contractStart' | 'contractEnd') => PartialDate | undefined,
  kinds: readonly (ColumnKind | null)[],
  { knowledge, read }: TableReader,
): Facts {
  const { words } = knowledge.fleet;
  // A cell that is empty, or not there, says nothing; one with a dash may.
  const says = (kind: ColumnKind, list: readonly string[]) =>
    cell(kind) !== '' && list.some((w) => foldHeading(w) === foldHeading(cell(kind)));
  const family =
    cell('family') === '' ? undefined : (read(cell('family')).devices[0]?.facts.family ?? cell('family').slice(0, 200));
  const nmc = says('nmc', words.noCard) ? 'none' : (cardIn(cell('nmc'), read) ?? cardIn(cell('evidence'), read));
  const commissioned = says('commissioned', words.notYet) ? 'not-yet' : date('commissioned');
  const plan = says('plan', words.noPlan)
    ? 'none'
    : says('plan', words.unknown)
      ? undefined
      : planIn(cell('plan'), knowledge);
  const contractStart = says('contractStart', words.inEffect) ? 'in-effect' : date('contractStart');
  const contractEnd = date('contractEnd');
  // A plan that stands in a list without a column for its start is one that runs.
  const runs = plan !== undefined && plan !== 'none' && !kinds.includes('contractStart');
  const start = contractStart ?? (runs ? 'in-effect' : undefined);
  return {
    ...(family === undefined ? {} : { family }),
    ...(nmc === undefined ? {} : { nmc }),
    ...(commissioned === undefined ? {} : { commissioned }),
    ...(plan === undefined ? {} : { plan: plan as PlanId }),
    ...(start === undefined ? {} : { contractStart: start }),
    ...(contractEnd === undefined ? {} : { contractEnd }),
  };
}

function cardIn(cell: string, read: TableReader['read']): Nmc | undefined {
  if (cell === '') return undefined;
  return read(/^[1-4]$/.test(cell) ? `NMC${cell}` : cell).devices[0]?.facts.nmc;
}

/** The plan whose name a cell holds, the longest one; what is none of them is some other contract. */
function planIn(cell: string, { plans, fleet }: Knowledge): string | undefined {
  const said = ` ${foldHeading(cell)} `;
  if (said.trim() === '') return undefined;
  const names = plans.flatMap(({ id, name, names: others, short }) =>
    [name, ...others, ...short].map((n) => ({ id, name: foldHeading(n) })),
  );
  const found = names
    .filter(({ name }) => name !== '' && said.includes(` ${name} `))
    .sort((a, b) => b.name.length - a.name.length);
  return (
    found[0]?.id ?? (fleet.words.otherPlan.some((w) => said.includes(` ${foldHeading(w)} `)) ? 'other' : undefined)
  );
}
