import type { Day } from '../../domain/day.js';
import type { Problem } from '../../domain/problem.js';

/** Something about a cell, or about a whole row, that stands in the way of reading it. */
export interface CellTrouble {
  /** From 0; null: the whole row. */
  readonly column: number | null;
  readonly kind: 'encoding' | 'open-quote' | 'too-long' | 'excel-error';
}

/** One row of a list, as it stands in the file. */
export interface ListRow {
  /** From 1, as a spreadsheet program counts. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly troubles: readonly CellTrouble[];
}

/** A table that can be read row by row, as often as needed; memory does not grow with its rows. */
export interface Sheet {
  /** Null for a file that has one table without a name. */
  readonly name: string | null;
  /** What separates cells where the list is written as text again. */
  readonly delimiter: string;
  /** The rows in batches, empty ones included where the file has them. Throws ListProblem where the file breaks off. */
  readonly rows: () => AsyncGenerator<readonly ListRow[]>;
  /** How far the last call of rows has come, 0 to 1. */
  readonly progress: () => number;
  /** The day that a day number of this file means; null where the file has no such numbers. */
  readonly dayOfSerial: ((serial: number) => Day | null) | null;
  /** What whoever reads the result should know of the file as a whole. */
  readonly notices: readonly string[];
}

/** A file with at least one table. */
export interface DeviceList {
  readonly sheets: readonly Sheet[];
  readonly close: () => void;
}

/** The file cannot be read (on). Caught where a fleet is run, which gives the problem back as a value. */
export class ListProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** Columns beyond are not read, and cells are cut there: no list of devices needs more. */
export const MOST_COLUMNS = 256;
export const LONGEST_CELL = 32_767;

/** Rows handed on at once. */
export const BATCH = 500;

const NO_TROUBLES: readonly CellTrouble[] = [];
/** The row with its cells cut to what is read, and any trouble named. */
export function listRow(
  number: number,
  cells: readonly string[],
  troubles: readonly CellTrouble[] = NO_TROUBLES,
): ListRow {
  const kept = cells.length > MOST_COLUMNS ? cells.slice(0, MOST_COLUMNS) : cells;
  if (kept.every((cell) => cell.length <= LONGEST_CELL)) return { number, cells: kept, troubles };
  return {
    number,
    cells: kept.map((cell) => cell.slice(0, LONGEST_CELL)),
    troubles: [
      ...troubles,
      ...kept.flatMap((cell, column) => (cell.length > LONGEST_CELL ? [{ column, kind: 'too-long' as const }] : [])),
    ],
  };
}

/** Rows worked on before whatever else the process does gets its turn: some milliseconds' worth. */
const TURN = 150;

/** The rows of a sheet in small batches, with a turn for everything else between them. */
export async function* rowsInTurns(sheet: Sheet): AsyncGenerator<readonly ListRow[]> {
  for await (const rows of sheet.rows()) {
    for (let at = 0; at < rows.length; at += TURN) {
      yield rows.slice(at, at + TURN);
      await new Promise((done) => setImmediate(done));
    }
  }
}
