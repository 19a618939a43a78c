import type { Activity, ConversationState, StatePropertyAccessor, TurnContext } from 'botbuilder';
import { isGroup } from './group.js';

/** Remembers with a conversation's state whether it has been told what is said once: who answers, and what is kept. */
export class Introductions {
  private readonly done: StatePropertyAccessor<boolean>;

  /** `isKnown`: whether something is kept of the sender already, in whichever conversation. */
  constructor(
    private readonly state: ConversationState,
    private readonly isKnown: (sender: Pick<Activity, 'channelId' | 'from'>) => Promise<boolean>,
  ) {
    this.done = state.createProperty<boolean>('introduced');
  }

  /** Says it where it has not been said in this conversation. What could not be sent is said another time. */
  async once(context: TurnContext, say: () => Promise<void>): Promise<void> {
    if (await this.done.get(context, false)) return;
    // Each thread of a channel is a conversation: a person who asks in several of them is told in the first.
    const wasTold = isGroup(context.activity) && (await this.isKnown(context.activity));
    if (!wasTold) await say();
    await this.done.set(context, true);
    await this.state.saveChanges(context);
  }
}
