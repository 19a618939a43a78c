import { type Exchange, LONGEST_COMMENT, type Reaction } from '../domain/feedback.js';
import type { Clock, Database } from './schema.js';

/** Whose word on which answer: there is one of each at the most. */
export interface FeedbackKey {
  readonly conversationId: string;
  /** The bot's activity that is judged; where none was named, the activity that judges. */
  readonly activityId: string;
  readonly userId: string;
}

export interface NewFeedback extends FeedbackKey {
  readonly channel: string;
  readonly reaction: Reaction;
  /** What the person wrote to it; cut to LONGEST_COMMENT. Null or blank: nothing. */
  readonly comment: string | null;
  readonly exchange: Exchange;
}

export interface KeptFeedback extends NewFeedback {
  readonly knowledgeVersion: string | null;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
}

export interface FeedbackPage {
  readonly items: readonly KeptFeedback[];
  /** Where to go on; null: that was all. */
  readonly next: FeedbackCursor | null;
}
export type FeedbackCursor = FeedbackKey & Pick<KeptFeedback, 'createdAt'>;

const MOST_LISTED = 1000;

/** What people think of answers. It stands by itself: no other table must know the conversation. */
export class Feedback {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps a person's word on an answer; the one before it is gone, save for its comment where the same is said again without one. */
  async put({ conversationId, activityId, userId, channel, reaction, comment, exchange }: NewFeedback): Promise<void> {
    const said = {
      channel,
      reaction,
      comment: comment === null ? null : bounded(comment),
      exchange: JSON.stringify(exchange),
      knowledge_version: exchange.reply?.knowledgeVersion ?? null,
      created_at: this.clock().toISOString(),
    };
    await this.db
      .insertInto('feedback')
      .values({ conversation_id: conversationId, activity_id: activityId, user_id: userId, ...said })
      .onConflict((on) =>
        on.columns(['conversation_id', 'activity_id', 'user_id']).doUpdateSet((eb) => ({
          ...said,
          comment:
            said.comment ??
            eb.case().when('feedback.reaction', '=', reaction).then(eb.ref('feedback.comment')).else(null).end(),
        })),
      )
      .execute();
  }

  /** Takes a person's word on an answer back: whichever it was, or, given `only`, no other than that. False: there was none. */
  async takeBack({ conversationId, activityId, userId }: FeedbackKey, only?: Reaction): Promise<boolean> {
    let query = this.db
      .deleteFrom('feedback')
      .where('conversation_id', '=', conversationId)
      .where('activity_id', '=', activityId)
      .where('user_id', '=', userId);
    if (only !== undefined) query = query.where('reaction', '=', only);
    return (await query.executeTakeFirst()).numDeletedRows > 0n;
  }

  /** Newest first, `limit` (1 to 1,000) at a time. `since`: ISO 8601, that moment and later; `after`: the page before's `next`. */
  async list({
    limit = 100,
    since,
    after,
  }: {
    readonly limit?: number;
    readonly since?: string;
    readonly after?: FeedbackCursor;
  } = {}): Promise<FeedbackPage> {
    const size = Math.min(Math.max(limit, 1), MOST_LISTED);
    let query = this.db
      .selectFrom('feedback')
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('conversation_id', 'desc')
      .orderBy('activity_id', 'desc')
      .orderBy('user_id', 'desc')
      .limit(size + 1);
    if (since !== undefined) query = query.where('created_at', '>=', since);
    if (after !== undefined) {
      const { createdAt, conversationId, activityId, userId } = after;
      query = query.where((eb) =>
        eb(
          eb.refTuple('created_at', 'conversation_id', 'activity_id', 'user_id'),
          '<',
          eb.tuple(createdAt, conversationId, activityId, userId),
        ),
      );
    }
    const items = (await query.execute()).map(keptOf);
    const last = items[size - 1];
    return { items: items.slice(0, size), next: items.length > size && last ? last : null };
  }

  /** Erases all feedback of these conversations, whoever gave it; answers how many. */
  async eraseOf(conversationIds: readonly string[]): Promise<number> {
    return eraseFeedbackOf(this.db, conversationIds);
  }

  /** Erases all feedback of one person on a channel; answers how many. */
  async eraseBy({ channel, userId }: { readonly channel: string; readonly userId: string }): Promise<number> {
    const erased = await this.db
      .deleteFrom('feedback')
      .where('channel', '=', channel)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return Number(erased.numDeletedRows);
  }
}

/** The same within a transaction of the caller's. */
export async function eraseFeedbackOf(db: Database, conversationIds: readonly string[]): Promise<number> {
  if (conversationIds.length === 0) return 0;
  const erased = await db.deleteFrom('feedback').where('conversation_id', 'in', conversationIds).executeTakeFirst();
  return Number(erased.numDeletedRows);
}

/** Cut so that no character is cut in two. */
function bounded(comment: string): string | null {
  const cut = comment.trim().slice(0, LONGEST_COMMENT);
  const whole = /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
  return whole === '' ? null : whole;
}

interface Row {
  readonly conversation_id: string;
  readonly activity_id: string;
  readonly user_id: string;
  readonly channel: string;
  readonly reaction: string;
  readonly comment: string | null;
  readonly exchange: string;
  readonly knowledge_version: string | null;
  readonly created_at: string;
}

const keptOf = (row: Row): KeptFeedback => ({
  conversationId: row.conversation_id,
  activityId: row.activity_id,
  userId: row.user_id,
  channel: row.channel,
  reaction: row.reaction === 'up' ? 'up' : 'down',
  comment: row.comment,
  exchange: JSON.parse(row.exchange),
  knowledgeVersion: row.knowledge_version,
  createdAt: row.created_at,
});
