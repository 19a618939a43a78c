import type { TurnContext } from 'botbuilder';
import type { Effect, Effects } from '../store/effects.js';

const HELD = Symbol('effects');

/** For an adapter that stores a turn as a whole: the list in which the turn's effects gather, none of which has been stored. */
export function heldEffects(context: TurnContext): readonly Effect[] {
  const held: Effect[] = [];
  context.turnState.set(HELD, held);
  return held;
}

/** Has an effect stored with the turn, or at once where nobody gathers them. */
export async function keepEffect(context: TurnContext, effects: Effects, effect: Effect): Promise<void> {
  const held = context.turnState.get<Effect[] | undefined>(HELD);
  if (held) held.push(effect);
  else await effects.keep([effect]);
}
