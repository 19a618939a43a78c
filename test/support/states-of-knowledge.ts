import type { Day } from '../../src/domain/day.js';
import type { FactName, Facts } from '../../src/domain/facts.js';
import { openOf } from '../../src/entitlement/open.js';
import type { Rules } from '../../src/knowledge/rules.js';

/** On 22 November 2026: each fact not known, known, and known in part in every way that the rules can tell apart. */
const AXES: Readonly<Record<FactName, readonly (string | undefined)[]>> = {
  family: [undefined, 'Galaxy VS'],
  nmc: [undefined, 'NMC3'],
  commissioned: [
    undefined,
    'not-yet',
    '2026-11-22',
    '2025-11-22',
    '2026-11',
    '2025-11',
    '2025-11-20|2027-01-01',
    '2025-11-01/2026-12-31',
  ],
  plan: [undefined, 'none', 'advantage-plus', 'stand-alone-visit', 'other'],
  contractStart: [
    undefined,
    'in-effect',
    '2026-11-23',
    '2026-11-22',
    '2026-11',
    '2026-11-01/2026-11-20',
    '2026-11-23/2026-12-31',
  ],
  contractEnd: [undefined, '2026-11-21', '2026-11-22', '2026-11', '2026', '2026-10-01/2026-11-10', '2026-12'],
};

/** Facts for every state of knowledge that differs in what is open, each once. */
export function states(asOf: Day, rules: Rules): readonly Facts[] {
  let all: readonly Facts[] = [{}];
  for (const [fact, values] of Object.entries(AXES))
    all = all.flatMap((facts) => values.map((v) => (v === undefined ? facts : { ...facts, [fact]: v }) as Facts));
  return [...new Map(all.map((facts) => [JSON.stringify(openOf(facts, asOf, rules)), facts])).values()];
}
