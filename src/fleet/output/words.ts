import type { FactName } from '../../domain/facts.js';
import type { Covered } from '../../domain/verdict.js';
import type { Attention } from '../attention.js';

/** How a fleet is told to people: short names of what the rules decide. */
export const COVERED_WORDS: Readonly<Record<Covered, string>> = {
  yes: 'Covered',
  'at-visit': 'At the visit',
  'not-yet': 'Not yet',
  no: 'Not covered',
  unknown: 'Open',
};

const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  included: 'In the included year',
  'covered-by-plan': 'Covered by a plan',
  'covered-by-visit': 'Covered at a stand-alone visit',
  'not-started': 'Not commissioned yet',
  expired: 'Included year over, no plan in effect',
  'not-eligible-product': 'Product for which it is not available',
  'not-eligible-nmc2': 'Has an NMC2',
  'not-eligible-nmc': 'Has no NMC3 or NMC4',
  'not-listed': 'Product that the FAQ does not name',
  'one-phase': 'Single-phase: the 1-Phase FAQ applies',
  undetermined: 'Facts are missing',
};

/** An outcome that has no words here is told by its own name. */
export const outcomeWords = (outcome: string): string => OUTCOME_WORDS[outcome] ?? outcome;

export const FACT_WORDS: Readonly<Record<FactName, string>> = {
  family: 'Exact product',
  nmc: 'Network management card',
  commissioned: 'Day of commissioning',
  plan: 'Service plan',
  contractStart: 'Whether the contract is in effect',
  contractEnd: 'End of the contract',
};

export const ATTENTION_WORDS: Readonly<Record<Attention, { readonly name: string; readonly explains: string }>> = {
  look: {
    name: 'Look at this',
    explains: 'Cells that cannot be read, or that contradict each other. Nothing of them was guessed.',
  },
  'ends-30': {
    name: 'Cover ends within 30 days',
    explains: 'Nothing is known that follows. The first to end come first.',
  },
  'ends-90': {
    name: 'Cover ends in 31 to 90 days',
    explains: 'Nothing is known that follows. The first to end come first.',
  },
  gap: {
    name: 'A gap in cover',
    explains: 'A contract starts later than the included year ends; the days between are not covered.',
  },
  undetermined: { name: 'Facts are missing', explains: 'With them it can be told whether these devices are covered.' },
  expired: {
    name: 'Not covered now',
    explains: 'The included year is over, and no plan that brings the firmware is in effect.',
  },
};

/** 12345 → '12,345'. */
export const figure = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** The share of a whole: '23 %', 'under 1 %'. */
export function percent(n: number, of: number): string {
  if (of === 0) return '0 %';
  const share = (100 * n) / of;
  if (n > 0 && share < 1) return 'under 1 %';
  return `${n < of ? Math.min(99, Math.round(share)) : 100} %`;
}
