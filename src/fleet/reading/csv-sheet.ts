import { statSync } from 'node:fs';
import { type CsvError, type Options, parse } from 'csv-parse/sync';
import { blocksOf, endOfLines } from './blocks.js';
import { sniffDelimiter } from './delimiter.js';
import { type CellTrouble, type ListRow, listRow, type Sheet } from './sheet.js';
import { REPAIRED, type Sniffed, sniffEncoding, toUtf8 } from './text-encoding.js';

/** A quoted cell that goes on for longer was never closed. */
const LONGEST_QUOTED = 64 * 1024;
/** After so many quotation marks that are never closed, they are taken for ordinary signs: inches, perhaps. */
const MOST_OPEN_QUOTES = 50;
const HEAD = 64 * 1024;

/** The one table of a text file, whatever its encoding and delimiter. Throws ListProblem. */
export async function csvSheet(file: string): Promise<Sheet> {
  const encoding = await sniffEncoding(file);
  const delimiter = sniffDelimiter(await headOf(file, encoding));
  const bytes = Math.max(1, statSync(file).size);
  let read = 0;
  return {
    name: null,
    delimiter: delimiter.sign,
    dayOfSerial: null,
    notices: encoding.encoding === 'mixed' ? [MIXED] : [],
    progress: () => Math.min(1, read / bytes),
    rows: async function* () {
      read = 0;
      const table = new TableReader(delimiter.sign, delimiter.announced ? 1 : 0);
      const decode = toUtf8(encoding);
      for await (const block of blocksOf(file, encoding.mark)) {
        read += block.length;
        const rows = table.take(decode(block, false), false);
        if (rows.length > 0) yield rows;
      }
      const rows = table.take(decode(Buffer.alloc(0), true), true);
      if (rows.length > 0) yield rows;
    },
  };
}

const MIXED =
  'The file mixes two encodings (UTF-8 and Windows-1252). Letters that were read as Windows-1252 are listed with their rows; save the file anew as UTF-8.';

async function headOf(file: string, encoding: Sniffed): Promise<string> {
  const decode = toUtf8(encoding);
  for await (const block of blocksOf(file, encoding.mark)) {
    return decode(block.subarray(0, HEAD), false)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  }
  return '';
}

/** Cuts UTF-8 into rows, block by block: a quoted cell may go on from one block to the next. */
class TableReader {
  private rest: Buffer = Buffer.alloc(0);
  private count = 0;
  private openQuotes = 0;

  /** `skip`: so many rows at the start are none of the list's; they are counted all the same. */
  constructor(
    private readonly delimiter: string,
    private readonly skip: number,
  ) {}

  /** The rows that end within the block. */
  take(block: Buffer, last: boolean): readonly ListRow[] {
    const rows: ListRow[] = [];
    let text = this.rest.length === 0 ? block : Buffer.concat([this.rest, block]);
    if (this.count === 0 && text.length >= 3 && text[0] === 0xef && text[1] === 0xbb) text = text.subarray(3);
    const end = last ? text.length : endOfLines(text);
    const beyond = text.subarray(end);
    text = text.subarray(0, end);
    while (text.length > 0) {
      const { read, failed } = this.parse(text, rows);
      text = text.subarray(read);
      if (!failed) break;
      if (!last && text.length < LONGEST_QUOTED) break;
      const line = firstLine(text);
      this.openQuotes++;
      this.push(rows, text.subarray(0, line).toString('utf8').split(this.delimiter), [OPEN_QUOTE]);
      text = text.subarray(line);
    }
    this.rest = text.length === 0 ? beyond : Buffer.concat([text, beyond]);
    return rows;
  }

  /** How many bytes of whole rows were read, and whether what follows them is no row as it stands. */
  private parse(text: Buffer, rows: ListRow[]): { readonly read: number; readonly failed: boolean } {
    const options: Options = {
      delimiter: this.delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      quote: this.openQuotes < MOST_OPEN_QUOTES ? '"' : false,
      relax_quotes: true,
      relax_column_count: true,
    };
    try {
      for (const record of parse(text, options)) this.push(rows, record, NONE);
      return { read: text.length, failed: false };
    } catch (error) {
      if (!isCsvError(error)) throw error;
    }
    // Again, to see how far it goes: to be told that of every row would take twice as long.
    let read = 0;
    const whole: (readonly string[])[] = [];
    try {
      parse(text, {
        ...options,
        on_record: (record: readonly string[], { bytes }) => {
          read = bytes;
          whole.push(record);
          return null;
        },
      });
    } catch (error) {
      if (!isCsvError(error)) throw error;
    }
    for (const record of whole) this.push(rows, record, NONE);
    return { read, failed: true };
  }

  private push(rows: ListRow[], cells: readonly string[], troubles: readonly CellTrouble[]): void {
    this.count++;
    if (this.count <= this.skip) return;
    const repaired = cells.flatMap((cell, column) =>
      cell.includes(REPAIRED) ? [{ column, kind: 'encoding' as const }] : NONE,
    );
    if (repaired.length === 0) rows.push(listRow(this.count, cells, troubles));
    else {
      const mended = cells.map((cell) => cell.replaceAll(REPAIRED, ''));
      rows.push(listRow(this.count, mended, [...troubles, ...repaired]));
    }
  }
}

const NONE: readonly CellTrouble[] = [];
const OPEN_QUOTE: CellTrouble = { column: null, kind: 'open-quote' };

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

/** The bytes of the first line, its end included. */
function firstLine(text: Buffer): number {
  const end = text.indexOf(0x0a);
  return end === -1 ? text.length : end + 1;
}
