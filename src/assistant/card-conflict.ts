import { forgetFact } from '../interview/merge-facts.js';
import { currentDevice, updateDevice } from '../interview/state.js';
import { speaksOfAnother } from '../interview/take-statements.js';
import { correctsWhatWasSaid } from './continuation.js';
import { type DialogContext, type DialogTurn, entitlementTurn } from './entitlement-turn.js';
import type { TurnInput } from './turn.js';

/**
 * A banner or description that shows another card than the one that was said before: neither is preferred, and which it is gets asked.
 * Null where nothing of that kind is shown, where it is of another device, or where the message puts right what was said.
 */
export function cardConflict(turn: TurnInput, context: DialogContext): DialogTurn | null {
  const { session, understood } = turn;
  const { evidence, cards, products, text } = understood;
  const known = currentDevice(session.interview)?.facts;
  if (!evidence || evidence.nmc === 'unknown' || known?.nmc === undefined || known.nmc === evidence.nmc) return null;
  const sameDevice = products.every((p) => p.kind === 'product' && p.product.name === known.family);
  if (!sameDevice || understood.devices.length > 1 || speaksOfAnother(understood)) return null;
  if (cards.length > 0 || text.includes('?') || correctsWhatWasSaid(text)) return null;
  const state = updateDevice(session.interview, (device) => forgetFact(device, 'nmc'));
  return entitlementTurn(state, [], [{ kind: 'card-conflict', said: known.nmc, shown: evidence.nmc }], context);
}
