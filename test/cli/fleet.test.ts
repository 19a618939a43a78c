import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main.js';
import { day } from '../../src/domain/day.js';
import { KNOWLEDGE_FOLDER } from '../support/knowledge.js';
import { inMemoryStreams } from './in-memory-streams.js';

const folder = mkdtempSync(join(tmpdir(), 'fleet-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const list = join(folder, 'list.csv');
writeFileSync(list, 'Model,NMC,Start-up date\nGalaxy VS,NMC3,03/04/2026\nGalaxy VL,NMC2,01/02/2026\n');

async function sns(...args: readonly string[]) {
  const written = inMemoryStreams();
  const never = () => Promise.reject(new Error('no model is needed'));
  const code = await main(args, {
    streams: written.streams,
    load: never,
    loadOther: never,
    frame: { contact: 'nobody' },
    defaultToday: day('2026-11-22'),
    now: () => 0,
    knowledgeFolder: KNOWLEDGE_FOLDER,
    modelFolder: folder,
    databaseFile: () => join(folder, 'sns.db'),
  });
  return { code, out: written.out, err: written.err };
}

describe('sns entitle --fleet', () => {
  test('shows totals and what needs attention', async () => {
    const { code, out, err } = await sns('entitle', '--fleet', list);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('2 devices, as of 22 November 2026');
    expect(out).toMatch(/Has an NMC2 +1 +50 %/);
    expect(out).toContain("'Start-up date' has 2 dates that can be read with the day or the month first");
  });

  test('counts from the day and reads dates in the order that are stated', async () => {
    const { out } = await sns(
      'entitle',
      '--fleet',
      list,
      '--format',
      'json',
      '--as-of',
      '2027-03-10',
      '--dates',
      'mdy',
    );
    const { devices, summary } = JSON.parse(out);
    expect(devices[0]).toMatchObject({ facts: { commissioned: '2026-03-04' }, covered: 'unknown', missing: ['plan'] });
    expect(summary).toMatchObject({ asOf: '2027-03-10', notices: [] });
    expect(
      JSON.parse((await sns('entitle', '--fleet', list, '--format', 'json', '--today', '2027-03-10')).out).summary.asOf,
    ).toBe('2027-03-10');
  });

  test.each([
    [['entitle'], /name a file with --batch or with --fleet/],
    [['entitle', '--fleet', list, '--batch', list], /name a file with --batch or with --fleet/],
    [['entitle', '--fleet', list, '--format', 'pdf'], /--format: use table, json, csv, html/],
    [['entitle', '--fleet', list, '--as-of', '2026-02-30'], /--as-of: write a day that exists/],
    [['entitle', '--fleet', list, '--dates', 'ymd'], /--dates: use dmy \(day first\) or mdy/],
    [['entitle', '--fleet', join(folder, 'none.csv')], /none\.csv: cannot be read \(ENOENT\); name a file that exists/],
    [['entitle', '--fleet', folder], /cannot be read \(EISDIR\)/],
  ])('%j ends with one line of advice', async (args, advice) => {
    const { code, out, err } = await sns(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(advice);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('names the columns of a list that has none of use', async () => {
    const useless = join(folder, 'useless.csv');
    writeFileSync(useless, 'kVA;Colour\n10;red\n');
    const { code, err } = await sns('entitle', '--fleet', useless);
    expect(code).toBe(2);
    expect(err).toMatch(
      /useless\.csv: no column tells of devices\. Found: kVA, Colour\. Wanted: .*\(no-usable-column\)\n$/,
    );
  });
});
