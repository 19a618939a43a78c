import { z } from 'zod';
import { runBatch } from '../../src/cli/batch.js';
import { inMemoryStreams } from './in-memory-streams.js';

const row = z.object({ id: z.string(), n: z.number() });
const twice = ({ id, n }: z.infer<typeof row>) => (n < 0 ? { id, error: 'below zero.' } : { id, twice: 2 * n });

describe('a batch', () => {
  test('answers every line in order', async () => {
    const written = inMemoryStreams('{"id":"a","n":1}\n\n{"id":"b","n":2}');
    expect(await runBatch('-', row, twice, written.streams)).toBe(0);
    expect(written.out).toBe('{"id":"a","twice":2}\n{"id":"b","twice":4}\n');
    expect(written.err).toBe('');
  });

  test('answers the good lines and names the first bad one, with the number of its line', async () => {
    const written = inMemoryStreams('{"id":"a","n":1}\n\nno json\n{"id":"c"}\n{"id":"d","n":-1}\n{"id":"e","n":3}\n');
    expect(await runBatch('-', row, twice, written.streams)).toBe(2);
    expect(written.out.split('\n').map((line) => line.slice(0, 40))).toEqual([
      '{"id":"a","twice":2}',
      '{"id":null,"error":"line 3: this line is',
      '{"id":"c","error":"line 4: n: Invalid in',
      '{"id":"d","error":"below zero."}',
      '{"id":"e","twice":6}',
      '',
    ]);
    expect(written.err).toBe('-:3: this line is no JSON; write one JSON object a line. (and 2 more such lines)\n');
  });

  test('of a file that is not there says so in one line', async () => {
    const written = inMemoryStreams();
    expect(await runBatch('no-such-file.jsonl', row, twice, written.streams)).toBe(2);
    expect(written.err).toBe(
      'no-such-file.jsonl: cannot be read (ENOENT); name a file that exists, or - for standard input.\n',
    );
  });
});
