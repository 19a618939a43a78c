import type { z } from 'zod';
import { csvSheet } from '../fleet/reading/csv-sheet.js';
import { ListProblem } from '../fleet/reading/sheet.js';
import { fileErrorCode } from './file-error.js';
import { checkRow, type JsonLine, UnreadableFile } from './json-lines.js';

/** Headings as they are compared: small letters, no blanks at their ends, `created_at` like `Created at`. */
const plain = (heading: string): string =>
  heading
    .replace(/^\uFEFF/, '')
    .replaceAll('_', ' ')
    .trim()
    .toLowerCase();

/** A column that is read: its own name, and those that other programs give it, the one that is meant first. */
export interface WantedColumn {
  readonly name: string;
  readonly others: readonly string[];
}

/**
 * The rows of a CSV file under its headings, each checked; empty cells are left out, and so are columns that `wanted` does not name.
 * `onRead` is told how far it has come, 0 to 1, once a row is done with. Throws UnreadableFile.
 */
export async function* csvLines<T>(
  file: string,
  wanted: readonly WantedColumn[],
  schema: z.ZodType<T>,
  onRead: (share: number) => void,
): AsyncGenerator<JsonLine<T>> {
  try {
    const sheet = await csvSheet(file);
    let columns: readonly Column[] | null = null;
    let before = 0;
    for await (const rows of sheet.rows()) {
      // The file is read some hundred rows ahead.
      const share = (done: number) => before + ((sheet.progress() - before) * done) / rows.length;
      for (const [i, { number, cells }] of rows.entries()) {
        if (cells.every((cell) => cell.trim() === '')) continue;
        if (columns === null) {
          columns = headed(file, cells.map(plain), wanted);
          continue;
        }
        const named = columns.flatMap(({ name, at }) => (cells[at] ? [[name, cells[at]]] : []));
        yield { line: number, ...checkRow(Object.fromEntries(named), schema) };
        onRead(share(i + 1));
      }
      before = sheet.progress();
    }
  } catch (error) {
    if (error instanceof ListProblem) throw new UnreadableFile(`${file}: ${error.problem.message}`);
    const code = fileErrorCode(error);
    if (code === null) throw error;
    throw new UnreadableFile(`${file}: cannot be read (${code}); name a file that exists.`);
  }
}

interface Column {
  readonly name: string;
  readonly at: number;
}

function headed(file: string, headings: readonly string[], wanted: readonly WantedColumn[]): readonly Column[] {
  const columns = wanted.map(({ name, others }) => {
    const found = [name, ...others].find((heading) => headings.includes(heading));
    return { name, at: found === undefined ? -1 : headings.indexOf(found) };
  });
  const lacking = columns.filter(({ at }) => at < 0).map(({ name }) => name);
  if (lacking.length === 0) return columns;
  throw new UnreadableFile(
    `${file}:1: there is no column ${lacking.join(', ')}; head the columns ${wanted.map(({ name }) => name).join(', ')} in the first row.`,
  );
}
