import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { day } from '../../src/domain/day.js';
import { understander } from '../../src/understanding/understand.js';
import { projectKnowledge } from '../support/knowledge.js';

const understand = understander(projectKnowledge());
const cases: Readonly<Record<'commissioned' | 'notYet' | 'openDay', readonly string[]>> = parse(
  readFileSync(join(__dirname, '../cases/commissioning-words.yaml'), 'utf8'),
);
const commissionedBy = (said: string) =>
  understand(`We have a Galaxy VL with an NMC3. ${said.replace('{day}', '12 May 2026')}`, { today: day('2026-11-22') })
    .devices[0]?.facts.commissioned;

describe('the commissioning of a device of which is said', () => {
  it.each(cases.commissioned)('%s: was on that day', (said) => {
    expect(commissionedBy(said)).toBe('2026-05-12');
  });

  it.each(cases.notYet)('%s: is still to come', (said) => {
    expect(commissionedBy(said)).toBe('not-yet');
  });

  it.each(cases.openDay)('%s: stays open', (said) => {
    expect(commissionedBy(said)).toBeUndefined();
  });
});
