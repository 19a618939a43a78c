import type { Clock, Database } from './schema.js';
import type { SharedCommits } from './shared-commits.js';

export interface Conversation {
  readonly id: string;
  readonly channel: string;
  readonly userId: string;
  /** The number last handed out: the watermark at the end of the conversation. */
  readonly lastSeq: number;
}

export class Conversations {
  constructor(
    private readonly db: Database,
    private readonly commits: SharedCommits,
    private readonly clock: Clock,
  ) {}

  async get(id: string): Promise<Conversation | null> {
    const row = await this.db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : { id: row.id, channel: row.channel, userId: row.user_id, lastSeq: row.last_seq };
  }

  /** Whether any conversation of a person on a channel is kept. */
  async anyOf(channel: string, userId: string): Promise<boolean> {
    const row = await this.db
      .selectFrom('conversations')
      .select('id')
      .where('user_id', '=', userId)
      .where('channel', '=', channel)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /**
   * Starts a conversation with what the bot shall be told first (`opening`, never shown to the user).
   * Answers false, and changes nothing, where it exists.
   */
  async create(conversation: { id: string; channel: string; userId: string; opening?: unknown }): Promise<boolean> {
    const at = this.clock().toISOString();
    return this.commits.run(async (trx) => {
      if (!(await insertConversation(trx, conversation, at))) return false;
      if (conversation.opening !== undefined) {
        const seq = (await takeNumbers(trx, conversation.id, 1, at)) ?? 1;
        const activity = JSON.stringify(conversation.opening);
        await trx
          .insertInto('inbox')
          .values({ conversation_id: conversation.id, seq, activity, attempts: 0, created_at: at })
          .execute();
      }
      return true;
    });
  }
}

/** False where the conversation exists already. */
export async function insertConversation(
  trx: Database,
  { id, channel, userId }: { id: string; channel: string; userId: string },
  at: string,
): Promise<boolean> {
  const inserted = await trx
    .insertInto('conversations')
    .values({ id, channel, user_id: userId, last_seq: 0, created_at: at, updated_at: at })
    .onConflict((on) => on.column('id').doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Takes `count` numbers of a conversation and answers the first, or null where there is no such conversation. */
export async function takeNumbers(trx: Database, id: string, count: number, at: string): Promise<number | null> {
  const row = await trx
    .updateTable('conversations')
    .set((eb) => ({ last_seq: eb('last_seq', '+', count), updated_at: at }))
    .where('id', '=', id)
    .returning('last_seq')
    .executeTakeFirst();
  return row === undefined ? null : row.last_seq - count + 1;
}
