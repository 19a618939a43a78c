import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { day } from '../../src/domain/day.js';
import { understander } from '../../src/understanding/understand.js';
import { projectKnowledge } from '../support/knowledge.js';

const understand = understander(projectKnowledge());
const cases: Readonly<Record<'held' | 'notHeld' | 'none' | 'contradicted', readonly string[]>> = parse(
  readFileSync(join(__dirname, '../cases/plans-held.yaml'), 'utf8'),
);
const factsOf = (said: string) =>
  understand(`Galaxy VL, NMC3, commissioned 3 May 2022. ${said}`, { today: day('2026-11-22') }).devices[0]?.facts;

describe('a plan of which is said', () => {
  it.each(cases.held)('%s: is one that the device has', (said) => {
    expect(factsOf(said)).toMatchObject({ plan: expect.stringMatching(/^(?:advantage|ecocare)/) });
    expect(factsOf(said)?.contractStart).toBeDefined();
  });

  it.each(cases.notHeld)('%s: is not known to be in effect', (said) => {
    expect(factsOf(said)?.contractStart).not.toBe('in-effect');
  });

  it.each(cases.none)('%s: is none at all', (said) => {
    expect(factsOf(said)?.plan).toBe('none');
  });

  it.each(cases.contradicted)('%s: is asked for', (said) => {
    expect(factsOf(said)).not.toHaveProperty('plan');
  });
});
