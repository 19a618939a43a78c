import { forgottenFact } from '../interview/forgotten.js';
import { forgetFact } from '../interview/merge-facts.js';
import { currentDevice, updateDevice } from '../interview/state.js';
import { entitlementTurn } from './entitlement-turn.js';
import type { TurnInput, TurnResult } from './turn.js';

/** 'Forget the contract': that fact of the device spoken of is unknown again. Null where nothing of the kind is said, or nothing is known. */
export function forgetTurn({ session, understood, parts, today }: TurnInput): TurnResult | null {
  const { interview } = session;
  const fact = forgottenFact(understood.text);
  const device = currentDevice(interview);
  if (fact === null || device === null) return null;
  const without = updateDevice(interview, (d) => forgetFact(d, fact));
  return {
    ...entitlementTurn(without, [], [], { knowledge: parts.knowledge, today, confidence: 1 }),
    offered: [],
  };
}
