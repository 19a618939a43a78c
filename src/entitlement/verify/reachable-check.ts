import type { Check } from './check.js';
import { type DecidedSpace, decidedAt, everyParts } from './decided-space.js';
import { sizeOf } from './space.js';

/** Every row decides some combination. Where one does not, noRowIsHidden tells which row stands before it. */
export function everyRowIsReached(decided: DecidedSpace): Check {
  const reached = new Set([...everyParts(decided.space.parts)].map((n) => decidedAt(decided, n).row));
  const row = decided.rules.rows.find((r) => !reached.has(r));
  return {
    id: 'reached',
    proves: 'Every row decides some combination.',
    cases: decided.space.days.reduce((n, day) => n + sizeOf(day), 0),
    against: row ? { says: `Row ${row.id} decides none of the combinations.`, devices: [], rows: [row.id] } : null,
  };
}
