import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { z } from 'zod';

/** Where a command reads and writes; handed in, so that tests need no process. */
export interface Streams {
  readonly input: Readable;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The codes a command ends with: 2 where something could not be read. */
export const EXIT = { fine: 0, unreadable: 2 } as const;

const remedy = (where: string, line: number, what: string) => `${where}:${line}: ${what}`;

/**
 * Answers a file of JSON lines in order, a line each (`-`: standard input). A bad line, and an answer that is an error, gives `{"id","error"}`
 * and the rest is answered all the same; then one line on standard error names the first, and the exit code is 2.
 */
export async function runBatch<T>(
  file: string,
  schema: z.ZodType<T>,
  answer: (row: T) => Promise<object> | object,
  streams: Streams,
): Promise<number> {
  let number = 0;
  const bad: string[] = [];
  try {
    for await (const line of splitLines(file === '-' ? streams.input : createReadStream(file))) {
      number++;
      if (line.trim() === '') continue;
      const read = readRow(line, schema);
      if (read.ok) {
        const answered = await answer(read.row);
        if ('error' in answered) bad.push(remedy(file, number, String(answered.error)));
        streams.out(`${JSON.stringify(answered)}\n`);
      } else {
        bad.push(remedy(file, number, read.error));
        streams.out(`${JSON.stringify({ id: read.id, error: `line ${number}: ${read.error}` })}\n`);
      }
    }
  } catch (error) {
    if (!isFileError(error)) throw error;
    streams.err(`${file}: cannot be read (${error.code}); name a file that exists, or - for standard input.\n`);
    return EXIT.unreadable;
  }
  if (bad.length === 0) return EXIT.fine;
  const more = bad.length > 1 ? ` (and ${bad.length - 1} more such lines)` : '';
  streams.err(`${bad[0]}${more}\n`);
  return EXIT.unreadable;
}

/** Lines as they come in; readline would hide a stream that fails. */
async function* splitLines(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

type Read<T> =
  | { readonly ok: true; readonly row: T }
  | { readonly ok: false; readonly id: unknown; readonly error: string };

function readRow<T>(line: string, schema: z.ZodType<T>): Read<T> {
  let data: unknown;
  try {
    data = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, id: null, error: 'this line is no JSON; write one JSON object a line.' };
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return { ok: true, row: parsed.data };
  const [issue] = parsed.error.issues;
  const id = typeof data === 'object' && data !== null ? ((data as { id?: unknown }).id ?? null) : null;
  return {
    ok: false,
    id,
    error: `${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not of the expected form'}.`,
  };
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error;
