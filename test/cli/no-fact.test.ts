import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ContractReply } from '../../src/domain/contract.js';
import { converse } from './converse.js';

interface Group {
  readonly it: string;
  readonly after: readonly string[];
  readonly never: Readonly<Record<string, readonly string[]>>;
  readonly says: readonly string[];
}

const groups: readonly Group[] = parse(readFileSync(join(__dirname, '../cases/no-fact.yaml'), 'utf8'));
const cases = groups.flatMap((g) => g.says.map((says) => ({ ...g, says })));
const replies = converse(cases.map((c) => [...c.after, c.says]));

describe('what states nothing leaves nothing behind', () => {
  test.each(groups.map((g) => [g.it, g] as const))('%s', (_name, group) => {
    const wrong = cases.flatMap((c, i) => {
      const last: ContractReply | undefined = replies[i]?.at(-1);
      if (c.it !== group.it) return [];
      if (!last) return [`${c.says}: no reply`];
      const facts = last.facts as Readonly<Record<string, string>>;
      const recorded = Object.entries(group.never).filter(([fact, values]) => values.includes(facts[fact] ?? ''));
      return recorded.length > 0 ? [`${c.says} → ${JSON.stringify(facts)} ${last.verdict?.outcome}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
