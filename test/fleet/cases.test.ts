import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { listFile, readList } from './read-list.js';

interface Case {
  readonly name: string;
  readonly list: string;
  readonly dates?: 'dmy' | 'mdy';
  readonly devices: readonly {
    readonly facts?: Readonly<Record<string, string>>;
    readonly outcome?: string;
    readonly covered?: string;
    readonly ends?: string;
    readonly look?: readonly string[];
  }[];
  readonly notices?: readonly string[];
}

const cases = parse(readFileSync(join(__dirname, '../cases/fleet.yaml'), 'utf8')) as readonly Case[];

describe('a list of devices', () => {
  test.each(cases.map((c) => [c.name, c] as const))(
    '%s',
    async (_name, { list, dates, devices: wanted, notices = [] }) => {
      const dayFirst = dates === undefined ? null : dates === 'dmy';
      const { devices, summary, problem } = await readList(listFile(list), { dayFirst });
      expect(problem).toBeNull();
      expect(devices).toHaveLength(wanted.length);
      wanted.forEach(({ facts, outcome, covered, ends, look = [] }, i) => {
        const { standing, issues } = devices[i] as (typeof devices)[number];
        if (facts !== undefined) expect(standing.facts).toEqual(facts);
        if (outcome !== undefined) expect(standing.verdict.outcome).toBe(outcome);
        if (covered !== undefined) expect(standing.verdict.covered).toBe(covered);
        if (ends !== undefined) expect(standing.coverEnds).toBe(ends);
        expect(issues.map((issue) => issue.text)).toEqual(look.map((part) => expect.stringContaining(part)));
      });
      expect(summary?.notices).toEqual(notices.map((part) => expect.stringContaining(part)));
    },
  );
});
