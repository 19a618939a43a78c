import { judgeFacts } from '../../src/eval/judge-facts.js';
import type { Label } from '../../src/eval/label.js';
import { facts, label, YARDSTICK } from './labelled.js';

const findings = (wanted: Label['facts'], came: Readonly<Record<string, string>>, outcome: string | null = null) =>
  judgeFacts(label('entitlement', { facts: wanted, outcome }), facts(came), YARDSTICK).map(
    (f) => `${f.fact} ${f.finding}`,
  );

describe('facts found in a message', () => {
  test('are hit, wrong, missed or extra', () => {
    const wanted = { family: 'A', nmc: 'NMC3', plan: 'none' };
    expect(findings(wanted, { family: 'A', nmc: 'NMC2' })).toEqual(['family hit', 'nmc wrong', 'plan missed']);
    expect(findings({}, { family: 'A' })).toEqual(['family extra']);
  });

  test('are the same whatever their case, hyphens and blanks', () => {
    expect(
      findings(
        { family: 'Two-Part  name', plan: 'advantage-prime' },
        { family: 'two part Name', plan: 'Advantage Prime' },
      ),
    ).toEqual(['family hit', 'plan hit']);
  });

  test('count neither way where they are dates that the label leaves out', () => {
    expect(findings({}, { commissioned: '2026-05-04', contractStart: '2026-05-04' })).toEqual([]);
    expect(findings({ commissioned: '2026-05-04' }, { commissioned: '2026-05-05' })).toEqual(['commissioned wrong']);
  });

  test('say "not yet" by a day to come as well', () => {
    expect(findings({ commissioned: 'not-yet' }, { commissioned: '2026-11-23' })).toEqual(['commissioned hit']);
    expect(findings({ commissioned: 'not-yet' }, { commissioned: '2026-11-22' })).toEqual(['commissioned wrong']);
  });

  test('take a plan without a name of its own as another plan', () => {
    expect(findings({ plan: 'a contract with somebody' }, { plan: 'other' })).toEqual(['plan hit']);
    expect(findings({ plan: 'a contract with somebody' }, { plan: 'none' })).toEqual(['plan wrong']);
  });

  test('leave out the name of a product that is excluded by its class', () => {
    expect(findings({ family: 'A', nmc: 'NMC3' }, { family: 'B', nmc: 'NMC3' }, 'not-eligible-product')).toEqual([
      'nmc hit',
    ]);
    expect(findings({}, { family: 'B' }, 'not-eligible-product')).toEqual([]);
  });

  test('leave out what labels do not name', () => {
    expect(findings({}, { contractEnd: '2027-01-01' })).toEqual([]);
  });
});
