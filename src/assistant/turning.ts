import { forgottenFact } from '../interview/forgetting.js';
import { forgetFact } from '../interview/merge-facts.js';
import { currentDevice, updateDevice } from '../interview/state.js';
import { goesBack, namedAgain, ordinalDevice, takeStatements } from '../interview/take-statements.js';
import { notices, optionOf } from './dialog-turn.js';
import { type DialogContext, entitlementTurn, standing } from './entitlement-turn.js';
import type { TurnInput, TurnResult } from './turn.js';

/** A message that takes a fact of the current device back ('forget the contract'): it is open again. Null where it is none. */
export function forgetTurn(turn: TurnInput): TurnResult | null {
  const { interview } = turn.session;
  const fact = forgottenFact(turn.understood.text);
  if (fact === null || currentDevice(interview)?.facts[fact] === undefined) return null;
  const without = updateDevice(interview, (device) => forgetFact(device, fact));
  return { ...entitlementTurn(without, [], [], contextOf(turn)), offered: [] };
}

/** 'Different device now: …', 'another one: …' */
const ANOTHER_NOW =
  /^\W*(?:(?:ok|so|and|now|then|well)[, ]+)*(?:an?\s+|the\s+)?(?:different|another|next)\s+(?:one|device|unit|ups|pdu)(?:\s+(?:now|please|then))*\s*(?:[:,.]|$)/i;

/**
 * A message that says to be about another of the asker's devices: a new one, one by its place ('back to the first one'), or one by its name.
 * Null where it is none.
 */
export function otherDeviceTurn(turn: TurnInput): TurnResult | null {
  const { understood } = turn;
  const { interview } = turn.session;
  const { text } = understood;
  if (interview.devices.length === 0 || text.includes('?')) return null;
  const isAgain = goesBack(text) && namedAgain(interview, understood) !== null;
  if (!isAgain && !ANOTHER_NOW.test(text) && !isByPlace(turn)) return null;
  const { state, touched } = takeStatements(interview, understood, optionOf(turn));
  return { ...entitlementTurn(state, touched, notices(turn), contextOf(turn)), offered: [] };
}

/** 'The second one' is one of the things just offered, unless it is gone back to. */
function isByPlace(turn: TurnInput): boolean {
  const { session, understood } = turn;
  const { interview, offered } = session;
  if (understood.products.length > 0 || ordinalDevice(understood.text, interview.devices.length) === null) return false;
  const { question } = standing(interview, contextOf(turn));
  const offers = offered.length > 0 || (interview.pending !== null && question?.because.kind === 'ambiguous-family');
  return !offers || goesBack(understood.text);
}

const contextOf = ({ parts, today }: TurnInput): DialogContext => ({
  knowledge: parts.knowledge,
  today,
  confidence: 1,
});
