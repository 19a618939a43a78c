import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { type JsonLine, jsonLines, UnreadableFile } from './json-lines.js';

/** Where a command reads and writes; handed in, so that tests need no process. */
export interface Streams {
  readonly input: Readable;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The codes a command ends with: 1 where what it was to prove does not hold, 2 where something could not be read. */
export const EXIT = { fine: 0, refuted: 1, unreadable: 2 } as const;

/** A line of a file that could not be used, and why. */
export interface BadLine {
  /** From 1. */
  readonly line: number;
  readonly problem: string;
}

/** Names the first bad line of a file on standard error, and how many more there are; gives the exit code. */
export function tellBadLines(file: string, bad: readonly BadLine[], streams: Streams): number {
  const [first] = bad;
  if (!first) return EXIT.fine;
  const more = bad.length > 1 ? ` (and ${bad.length - 1} more such lines)` : '';
  streams.err(`${file}:${first.line}: ${first.problem}${more}\n`);
  return EXIT.unreadable;
}

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
  return runRows(file, jsonLines(file, schema, streams.input), answer, streams);
}

/** The same for rows that come from a file of another form; one that is answered with null gets no line. `atEnd` runs behind the last. */
export async function runRows<T>(
  file: string,
  rows: AsyncIterable<JsonLine<T>>,
  answer: (row: T, line: number) => Promise<object | null> | object | null,
  streams: Streams,
  atEnd: () => void = () => undefined,
): Promise<number> {
  const bad: BadLine[] = [];
  try {
    for await (const read of rows) {
      if (read.ok) {
        const answered = await answer(read.row, read.line);
        if (answered === null) continue;
        if ('error' in answered) bad.push({ line: read.line, problem: String(answered.error) });
        streams.out(`${JSON.stringify(answered)}\n`);
      } else {
        bad.push({ line: read.line, problem: read.error });
        streams.out(`${JSON.stringify({ id: read.id, error: `line ${read.line}: ${read.error}` })}\n`);
      }
    }
    atEnd();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    streams.err(`${error.message}\n`);
    return EXIT.unreadable;
  }
  return tellBadLines(file, bad, streams);
}
