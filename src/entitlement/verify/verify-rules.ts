import type { Rules } from '../../knowledge/rules.js';
import type { Check } from './check.js';
import { completionsAgree } from './completions-check.js';
import { datesAreTheirDays } from './day-by-day.js';
import { type DecidedSpace, decideSpace } from './decided-space.js';
import { learningOverturnsNothing } from './learning-check.js';
import { everyRowIsReached } from './reachable-check.js';
import { groundsComeFirst, noRowIsHidden, noValueIsHidden, someRowHolds } from './rows-check.js';
import { everyOutcomeSays } from './says-check.js';
import type { Space } from './space.js';

/** What was proved of a set of rules, or what goes against it. */
export interface Proof {
  readonly checks: readonly Check[];
  /** What is decided of every combination; null where some device is decided by no row, so that nothing more could be tried. */
  readonly decided: DecidedSpace | null;
}

/** What can be told of the rows without deciding every combination: much faster, and what most mistakes go against. */
export function verifyRows(space: Space, rules: Rules): readonly Check[] {
  const always = someRowHolds(space, rules);
  if (always.against) return [always];
  return [always, groundsComeFirst(space, rules), noRowIsHidden(space, rules), noValueIsHidden(space, rules)];
}

/** Proves everything of the rules that rests on them and the engine alone. `space`: spaceOf the same knowledge. */
export function verifyRules(space: Space, rules: Rules): Proof {
  const rows = verifyRows(space, rules);
  if (rows[0]?.against) return { checks: rows, decided: null };
  const decided = decideSpace(space, rules);
  return {
    checks: [
      ...rows,
      everyRowIsReached(decided),
      everyOutcomeSays(rules, decided),
      datesAreTheirDays(space, (plan) => rules.plans.get(plan)?.gives === 'open'),
      ...completionsAgree(decided),
      learningOverturnsNothing(decided),
    ],
    decided,
  };
}
