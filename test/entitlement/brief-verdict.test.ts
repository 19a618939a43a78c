import fc from 'fast-check';
import { day } from '../../src/domain/day.js';
import { type Facts, NMC_VALUES } from '../../src/domain/facts.js';
import type { PlanId } from '../../src/domain/ids.js';
import type { PartialDate } from '../../src/domain/partial-date.js';
import { briefDecider } from '../../src/entitlement/brief-verdict.js';
import { decide } from '../../src/entitlement/decide.js';
import { projectKnowledge } from '../support/knowledge.js';

const { rules, plans, catalogue } = projectKnowledge();
const some = <T>(values: readonly T[]) => fc.constantFrom(undefined, ...values);
const days = [
  '2024-02-29',
  '2025-05-14',
  '2025-11-21',
  '2025-11-22',
  '2025-11-23',
  '2026-11-22',
  '2026-12-01',
  '2027-01-01',
];
const dates = [
  ...days,
  '2025-11',
  '2026',
  '2025-11-20/2025-11-25',
  '2025-03-04|2026-04-03',
] as unknown as PartialDate[];
const facts = fc
  .record({
    family: some([...catalogue.products.map((p) => p.name as string), 'Galaxy', 'no such thing']),
    nmc: some(NMC_VALUES),
    commissioned: some([...dates, 'not-yet' as const]),
    plan: some(plans.map((p) => p.id as PlanId)),
    contractStart: some([...dates, 'in-effect' as const]),
    contractEnd: some(dates),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Facts);

describe('a brief verdict', () => {
  test('says of its fields what the whole one says, for devices in any order and on any day', () => {
    const brief = briefDecider(rules);
    fc.assert(
      fc.property(facts, fc.constantFrom(...days.map(day)), (of, asOf) => {
        const { isSettled, ...said } = brief(of, asOf);
        const whole = decide(of, asOf, rules);
        expect(whole).toMatchObject(said);
        expect(isSettled).toBe(whole.says !== null);
      }),
      { numRuns: 3000 },
    );
  });
});
