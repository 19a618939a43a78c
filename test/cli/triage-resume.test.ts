import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chances } from '../bench/tickets/made-up-mail.js';
import { writeTickets } from '../bench/tickets/write-export.js';

const SNS = join(__dirname, '../../.sns/build/sns.js');
const TICKETS = 80;

const env = { ...process.env, ANSWERING: 'lexical', CONTACT: '' };
const triageArgs = (file: string, ...rest: string[]) => [
  SNS,
  'triage',
  '--batch',
  file,
  '--today',
  '2026-11-22',
  ...rest,
];
const triaged = (file: string, ...rest: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, triageArgs(file, ...rest), { encoding: 'utf8', env });
  return { code: status, out: stdout, err: stderr };
};

const linesOf = (file: string): readonly string[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];

describe('sns triage --out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'resume-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const list = join(folder, 'export.csv');
  const whole = join(folder, 'whole.jsonl');
  writeTickets(list, TICKETS, 'servicenow');
  const first = triaged(list, '--out', whole);

  /** Runs until so many lines have come, and kills it there; gives whether it had to be killed. */
  async function killedAt(out: string, lines: number): Promise<boolean> {
    const child = spawn(process.execPath, triageArgs(list, '--out', out, '--resume'), { stdio: 'ignore', env });
    const over = new AbortController();
    const ended = new Promise<NodeJS.Signals | null>((done) => {
      child.on('exit', (_code, signal) => {
        over.abort();
        done(signal);
      });
    });
    try {
      for await (const _ of watch(folder, { signal: over.signal })) {
        if (linesOf(out).length >= lines) child.kill('SIGKILL');
      }
    } catch (error) {
      if (!over.signal.aborted) throw error;
    }
    return (await ended) === 'SIGKILL';
  }

  test('reads an export with the columns of a helpdesk, and writes a whole line a ticket', () => {
    expect(first).toEqual({ code: 0, out: '', err: `${whole}: ${TICKETS} written.\n` });
    const ids = linesOf(whole).map((line) => JSON.parse(line).id);
    expect(ids).toEqual(Array.from({ length: TICKETS }, (_, i) => `INC${1_000_000 + i}`));
  });

  test('killed at any place, and again, comes to the same in the end', async () => {
    const out = join(folder, 'killed.jsonl');
    const by = chances(7);
    let killed = 0;
    for (let from = 0; from < TICKETS * 0.7; ) {
      if (await killedAt(out, from + 5 + by.below(20))) killed++;
      // A system that fails may break the last line off.
      if (by.next() < 0.5) truncateSync(out, Math.max(0, readFileSync(out).length - 1 - by.below(200)));
      from = linesOf(out).length;
    }
    expect(killed).toBeGreaterThan(1);
    expect(triaged(list, '--out', out, '--resume').code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(whole, 'utf8'));
  }, 120_000);

  test('does nothing twice where all is done', () => {
    const before = readFileSync(whole, 'utf8');
    const again = triaged(list, '--out', whole, '--resume');
    expect(again).toEqual({ code: 0, out: '', err: `${whole}: 0 written, ${TICKETS} were there already.\n` });
    expect(readFileSync(whole, 'utf8')).toBe(before);
  });

  test('never writes over a file, and says how to go on', () => {
    const { code, err } = triaged(list, '--out', whole);
    expect(code).toBe(2);
    expect(err).toBe(
      `${whole}: is there already and stays as it is; add --resume to go on with it, or name another file with --out. (out-exists)\n`,
    );
  });

  test('refuses the results of another export', () => {
    const other = join(folder, 'other.csv');
    writeTickets(other, TICKETS, 'servicenow', 1);
    const before = readFileSync(whole, 'utf8');
    const { code, err } = triaged(other, '--out', whole, '--resume');
    expect(code).toBe(2);
    expect(err).toBe(
      `${whole}:1: does not belong to what the input now says of the ticket INC1000000; give the input that the file was made from, or name another file with --out. (other-input)\n`,
    );
    expect(readFileSync(whole, 'utf8')).toBe(before);
  });

  test('answers every row of an id that comes twice, and a row without one with what is wrong, and says so', () => {
    const list = join(folder, 'twice.jsonl');
    const out = join(folder, 'twice.out.jsonl');
    writeFileSync(list, '{"id":1,"subject":"Who updates the card?"}\n{"subject":"x"}\n{"id":"1","subject":"Hello"}\n');
    const run = triaged(list, '--out', out);
    expect(linesOf(out).map((line) => JSON.parse(line).id)).toEqual([1, null, '1']);
    expect([run.code, run.err.split('\n')]).toEqual([
      2,
      [
        `${list}:3: the id 1 was there before; every row is answered, in its place.`,
        `${out}: 3 written.`,
        `${list}:2: id: give the ticket one, a text or a number.`,
        '',
      ],
    ]);
    const before = readFileSync(out, 'utf8');
    appendFileSync(list, '{"id":2,"subject":"How do we renew?"}\n');
    const again = triaged(list, '--out', out, '--resume');
    expect([again.code, linesOf(out).length]).toEqual([2, 4]);
    expect(readFileSync(out, 'utf8').startsWith(before)).toBe(true);
  });

  test('needs --out for --resume', () => {
    expect(triaged(list, '--resume')).toEqual({
      code: 2,
      out: '',
      err: 'sns: triage: --resume goes on with a file; name it with --out.\n',
    });
  });
});
