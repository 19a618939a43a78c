import { day } from '../../src/domain/day.js';
import type { Facts } from '../../src/domain/facts.js';
import type { PlanId } from '../../src/domain/ids.js';
import type { PartialDate } from '../../src/domain/partial-date.js';
import { decide } from '../../src/entitlement/decide.js';
import { textOf } from '../../src/rendering/text.js';
import { verdictBlocks } from '../../src/rendering/verdict-blocks.js';
import { projectKnowledge } from '../support/knowledge.js';

const { rules } = projectKnowledge();

const said = (facts: Facts, asOf: string): string => textOf(verdictBlocks(facts, decide(facts, day(asOf), rules)));
const on = (date: string) => date as PartialDate;
const withPrime = (contractStart: string): Facts => ({
  family: 'Galaxy VS',
  nmc: 'NMC3',
  commissioned: on('2024-03-11'),
  plan: 'advantage-prime' as PlanId,
  contractStart: on(contractStart),
});

test('a gap that is over is told as past, one that is running or to come is not', () => {
  const gap = 'a gap without cover (first day: 11 March 2025; last day: 30 June 2026)';
  expect(said(withPrime('2026-07-01'), '2026-11-22')).toContain(`There was ${gap}.`);
  expect(said(withPrime('2026-07-01'), '2026-06-30')).toContain(`There is ${gap}.`);
  expect(said(withPrime('2026-07-01'), '2025-01-10')).toContain(`There is ${gap}.`);
});

test('a gap of one day that is over is told as past', () => {
  expect(said(withPrime('2025-03-12'), '2026-11-22')).toContain(
    'There was a gap of one day without cover, 11 March 2025.',
  );
});

test('a kind of device is written small in a sentence, the name of a product as it is', () => {
  expect(said({ family: 'Cooling unit' }, '2026-11-22')).toContain('Not covered: the cooling unit is of a kind');
  expect(said({ family: 'Modular PDU', nmc: 'NMC2' }, '2026-11-22')).toContain('Not covered: the Modular PDU (NMC2)');
});

test('a device whose card is the reason is named, with the card', () => {
  expect(said({ family: 'Galaxy RPP', nmc: 'NMC1' }, '2026-11-22')).toContain(
    'Not covered: the Galaxy RPP (NMC1) cannot',
  );
});
