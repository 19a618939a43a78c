import type { Day } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import { type Change, UNDETERMINED } from '../domain/verdict.js';
import type { Row, Rules } from '../knowledge/rules.js';
import { decideOutcome } from './outcomes.js';

/** What a change leads to. */
export type ChangeResult = Pick<Change, 'outcome' | 'covered' | 'missing' | 'citations'>;

export const rowResult = ({ outcome, covered, says }: Row): ChangeResult => ({
  outcome,
  covered,
  missing: [],
  citations: says.citations,
});

/** The same where no row decides: what it then depends on. */
export function openResult(facts: Facts, asOf: Day, rules: Rules): ChangeResult {
  const outcome = decideOutcome(facts, asOf, rules);
  if (outcome.kind === 'decided') return rowResult(outcome.row);
  return { outcome: UNDETERMINED, covered: outcome.covered, missing: outcome.missing, citations: [] };
}
