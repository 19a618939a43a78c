import type { ConversationState, StatePropertyAccessor, TurnContext } from 'botbuilder';

/** A message with what was known before it. */
interface Noted {
  readonly id: string;
  readonly text: string;
  /** The values of the properties that a turn changes; null: there was none. */
  readonly before: readonly unknown[];
}

/**
 * Remembers how things stood before the last message, so that its turn can be taken back: where the message is edited it is answered anew,
 * and nothing that it had told stays beside what it tells now. Older messages cannot be taken back, since later ones rest on them.
 */
export class LastMessage {
  private readonly noted: StatePropertyAccessor<Noted>;
  private readonly changed: readonly StatePropertyAccessor[];

  /** `changed`: the names of the properties of the state that a turn changes. */
  constructor(state: ConversationState, changed: readonly string[]) {
    this.noted = state.createProperty<Noted>('lastMessage');
    this.changed = changed.map((name) => state.createProperty(name));
  }

  /** Before the turn of a message. */
  async note(context: TurnContext, text: string): Promise<void> {
    const { id } = context.activity;
    if (id === undefined) return this.forget(context);
    const values = await Promise.all(this.changed.map((property) => property.get(context)));
    // As it is now: a turn changes some of it in place.
    const before = values.map((value) => (value === undefined ? null : JSON.parse(JSON.stringify(value))));
    await this.noted.set(context, { id, text, before });
  }

  async forget(context: TurnContext): Promise<void> {
    await this.noted.delete(context);
  }

  /** The text of the message that the activity edits or deletes, where that is the last one; else null. */
  async textOf(context: TurnContext): Promise<string | null> {
    const noted = await this.noted.get(context);
    return noted !== undefined && noted.id === context.activity.id ? noted.text : null;
  }

  /** All is as before the last message, of which nothing is left. */
  async takeBack(context: TurnContext): Promise<void> {
    const noted = await this.noted.get(context);
    for (const [i, property] of this.changed.entries()) {
      const value = noted?.before[i] ?? null;
      if (value === null) await property.delete(context);
      else await property.set(context, value);
    }
    await this.forget(context);
  }
}
