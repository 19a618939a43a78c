import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  fingerprintOf,
  openResults,
  type ResultFile,
  type Stamped,
  UnusableResults,
} from '../../src/cli/result-file.js';

const folder = mkdtempSync(join(tmpdir(), 'results-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FILE = join(folder, 'out.jsonl');
const row = (id: string, text = 'text', settings = 'settings'): Stamped => ({
  id,
  fingerprint: fingerprintOf(`${id}:${text}`, settings),
});
const lineOf = ({ id, fingerprint }: Stamped) => JSON.stringify({ id, reply: 'é\n', fingerprint });
const BAD = JSON.stringify({ id: null, error: 'line 3: no id.' });

function opened(resume: boolean): ResultFile {
  const results = openResults(FILE, resume);
  if (!results.ok) throw new Error(results.problems[0]?.code);
  return results.value;
}

/** Does these rows; strings are lines of rows that cannot be read. */
function run(rows: readonly (Stamped | string)[], resume = true) {
  const results = opened(resume);
  try {
    for (const one of rows) {
      if (typeof one === 'string') results.put(one);
      else if (!results.passes(one)) results.put(lineOf(one));
    }
    return results.finish();
  } finally {
    results.close();
  }
}

/** The code and the place of what is thrown; the file must be as before. */
function refused(work: () => unknown): string {
  const before = readFileSync(FILE);
  try {
    work();
  } catch (error) {
    if (!(error instanceof UnusableResults)) throw error;
    expect(readFileSync(FILE)).toEqual(before);
    return `${error.problem.code}:${error.problem.line}`;
  }
  return 'none';
}

describe('a file of results', () => {
  const ROWS = [row('a'), BAD, row('b'), row('a', 'again'), row('c')];
  const whole = ROWS.map((r) => `${typeof r === 'string' ? r : lineOf(r)}\n`).join('');
  beforeEach(() => rmSync(FILE, { force: true }));

  test('holds a line a row, whether or not it is to be gone on with', () => {
    expect(run(ROWS, false)).toEqual({ before: 0, written: 5 });
    expect(readFileSync(FILE, 'utf8')).toBe(whole);
    rmSync(FILE);
    expect(run(ROWS, true)).toEqual({ before: 0, written: 5 });
    expect(readFileSync(FILE, 'utf8')).toBe(whole);
  });

  test('is the same in the end wherever its writing broke off', () => {
    const bytes = Buffer.from(whole);
    for (let length = 0; length <= bytes.length; length++) {
      writeFileSync(FILE, bytes.subarray(0, length));
      const { before, written } = run(ROWS);
      expect([before + written, readFileSync(FILE, 'utf8')]).toEqual([5, whole]);
    }
  });

  test('is the same in the end where the power failed and the last line is blank', () => {
    writeFileSync(FILE, `${lineOf(row('a'))}\n\0\0\0\0`);
    expect(run(ROWS)).toEqual({ before: 1, written: 4 });
    expect(readFileSync(FILE, 'utf8')).toBe(whole);
  });

  test('that is whole loses what the failed power left behind it', () => {
    writeFileSync(FILE, `${whole}\0\0`);
    expect(run(ROWS)).toEqual({ before: 5, written: 0 });
    expect(readFileSync(FILE, 'utf8')).toBe(whole);
  });

  test('goes on where rows were added at the end of the input', () => {
    run(ROWS);
    expect(run([...ROWS, row('d')])).toEqual({ before: 5, written: 1 });
  });

  test('that holds anything is not written over', () => {
    writeFileSync(FILE, 'x');
    const results = openResults(FILE, false);
    expect(results).toMatchObject({ ok: false, problems: [{ code: 'out-exists', file: FILE }] });
    expect(readFileSync(FILE, 'utf8')).toBe('x');
  });

  test('that belongs to another input stays as it is', () => {
    writeFileSync(FILE, `${whole}{"id":"d","rep`);
    expect(refused(() => run([row('a'), BAD, row('b', 'other text'), row('c')]))).toBe('other-input:3');
    expect(refused(() => run([row('a'), row('x'), row('b')]))).toBe('other-input:2');
    expect(refused(() => run([row('a'), BAD, BAD]))).toBe('other-input:3');
    expect(refused(() => run(ROWS.slice(0, 3)))).toBe('other-input:4');
    expect(refused(() => run(ROWS))).toBe('other-input:5');
  });

  test('that was made with other settings stays as it is', () => {
    run(ROWS);
    expect(refused(() => run([row('a', 'text', 'others')]))).toBe('other-settings:1');
  });

  test('that holds something else stays as it is', () => {
    for (const [text, line] of [
      ['id,subject\n1,hello\n', 1],
      [`${lineOf(row('a'))}\n{"id":"b"}\n`, 2],
      [`${lineOf(row('a'))}\nnotes`, 2],
      ['notes', 1],
    ] as const) {
      writeFileSync(FILE, text);
      expect(refused(() => run([row('a'), row('b')]))).toBe(`not-results:${line}`);
    }
  });

  test('that another run writes into is left to that one', () => {
    const results = opened(true);
    const first = row('a');
    expect(results.passes(first)).toBe(false);
    results.put(lineOf(first));
    appendFileSync(FILE, `${lineOf(row('b'))}\n`);
    expect(refused(() => results.put(lineOf(row('b'))))).toBe('out-changed:2');
    results.close();
  });

  test('that another run writes into from the start is left to that one, a line that breaks off included', () => {
    writeFileSync(FILE, '{"id":"a","rep');
    const results = opened(true);
    expect(results.passes(row('a'))).toBe(false);
    appendFileSync(FILE, 'ly":');
    expect(refused(() => results.put(lineOf(row('a'))))).toBe('out-changed:1');
    results.close();
  });

  test('is an ordinary one', () => {
    expect(openResults('/dev/null', true)).toMatchObject({ ok: false, problems: [{ code: 'out-no-file' }] });
  });

  test('in a folder that is not there is refused', () => {
    const results = openResults(join(folder, 'none', 'out.jsonl'), false);
    expect(results).toMatchObject({ ok: false, problems: [{ code: 'cannot-write' }] });
  });
});
