import type { StoredActivity } from './activities.js';
import type { Database } from './schema.js';

/** Something that the bot said, with what the person had said before it. */
export interface StoredExchange {
  /** The id of the bot's activity. */
  readonly id: string;
  /** The bot's activity as it was put last; nothing of it has been checked. */
  readonly activity: unknown;
  /** Null where the bot spoke first, or the message is not known. */
  readonly said: string | null;
}

/** Reads out of the transcripts what answered what. */
export class Exchanges {
  constructor(private readonly db: Database) {}

  /** What the bot said under this id; null where it is not known. */
  async find(conversationId: string, activityId: string): Promise<StoredExchange | null> {
    const [row] = await this.byBot(conversationId).where('id', '=', activityId).limit(1).execute();
    return row === undefined ? null : this.exchangeOf(conversationId, row);
  }

  /** What the bot said last, newest first, `limit` activities at the most. */
  async latest(conversationId: string, limit: number): Promise<readonly StoredExchange[]> {
    const rows = await this.byBot(conversationId).limit(limit).execute();
    return Promise.all(rows.map((row) => this.exchangeOf(conversationId, row)));
  }

  private byBot(conversationId: string) {
    return this.db
      .selectFrom('activities')
      .select(['id', 'seq', 'activity'])
      .where('conversation_id', '=', conversationId)
      .where('sender', '=', 'bot')
      .orderBy('seq', 'desc');
  }

  private async exchangeOf(
    conversationId: string,
    row: { readonly id: string; readonly seq: number; readonly activity: string },
  ): Promise<StoredExchange> {
    const activity = JSON.parse(row.activity) as StoredActivity;
    const byUser = this.db
      .selectFrom('activities')
      .select('activity')
      .where('conversation_id', '=', conversationId)
      .where('sender', '=', 'user')
      .where('seq', '<', row.seq)
      .orderBy('seq', 'desc')
      .limit(1);
    const { replyToId } = activity;
    const [answered] = replyToId === undefined ? [] : await byUser.where('id', '=', replyToId).execute();
    // A channel may give a message no id, or another one later.
    const [said] = answered ? [answered] : await byUser.execute();
    return { id: row.id, activity, said: said ? textOf(said.activity) : null };
  }
}

function textOf(activity: string): string | null {
  const { type, text } = JSON.parse(activity) as StoredActivity;
  return type === 'message' && text !== undefined ? text : null;
}
