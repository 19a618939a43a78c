import { Readable } from 'node:stream';
import type { Streams } from '../../src/cli/batch.js';

/** Streams of a command, with what was written to them. */
export function inMemoryStreams(input = ''): { readonly streams: Streams; out: string; err: string } {
  const written = {
    out: '',
    err: '',
    streams: {
      input: Readable.from([input]),
      out: (text: string) => {
        written.out += text;
      },
      err: (text: string) => {
        written.err += text;
      },
    },
  };
  return written;
}
