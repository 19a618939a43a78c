import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { main } from '../../src/cli/main.js';
import { day } from '../../src/domain/day.js';
import { KNOWLEDGE_FOLDER } from '../support/knowledge.js';
import { inMemoryStreams } from './in-memory-streams.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-verify-'));
  cpSync(KNOWLEDGE_FOLDER, folder, { recursive: true });
  const file = join(folder, 'entitlement-rules.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('year: [running]', 'year: [running, over]'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sns(argv: readonly string[], input = '') {
  const written = inMemoryStreams(input);
  const notHere = async () => {
    throw new Error('no assistant is needed for this');
  };
  const code = await main(argv, {
    streams: written.streams,
    load: notHere,
    loadOther: notHere,
    frame: { contact: 'a person' },
    defaultToday: day('2020-01-01'),
    modelFolder: folder,
    databaseFile: () => join(folder, 'sns.db'),
    now: () => 0,
    knowledgeFolder: folder,
  });
  return { code, out: written.out, err: written.err };
}

/** The line of a row in the file, from 1. */
const lineOf = (row: string) =>
  readFileSync(join(folder, 'entitlement-rules.yaml'), 'utf8').split('\n').indexOf(`  - id: ${row}`) + 1;

describe('sns rules verify, where a row takes all devices of the one below', () => {
  test('names both with file and line, and gives a command that shows it', async () => {
    const { code, out, err } = await sns(['rules', 'verify']);
    expect([code, err]).toEqual([1, '']);
    const place = (row: string) =>
      `${relative(process.cwd(), join(folder, 'entitlement-rules.yaml'))}:${lineOf(row)}: ${row}`;
    expect(out).toContain(place('included'));
    expect(out).toContain(place('covered-by-plan'));
    expect(out).toMatch(/^FAILS +3,600 {2}No row hides another: /m);
    expect(out).toMatch(/^holds +360 {2}With all facts known, some row holds for every device/m);
    expect(out).toMatch(/^Cases in all: [\d,]+\. 3 of 13 checks fail\.$/m);
    expect(out).not.toContain('SHA-256');

    const [, input, knowledge] = /echo '(\{.*\})' \| KNOWLEDGE_FOLDER='(.*)' npx sns entitle --batch -/.exec(out) ?? [];
    expect(knowledge).toBe(folder);
    const shown = await sns(['entitle', '--batch', '-'], `${input}\n`);
    expect(shown.code).toBe(0);
    expect(JSON.parse(shown.out)).toMatchObject({ id: '1', verdict: { outcome: 'included' } });
  });
});
