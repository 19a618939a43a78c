import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'restify';
import { HttpProblem } from '../http-problem.js';

/** Content types under which browsers and programs send lists; which kind a list is, its first bytes show. */
const TAKEN =
  /^(?:text\/(?:csv|plain|tab-separated-values)|application\/(?:csv|octet-stream|vnd\.ms-excel|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet))\s*(?:;|$)/i;
/** How much of a body that is refused is still read (and dropped), so that its sender gets to see the answer. */
const DRAINED = 64 * 1024 * 1024;

/** Whether the request brings a list. Problem: 415 for anything else. */
export function requireList(req: Request): void {
  const type = req.headers['content-type'] ?? '';
  if ((req.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new HttpProblem(415, 'compressed-body', 'Body: send the list as it is, not compressed.');
  }
  if (!TAKEN.test(type)) {
    throw new HttpProblem(
      415,
      'not-a-list',
      'Body: send the file itself, with Content-Type: text/csv or application/octet-stream (curl --data-binary @list.csv).',
    );
  }
}

/** Writes the body into a file, piece by piece. Problems: 413 over `limit` bytes, 400 where it is empty or cut off. */
export async function saveUpload(req: Readable, file: string, limit: number): Promise<void> {
  let length = 0;
  async function* upToLimit(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > limit + DRAINED) return;
      if (length <= limit) yield chunk;
    }
  }
  try {
    await pipeline(req, upToLimit, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    if (req.errored === null && !req.destroyed) throw error;
    throw new HttpProblem(
      400,
      'body-cut-off',
      'Body: the connection closed before all of it had arrived; send it again.',
    );
  }
  if (length > limit) throw tooLarge(limit);
  if (length === 0) throw new HttpProblem(400, 'empty-file', 'Body: it is empty; send the list.');
}

/** Reads what is left of a body that is refused, and drops it. */
export async function dropUpload(req: Readable): Promise<void> {
  let length = 0;
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > DRAINED) break;
    }
  } catch {
    // Who sent it is gone.
  }
}

export const tooLarge = (limit: number): HttpProblem =>
  new HttpProblem(
    413,
    'list-too-large',
    `Body: over ${Math.floor(limit / 1024 / 1024)} MB; use 'sns entitle --fleet' for it, or have FLEET_LIMIT_MB raised.`,
  );
