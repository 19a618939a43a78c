import { takeStatements } from '../interview/take-statements.js';
import { notices, optionOf } from './dialog-turn.js';
import { entitlementTurn } from './entitlement-turn.js';
import type { TurnInput, TurnResult } from './turn.js';

const LEAD = '^\\W*(?:(?:ok|so|and|now|then|well)[, ]+)*(?:an?\\s+|the\\s+)?(?:different|another|next)\\s+';
/** 'Different device now: …', 'another one: …' */
const ANOTHER_NOW = new RegExp(`${LEAD}(?:one|device|unit|ups|pdu)(?:\\s+(?:now|please|then))*\\s*(?:[:,.]|$)`, 'i');
/** 'Another Galaxy VS: …' */
const ANOTHER_NAMED = new RegExp(`${LEAD}[^.?!:,]{2,40}(?:[:,.]|$)`, 'i');

/** A message that says to be about another device than those spoken of, with what it tells of it. Null where it is none. */
export function anotherDeviceTurn(turn: TurnInput): TurnResult | null {
  const { session, understood, parts, today } = turn;
  const { interview } = session;
  const { text, products } = understood;
  if (interview.devices.length === 0 || text.includes('?')) return null;
  if (!ANOTHER_NOW.test(text) && !(products.length > 0 && ANOTHER_NAMED.test(text))) return null;
  const { state, touched } = takeStatements(interview, understood, optionOf(turn));
  const context = { knowledge: parts.knowledge, today, confidence: 1 };
  return { ...entitlementTurn(state, touched, notices(turn), context), offered: [] };
}
