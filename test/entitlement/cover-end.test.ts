import { day } from '../../src/domain/day.js';
import { coverEnd } from '../../src/entitlement/cover-end.js';
import { projectKnowledge } from '../support/knowledge.js';
import { factsOf } from '../support/timelines.js';

const { rules } = projectKnowledge();
const until = (facts: object) =>
  coverEnd(factsOf({ family: 'Galaxy VS', nmc: 'NMC3', ...facts }), day('2026-11-22'), rules)?.until ?? null;

test.each([
  ['the included year ends', { commissioned: '2026-05-14' }, '2027-05-13'],
  ['no plan follows the included year', { commissioned: '2026-05-14', plan: 'none' }, '2027-05-13'],
  [
    'a contract takes over from the included year',
    { commissioned: '2026-05-14', plan: 'advantage-prime', contractStart: '2027-01-01', contractEnd: '2029-12-31' },
    '2029-12-31',
  ],
  [
    'a contract begins too late to take over',
    { commissioned: '2026-05-14', plan: 'advantage-prime', contractStart: '2027-06-01', contractEnd: '2029-12-31' },
    '2027-05-13',
  ],
  [
    'a contract ends',
    { commissioned: '2024-05-14', plan: 'advantage-prime', contractStart: 'in-effect', contractEnd: '2027-03-31' },
    '2027-03-31',
  ],
])('where %s, that is the last covered day', (_what, facts, day) => expect(until(facts)).toBe(day));

test.each([
  ['the month of commissioning alone is known', { commissioned: '2026-05' }],
  ['the contract runs on', { commissioned: '2024-05-14', plan: 'advantage-prime', contractStart: 'in-effect' }],
  ['it is not covered', { commissioned: '2024-05-14', plan: 'none' }],
  ['it is not settled', { nmc: undefined, commissioned: '2026-05-14' }],
  [
    'the dates contradict each other',
    { commissioned: '2026-05-14', plan: 'advantage-prime', contractStart: '2028-01-01', contractEnd: '2027-01-01' },
  ],
])('where %s, no last covered day is known', (_what, facts) => expect(until(facts)).toBeNull());
