import { createReadStream } from 'node:fs';
import { ListProblem } from './sheet.js';

const BLOCK = 256 * 1024;
/** A line that is longer ends the reading: it would have to be held whole. */
export const LONGEST_LINE = 2 * 1024 * 1024;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The bytes of a file from `start` on, in blocks that end with a line feed (the last one ends as the file does). Throws
 * ListProblem where a line is longer than LONGEST_LINE.
 */
export async function* blocksOf(file: string, start: number): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { start, highWaterMark: BLOCK }) as AsyncIterable<Buffer>) {
    const end = endOfLines(chunk);
    if (end > 0) {
      yield rest.length === 0 ? chunk.subarray(0, end) : Buffer.concat([rest, chunk.subarray(0, end)]);
      rest = chunk.subarray(end);
    } else {
      rest = Buffer.concat([rest, chunk]);
      if (rest.length > LONGEST_LINE) {
        throw new ListProblem({
          code: 'line-too-long',
          file,
          message: `a line is longer than ${LONGEST_LINE / 1024 / 1024} MB, so this is no list with one device a row.`,
        });
      }
    }
  }
  if (rest.length > 0) yield rest;
}

/** Where the last whole line of a chunk ends; 0: nowhere. Old files end lines with a carriage return alone. */
export function endOfLines(chunk: Buffer): number {
  const end = chunk.lastIndexOf(LINE_FEED) + 1;
  return end > 0 ? end : chunk.lastIndexOf(CARRIAGE_RETURN, -2) + 1;
}
