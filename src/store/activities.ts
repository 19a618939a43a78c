import { insertConversation, takeNumbers } from './conversations.js';
import type { Clock, Database } from './schema.js';

/** Anything that was said; the store looks at `type`, `text` and `replyToId` only, for transcript and exchanges. */
export interface StoredActivity {
  readonly id: string;
  readonly type?: string | undefined;
  readonly text?: string | undefined;
  /** The activity that this one answers. */
  readonly replyToId?: string | undefined;
  readonly channelData?: unknown;
}

export type Sender = 'user' | 'bot';

/** One line of a transcript: a message as it read last, with the time it was first said. */
export interface TranscriptLine {
  /** The activity's. */
  readonly id: string;
  readonly at: string;
  readonly sender: Sender;
  readonly text: string;
  /** Of the bot's: the person in whose name it was said; absent: the assistant said it. */
  readonly person?: string;
}

/** What a person says by the bot. */
export interface SaidFor {
  readonly name: string;
  readonly says: string;
}

/** What the bot says for a person who has taken the chat over, or of them, carries that in its channelData. */
export interface TalkMark {
  readonly person?: SaidFor;
  readonly talk?: 'joined' | 'goes-on' | 'ended';
}

export class Activities {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * What was said after `watermark` (0: from the start), at most `limit` activities, oldest first,
   * and the watermark to go on from (`marks`: that behind each of them). An unknown conversation has said nothing.
   */
  async since(
    conversationId: string,
    watermark: number,
    limit = 500,
  ): Promise<{
    readonly activities: readonly unknown[];
    readonly marks: readonly number[];
    readonly watermark: number;
  }> {
    const rows = await this.db
      .selectFrom('activities')
      .select(['seq', 'activity'])
      .where('conversation_id', '=', conversationId)
      .where('seq', '>', watermark)
      .orderBy('seq')
      .limit(limit)
      .execute();
    return {
      activities: rows.map((row) => JSON.parse(row.activity)),
      marks: rows.map(({ seq }) => seq),
      watermark: rows.at(-1)?.seq ?? watermark,
    };
  }

  /** Adds what was said to a conversation that another system delivers; starts the conversation where it is new. */
  async log(
    conversation: { id: string; channel: string; userId: string },
    sender: Sender,
    activity: StoredActivity,
  ): Promise<void> {
    const at = this.clock().toISOString();
    await this.db.transaction().execute(async (trx) => {
      await insertConversation(trx, conversation, at);
      await appendActivities(trx, conversation.id, sender, [activity], at);
    });
  }

  /** Puts a person's message as it reads now in the place of what it was; false: it is not kept. */
  async edit(conversationId: string, activity: StoredActivity): Promise<boolean> {
    const edited = await this.db
      .updateTable('activities')
      .set({ activity: JSON.stringify(activity) })
      .where('conversation_id', '=', conversationId)
      .where('id', '=', activity.id)
      .where('sender', '=', 'user')
      .executeTakeFirst();
    return edited.numUpdatedRows > 0n;
  }

  /** The messages of a conversation, in the order in which they were first said, each as it reads now. */
  async transcript(conversationId: string): Promise<readonly TranscriptLine[]> {
    const rows = await this.db
      .selectFrom('activities')
      .select(['id', 'sender', 'activity', 'created_at'])
      .where('conversation_id', '=', conversationId)
      .orderBy('seq')
      .execute();
    const lines = new Map<string, TranscriptLine>();
    for (const row of rows) {
      const { type, text, channelData } = JSON.parse(row.activity) as StoredActivity;
      const person = row.sender === 'bot' ? talkMark(channelData).person : undefined;
      if (type === 'messageDelete') lines.delete(row.id);
      if (type !== 'message' || text === undefined) continue;
      lines.set(row.id, {
        id: row.id,
        at: lines.get(row.id)?.at ?? row.created_at,
        sender: row.sender as Sender,
        text: person?.says ?? text,
        ...(person === undefined ? {} : { person: person.name }),
      });
    }
    return [...lines.values()];
  }
}

/** What of a talk the bot's activity was; empty: the assistant said it. */
export const talkMark = (channelData: unknown): TalkMark => (channelData ?? {}) as TalkMark;

/** Appends in the given order and answers the number of the first, or null where there is no such conversation. */
export async function appendActivities(
  trx: Database,
  conversationId: string,
  sender: Sender,
  activities: readonly StoredActivity[],
  at: string,
  clientId: string | null = null,
): Promise<number | null> {
  const first = await takeNumbers(trx, conversationId, activities.length, at);
  if (first === null || activities.length === 0) return first;
  await trx
    .insertInto('activities')
    .values(
      activities.map((activity, index) => ({
        conversation_id: conversationId,
        seq: first + index,
        id: activity.id,
        client_id: clientId,
        sender,
        activity: JSON.stringify(activity),
        created_at: at,
      })),
    )
    .execute();
  return first;
}
