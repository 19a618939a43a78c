import type { Day } from '../../domain/day.js';
import { failed, ok, type Result } from '../../domain/problem.js';
import type { ColumnKind } from '../../knowledge/fleet-schema.js';
import type { Knowledge } from '../../knowledge/knowledge.js';
import { headingReader } from '../../understanding/find-columns.js';
import { type DeviceList, type ListRow, rowsInTurns, type Sheet } from '../reading/sheet.js';
import type { CellReaders } from './cell-readers.js';
import { ColumnSample } from './column-sample.js';
import { type Column, findHeader, type Header } from './columns.js';
import type { DateColumn, DateForm } from './date-reader.js';
import { listed, NOTICE, WANTED } from './notices.js';

export interface DateColumnForm extends DateForm {
  readonly column: Column;
  readonly holds: DateColumn;
}

/** What the first reading of a list shows: where its columns are, and how its dates are written. */
export interface Survey {
  readonly sheet: Sheet;
  readonly headerRow: number;
  /** All columns of the header, in their order. */
  readonly columns: readonly Column[];
  /** Columns to be read, by what they hold; several may hold the same, save for dates. */
  readonly holding: (kind: ColumnKind) => readonly Column[];
  readonly dates: readonly DateColumnForm[];
  /** Rows with something in them, the header and what stands above it left out. */
  readonly devices: number;
  /** What whoever reads the result should know of the list as a whole. */
  readonly notices: readonly string[];
}

export interface SurveyOptions {
  readonly asOf: Day;
  /** The user says how dates are written; null: the columns show it. */
  readonly dayFirst: boolean | null;
  /** Told 0 to 1 as the reading goes on. */
  readonly onProgress: (share: number) => void;
}

/** The header is looked for in so many rows. */
const HEADER_WITHIN = 40;
const DATES: readonly DateColumn[] = ['commissioned', 'contractStart', 'contractEnd'];

export const isEmptyRow = (row: ListRow): boolean => row.cells.every((cell) => cell.trim() === '');

/**
 * Reads a list once, to find its header and what its columns hold, and to settle how its dates are written. Problem:
 * `no-usable-column`, with the columns that were found and those that are wanted.
 */
export async function survey(
  list: DeviceList,
  file: string,
  knowledge: Knowledge,
  readers: CellReaders,
  options: SurveyOptions,
): Promise<Result<Survey>> {
  const read = headingReader(knowledge.fleet);
  const seen: string[] = [];
  for (const sheet of list.sheets) {
    const head = await headOf(sheet);
    const header = findHeader(head, read);
    if (header !== null) return ok(await surveySheet(sheet, header, list, readers, options));
    const titles = (head.find((row) => !isEmptyRow(row))?.cells ?? []).map((c) => c.trim()).filter((c) => c !== '');
    seen.push(`${sheet.name === null ? '' : `'${sheet.name}': `}${titles.length === 0 ? 'nothing' : listed(titles)}`);
  }
  const found = seen.length === 0 ? 'no sheet with cells' : seen.slice(0, 5).join('; ');
  return failed({ code: 'no-usable-column', file, message: `no column tells of devices. Found: ${found}. ${WANTED}` });
}

async function headOf(sheet: Sheet): Promise<readonly ListRow[]> {
  const head: ListRow[] = [];
  for await (const rows of sheet.rows()) {
    head.push(...rows.slice(0, HEADER_WITHIN - head.length));
    if (head.length >= HEADER_WITHIN) break;
  }
  return head;
}

async function surveySheet(
  sheet: Sheet,
  header: Header,
  list: DeviceList,
  readers: CellReaders,
  { dayFirst, onProgress }: SurveyOptions,
): Promise<Survey> {
  const samples = header.columns.map((column) => new ColumnSample(column, readers, sheet.dayOfSerial));
  const active = samples.filter((sample) => sample.isOfInterest);
  let devices = 0;
  for await (const rows of rowsInTurns(sheet)) {
    for (const row of rows) {
      if (row.number <= header.row || isEmptyRow(row)) continue;
      devices++;
      for (const sample of active) sample.look(row.cells[sample.column.index] ?? '', row.number);
    }
    onProgress(sheet.progress());
  }
  const notices = [...sheet.notices];
  const others = list.sheets.filter((other) => other !== sheet).map((other) => `'${other.name}'`);
  if (others.length > 0) notices.push(NOTICE.otherSheets(sheet.name ?? '', listed(others)));
  const used = new Map<ColumnKind, readonly Column[]>();
  for (const kind of new Set(active.map((s) => s.kind))) {
    const { kept, dropped } = chosen(active.filter((s) => s.kind === kind));
    used.set(
      kind,
      kept.map((s) => s.column),
    );
    for (const { column, why } of dropped) notices.push(NOTICE.notUsed(column.title, why));
  }
  const dates = DATES.flatMap((holds): readonly DateColumnForm[] => {
    const [column] = used.get(holds) ?? [];
    const sample = active.find((s) => s.column === column);
    if (column === undefined || sample === undefined) return [];
    const { dayFirst: shown, conflict } = sample.order;
    if (dayFirst === null && conflict !== null) notices.push(NOTICE.bothOrders(column.title, conflict));
    return [
      { column, holds, dayFirst: dayFirst ?? shown, isStated: dayFirst !== null, dayOfSerial: sheet.dayOfSerial },
    ];
  });
  return {
    sheet,
    headerRow: header.row,
    columns: header.columns,
    holding: (kind) => used.get(kind) ?? [],
    dates,
    devices,
    notices,
  };
}

/** Of columns that hold the same: those whose cells can be read as that; of dates the one whose heading says it best. */
function chosen(samples: readonly ColumnSample[]) {
  const dropped: { readonly column: Column; readonly why: string }[] = [];
  const readable = samples.some((s) => s.share > 0.2);
  const fitting = samples.filter((s) => {
    const isDoubtful = s.filled > 0 && s.share <= 0.2 && ((s.column.meaning?.distance ?? 0) > 0 || readable);
    if (isDoubtful) dropped.push({ column: s.column, why: NOTICE.cellsDoNotFit });
    return !isDoubtful;
  });
  const [first, ...more] = [...fitting].sort(
    (a, b) => (a.column.meaning?.distance ?? 0) - (b.column.meaning?.distance ?? 0),
  );
  const isDate = DATES.some((kind) => kind === first?.kind);
  if (!isDate || first === undefined) return { kept: fitting, dropped };
  for (const { column } of more) dropped.push({ column, why: NOTICE.anotherSaysIt(first.column.title) });
  return { kept: [first], dropped };
}
