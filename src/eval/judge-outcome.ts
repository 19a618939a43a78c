import { UNDETERMINED, type Verdict } from '../domain/verdict.js';
import type { Label } from './label.js';
import type { Yardstick } from './yardstick.js';

/** `open`: the label leaves the outcome open and none was told; `claimed`: one was told all the same. */
export type OutcomeFinding = 'right' | 'wrong' | 'open' | 'claimed';

/** Judges the outcome told of a device by the label's. */
export function judgeOutcome(label: Label, verdict: Verdict | null, yardstick: Yardstick): OutcomeFinding {
  const told = verdict?.outcome ?? UNDETERMINED;
  if (label.outcome === null) return told === UNDETERMINED || yardstick.atVisit.has(told) ? 'open' : 'claimed';
  if (told === label.outcome) return 'right';
  // Covered on a ground that the rules put first is as right as covered on the labelled one.
  const { covering } = yardstick;
  const isCoveredEarlier = covering.indexOf(told) < covering.indexOf(label.outcome) && covering.includes(told);
  return isCoveredEarlier && verdict?.covered === 'yes' ? 'right' : 'wrong';
}

/** The worst of all: told to be covered where the label does not say so. Holds for messages of every kind. */
export const isWronglyCovered = (label: Label, verdict: Verdict | null, { covering }: Yardstick): boolean =>
  verdict?.covered === 'yes' && !covering.includes(label.outcome ?? '');
