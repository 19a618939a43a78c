import type { Rules } from '../../knowledge/rules.js';
import type { Check } from './check.js';
import { completionsAgree } from './completions-check.js';
import { datesAreTheirDays } from './day-by-day.js';
import { type DecidedSpace, decideSpace, openAt } from './decided-space.js';
import { factsAreTheirParts } from './facts-check.js';
import { learningOverturnsNothing } from './learning-check.js';
import { everyRowIsReached } from './reachable-check.js';
import { lookAtRows, type RowsLooked } from './row-findings.js';
import { everyOutcomeSays } from './says-check.js';
import { smallestOfParts } from './smallest.js';
import type { Space } from './space.js';

/** What was proved of a set of rules, or what goes against it. */
export interface Proof {
  readonly checks: readonly Check[];
  /** What is decided of every combination; null where some device is decided by no row, so that nothing more could be tried. */
  readonly decided: DecidedSpace | null;
}

/** What is told of the rows by themselves, with the smallest device that shows what is wrong. */
export const checkRows = (space: Space, rules: Rules): readonly Check[] =>
  lookAtRows(rules).map((looked) => checkOf(looked, space));

function checkOf({ id, proves, cases, found }: RowsLooked, space: Space): Check {
  if (!found) return { id, proves, cases, against: null };
  const { says, rows, isShownBy } = found;
  const shown = isShownBy && smallestOfParts(space, (n) => isShownBy(openAt(space.parts, n)));
  return { id, proves, cases, against: { says, rows, devices: shown ? [shown.device] : [] } };
}

/** Proves everything of the rules that rests on them and the engine alone. `space`: spaceOf the same knowledge. */
export function verifyRules(space: Space, rules: Rules): Proof {
  const rows = checkRows(space, rules);
  if (rows[0]?.against) return { checks: rows, decided: null };
  const decided = decideSpace(space, rules);
  return {
    checks: [
      ...rows,
      everyRowIsReached(decided),
      everyOutcomeSays(rules, decided),
      datesAreTheirDays(space, (plan) => rules.plans.get(plan)?.gives === 'open'),
      factsAreTheirParts(decided),
      ...completionsAgree(decided),
      learningOverturnsNothing(decided),
    ],
    decided,
  };
}
