import { dayOfSerial } from './excel-dates.js';
import {
  BATCH,
  type CellTrouble,
  type DeviceList,
  type ListRow,
  LONGEST_CELL,
  listRow,
  MOST_COLUMNS,
  type Sheet,
} from './sheet.js';
import { WorkbookArchive } from './xlsx-archive.js';
import { dayStyles, local, type SharedTexts, sharedTexts, workbookParts } from './xlsx-parts.js';

/** A full sheet (1,048,576 rows) of thirty columns stays below; it is read as a stream, so memory is no matter. */
const SHEET_XML = 2048 * 1024 * 1024;

/** What the cells of a workbook are read with. */
interface Reading {
  readonly texts: SharedTexts;
  readonly isDay: readonly boolean[];
  readonly is1904: boolean;
}

/** The sheets of an .xlsx workbook. Throws ListProblem. */
export async function xlsxSheets(file: string): Promise<DeviceList> {
  const archive = await WorkbookArchive.open(file);
  try {
    const { sheets, is1904 } = await workbookParts(archive, file);
    const reading = { texts: await sharedTexts(archive, file), isDay: await dayStyles(archive), is1904 };
    return {
      sheets: sheets.map(({ name, path }) => sheetOf(archive, name, path, reading)),
      close: () => archive.close(),
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

function sheetOf(archive: WorkbookArchive, name: string, path: string, reading: Reading): Sheet {
  const size = Math.max(1, archive.sizeOf(path));
  let unpacked = 0;
  return {
    name,
    delimiter: ',',
    notices: [],
    dayOfSerial: (serial) => dayOfSerial(serial, reading.is1904),
    progress: () => Math.min(1, unpacked / size),
    rows: async function* () {
      let rows: ListRow[] = [];
      const reader = rowReader(reading, (row) => rows.push(row));
      for await (const read of archive.parse(path, reader, SHEET_XML)) {
        unpacked = read;
        if (rows.length < BATCH) continue;
        yield rows;
        rows = [];
      }
      if (rows.length > 0) yield rows;
    },
  };
}

/** 'BC7' → 54, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** Handlers for the XML of a sheet, which hand on each row as it ends. */
function rowReader({ texts, isDay, is1904 }: Reading, push: (row: ListRow) => void) {
  let number = 0;
  let cells: string[] = [];
  let troubles: CellTrouble[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let inValue = false;
  let inAid = false;
  const cellText = (): string => {
    switch (type) {
      case 's':
        return texts.at(Number(value));
      case 'b':
        return value === '1' ? 'true' : 'false';
      case 'e':
        troubles.push({ column, kind: 'excel-error' });
        return '';
      case 'd':
        return value.slice(0, 10);
      case 'n':
        return isDay[style] && value !== '' ? (dayOfSerial(Number(value), is1904) ?? value) : value;
      default:
        return value;
    }
  };
  return {
    open: ({ name, attributes: a }: { readonly name: string; readonly attributes: Record<string, string> }) => {
      switch (local(name)) {
        case 'row':
          number = Number(a.r) > number ? Number(a.r) : number + 1;
          cells = [];
          troubles = [];
          column = -1;
          break;
        case 'c':
          column = a.r === undefined ? column + 1 : columnOf(a.r);
          type = a.t ?? 'n';
          style = Number(a.s ?? 0);
          value = '';
          break;
        case 'v':
        case 't':
          inValue = !inAid;
          break;
        case 'rPh':
          // How the text before is read aloud: no part of the cell.
          inAid = true;
          break;
      }
    },
    text: (piece: string) => {
      if (inValue && value.length <= LONGEST_CELL) value += piece;
    },
    close: (name: string) => {
      switch (local(name)) {
        case 'v':
        case 't':
          inValue = false;
          break;
        case 'rPh':
          inAid = false;
          break;
        case 'c':
          if (column < 0 || column >= MOST_COLUMNS) break;
          while (cells.length < column) cells.push('');
          cells[column] = cellText();
          break;
        case 'row':
          push(listRow(number, cells, troubles));
          break;
      }
    },
  };
}
