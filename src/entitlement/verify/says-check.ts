import type { CitedSentence } from '../../domain/citation.js';
import type { Row, Rules } from '../../knowledge/rules.js';
import type { Check } from './check.js';
import type { DecidedSpace } from './decided-space.js';
import { decidedAt } from './decided-space.js';
import { smallestOfParts } from './smallest.js';

const isEmpty = ({ text }: CitedSentence) => text.trim() === '';
const hasNoSource = ({ citations }: CitedSentence) => citations.length === 0;

/** What a row lacks, in words, or null. */
function lacks({ says, reasons, actions }: Row): string | null {
  if (isEmpty(says)) return 'has no text';
  if (hasNoSource(says)) return 'names no source for its text';
  if (actions.length === 0 || actions.some(isEmpty)) return 'has no action, or an empty one';
  if (actions.some(hasNoSource)) return 'names no source for an action';
  return reasons.some((r) => isEmpty(r) || hasNoSource(r)) ? 'has a reason without text or source' : null;
}

/** Each row tells its outcome, says what can be done, and names the source of both. */
export function everyOutcomeSays(rules: Rules, decided: DecidedSpace): Check {
  const row = rules.rows.find((r) => lacks(r) !== null);
  const found = row ? smallestOfParts(decided.space, (n) => decidedAt(decided, n).row === row) : null;
  return {
    id: 'says',
    proves: 'Each outcome has a text, an action and a source for every sentence.',
    cases: rules.rows.reduce((n, r) => n + 1 + r.reasons.length + r.actions.length, 0),
    against: row
      ? {
          says: `Row ${row.id} ${lacks(row)}.`,
          devices: found ? [found.device] : [],
          rows: [row.id],
        }
      : null,
  };
}
