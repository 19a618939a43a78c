import { OWN_PAGE } from '../bot/conversation-key.js';
import type { Tell } from '../bot/reminder-round.js';
import type { Say } from '../bot/talk-round.js';
import { keepEffect } from '../bot/turn-effects.js';
import type { Store } from '../store/open-store.js';
import type { DirectLine } from './direct-line/direct-line.js';

/** How the bot says something without having been asked, wherever a conversation is held. Never rejects. */
export const sayThrough =
  ({ adapter }: Pick<DirectLine, 'adapter'>, tell: Tell, store: Pick<Store, 'conversations' | 'effects'>): Say =>
  async (reference, activity, done) => {
    if (reference.serviceUrl !== OWN_PAGE) return tell(reference, activity);
    try {
      const known = await store.conversations.get(reference.conversation?.id ?? '');
      if (known === null) return { kind: 'gone', because: new Error('the conversation is no longer kept') };
      await adapter.continueConversation(reference, async (context) => {
        await keepEffect(context, store.effects, done);
        await context.sendActivity(activity);
      });
      return { kind: 'said' };
    } catch (because) {
      return { kind: 'not-said', because };
    }
  };
