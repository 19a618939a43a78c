import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Reply } from '../domain/reply.js';
import type { Effects } from '../store/effects.js';
import { channelKind } from './channel-kind.js';
import { conversationKey } from './conversation-key.js';
import { keepEffect } from './turn-effects.js';

/** The event that tells our page to show nothing any more of what was said before. */
export const ERASED_EVENT = 'conversation.erased';

/** Has all that was said erased where a reply says so; gives what the page is to be told before it, or null. */
export async function erase(context: TurnContext, reply: Reply, effects: Effects): Promise<Partial<Activity> | null> {
  if (reply.kind !== 'cancel' || reply.what !== 'erased') return null;
  await keepEffect(context, effects, { kind: 'erase', conversationId: conversationKey(context.activity) });
  const isPage = channelKind(context.activity.channelId) === 'web';
  return isPage ? { type: ActivityTypes.Event, name: ERASED_EVENT } : null;
}
