import type { ConversationState, StatePropertyAccessor, TurnContext } from 'botbuilder';

/** Remembers with a conversation's state whether it has been told what is said once: who answers, and what is kept. */
export class Introductions {
  private readonly done: StatePropertyAccessor<boolean>;

  constructor(private readonly state: ConversationState) {
    this.done = state.createProperty<boolean>('introduced');
  }

  /** Says it where it has not been said in this conversation. What could not be sent is said another time. */
  async once(context: TurnContext, say: () => Promise<void>): Promise<void> {
    if (await this.done.get(context, false)) return;
    await say();
    await this.done.set(context, true);
    await this.state.saveChanges(context);
  }
}
