import type { Day } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import type { PartialDate } from '../domain/partial-date.js';
import type { ColumnKind } from '../knowledge/fleet-schema.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { dayOrderShown, findDates } from '../understanding/dates/find-dates.js';
import { headingReader, type ReadHeading } from '../understanding/find-columns.js';
import type { Understood } from '../understanding/understand.js';
import { rowFacts } from './table-row.js';

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
/** A line with commas that is a sentence, or a point of a list, and no head of a table. */
const SENTENCE = /[.?!]\s*$|:\s|^\s*[>•*–-]/;
/** What parts the cells of a table that is set with blanks. */
const GAP = / {2,}/;
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
  if (!/[\t;|,]| {2}/.test(text) || !text.includes('\n')) return { devices: [], rest: text };
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
    // Without a row below it is no table, and its headings need not be looked up.
    if (!head.includes(delimiter) || !lines[at + 1]?.includes(delimiter)) continue;
    if (delimiter === ',' && SENTENCE.test(head)) continue;
    const titles = cellsOf(head, delimiter);
    const kinds = kindsOf(titles, headings);
    if (kinds === null) continue;
    const rows: (readonly string[])[] = [];
    let to = at + 1;
    for (; to < lines.length; to++) {
      const cells = cellsOf(lines[to] ?? '', delimiter);
      if (cells.length < 2 || cells.length > titles.length + 1) break;
      // A line with a comma or two may be a sentence; one with other marks is a row whose last cells are left out.
      if (delimiter === ',' && cells.length < titles.length - 1) break;
      rows.push(cells);
    }
    if (rows.length > 0) return { from: at, to, kinds, rows };
  }
  return blankTableAt(lines, at, headings);
}

/** The same of a table whose columns are set with blanks: cells begin where the headings do, or stand two blanks apart. */
function blankTableAt(lines: readonly string[], at: number, headings: ReadHeading): Table | null {
  const head = (lines[at] ?? '').trimEnd();
  const titles = head.trim().split(GAP);
  if (titles.length < 3 || !GAP.test(lines[at + 1]?.trim() ?? '')) return null;
  const kinds = kindsOf(titles, headings);
  if (kinds === null) return null;
  let from = 0;
  const starts = titles.map((title) => {
    const start = head.indexOf(title, from);
    from = start + title.length;
    return start;
  });
  const rows: (readonly string[])[] = [];
  let to = at + 1;
  for (; to < lines.length; to++) {
    const cells = blankCells((lines[to] ?? '').trimEnd(), starts);
    if (cells === null) break;
    rows.push(cells);
  }
  return rows.length > 0 ? { from: at, to, kinds, rows } : null;
}

/** The cells of such a row; null where the line is none of the table. */
function blankCells(line: string, starts: readonly number[]): readonly string[] | null {
  if (!GAP.test(line.trim())) return null;
  // A cell begins under its heading, behind a blank.
  const fits = starts.every((start) => start === 0 || start >= line.length || line[start - 1] === ' ');
  if (fits) return starts.map((start, i) => line.slice(start, starts[i + 1] ?? line.length).trim());
  const cells = line.trim().split(GAP);
  return cells.length === starts.length ? cells : null;
}

/** What the columns of these titles hold; null where they are no head of a list of devices. */
function kindsOf(titles: readonly string[], headings: ReadHeading): readonly (ColumnKind | null)[] | null {
  const kinds = titles.map((title) => (title.length > 40 ? null : (headings(title)?.holds ?? null)));
  const known = new Set(kinds.filter((kind) => kind !== null));
  // A line with a year in it tells of a device itself.
  if (titles.some((title) => /\b(?:19|20)\d\d\b/.test(title))) return null;
  return known.size < 2 || !TELLING.some((kind) => known.has(kind)) ? null : kinds;
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

/** With no heading that names the products, the column in which most cells do is theirs, whatever it is called. */
function withProducts({ kinds, rows }: Table, { read }: TableReader): Table['kinds'] {
  if (kinds.includes('family')) return kinds;
  const named = (i: number) => rows.filter((cells) => read(cells[i] ?? '').products.length > 0).length;
  const at = kinds.findIndex((kind, i) => kind === null && named(i) * 2 > rows.length);
  return kinds.map((kind, i) => (i === at ? 'family' : kind));
}

function devicesOf(table: Table, lines: readonly string[], reader: TableReader): ListedDevice[] {
  const { rows, from } = table;
  const kinds = withProducts(table, reader);
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
