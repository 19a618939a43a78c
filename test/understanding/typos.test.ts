import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { day } from '../../src/domain/day.js';
import type { Facts } from '../../src/domain/facts.js';
import { understander } from '../../src/understanding/understand.js';
import { projectKnowledge } from '../support/knowledge.js';

const understand = understander(projectKnowledge());
const cases: readonly { readonly says: string; readonly facts: Facts }[] = parse(
  readFileSync(join(__dirname, '../cases/typos.yaml'), 'utf8'),
);

test.each(cases.map((c) => [c.says, c.facts] as const))('%p tells %j', (says, facts) => {
  const {
    commissioned: _date,
    contractStart: _start,
    ...told
  } = understand(says, { today: day('2026-11-22') }).devices[0]?.facts ?? {};
  expect(told).toEqual(facts);
});
