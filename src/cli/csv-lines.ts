import type { z } from 'zod';
import { csvSheet } from '../fleet/reading/csv-sheet.js';
import { ListProblem } from '../fleet/reading/sheet.js';
import { fileErrorCode } from './file-error.js';
import { checkRow, type JsonLine, UnreadableFile } from './json-lines.js';

/** Headings as they are compared: small letters, no blanks at their ends. */
const plain = (heading: string): string =>
  heading
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();

/**
 * The rows of a CSV file under its headings, each checked; empty cells are left out, and so are columns that `wanted` does not name.
 * `onRead` is told how far it has come, 0 to 1. Throws UnreadableFile.
 */
export async function* csvLines<T>(
  file: string,
  wanted: readonly string[],
  schema: z.ZodType<T>,
  onRead: (share: number) => void,
): AsyncGenerator<JsonLine<T>> {
  try {
    const sheet = await csvSheet(file);
    let columns: readonly string[] | null = null;
    for await (const rows of sheet.rows()) {
      for (const { number, cells } of rows) {
        if (cells.every((cell) => cell.trim() === '')) continue;
        if (columns === null) {
          columns = headed(file, cells.map(plain), wanted);
          continue;
        }
        const named = columns.flatMap((name, i) => (wanted.includes(name) && cells[i] ? [[name, cells[i]]] : []));
        yield { line: number, ...checkRow(Object.fromEntries(named), schema) };
        onRead(sheet.progress());
      }
    }
  } catch (error) {
    if (error instanceof ListProblem) throw new UnreadableFile(`${file}: ${error.problem.message}`);
    const code = fileErrorCode(error);
    if (code === null) throw error;
    throw new UnreadableFile(`${file}: cannot be read (${code}); name a file that exists.`);
  }
}

function headed(file: string, columns: readonly string[], wanted: readonly string[]): readonly string[] {
  const lacking = wanted.filter((name) => !columns.includes(name));
  if (lacking.length === 0) return columns;
  throw new UnreadableFile(
    `${file}:1: there is no column ${lacking.join(', ')}; head the columns ${wanted.join(', ')} in the first row.`,
  );
}
