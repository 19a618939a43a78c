import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { fileErrorCode } from './file-error.js';

/** A line of a file of JSON lines, numbered from 1: what it says, or what is wrong with it. */
export type JsonLine<T> =
  | { readonly ok: true; readonly line: number; readonly row: T }
  | { readonly ok: false; readonly line: number; readonly id: unknown; readonly error: string };

/** The file itself cannot be read; the message names it and the remedy. */
export class UnreadableFile extends Error {}

/**
 * The lines of a file (`-`: of `input`) as they come in, each checked; blank lines are left out.
 * `onRead` is told how many bytes each took. Throws UnreadableFile.
 */
export async function* jsonLines<T>(
  file: string,
  schema: z.ZodType<T>,
  input: Readable,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<JsonLine<T>> {
  let line = 0;
  for await (const text of splitLines(file, file === '-' ? input : createReadStream(file))) {
    line++;
    onRead(Buffer.byteLength(text) + 1);
    if (text.trim() !== '') yield { line, ...readRow(text, schema) };
  }
}

/** readline would hide a stream that fails. */
async function* splitLines(file: string, stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of stream) {
      const lines = (rest + String(chunk)).split(/\r?\n/);
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    throw new UnreadableFile(`${file}: cannot be read (${code}); name a file that exists, or - for standard input.`);
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
  return checkRow(data, schema);
}

/** A row that was read, checked; a bad one keeps its id, so that it can be found. */
export function checkRow<T>(data: unknown, schema: z.ZodType<T>): Read<T> {
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
