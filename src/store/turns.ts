import { appendActivities, type StoredActivity } from './activities.js';
import { applyEffects, type Effect } from './effects.js';
import type { Clock, Database } from './schema.js';
import { StateConflict, type StateWrite, writeStates } from './sessions.js';
import type { SharedCommits } from './shared-commits.js';

export type Received =
  | { readonly kind: 'stored'; readonly id: string }
  /** The same client id was stored before, under this id: nothing was changed. */
  | { readonly kind: 'repeated'; readonly id: string }
  | { readonly kind: 'unknown-conversation' };

/** Something accepted that waits for its answer. `attempts`: how often a start of the program took it up again. */
export interface InboxItem {
  readonly conversationId: string;
  readonly seq: number;
  readonly activity: unknown;
  readonly attempts: number;
}

/** All that one turn leaves behind. `answered` is the inbox item that it answers, null for one that the bot began. */
export interface TurnRecord {
  readonly conversationId: string;
  readonly answered: number | null;
  readonly said: readonly StoredActivity[];
  readonly states: readonly StateWrite[];
  readonly effects?: readonly Effect[];
}

export type Completed =
  | { readonly kind: 'written' }
  /** The state of this key was changed meanwhile: the turn rests on what no longer holds. */
  | { readonly kind: 'conflict'; readonly id: string }
  /** Another process took the message up and answered it. */
  | { readonly kind: 'answered-elsewhere' };

/**
 * A turn has two commits: `receive` makes the message durable, after which it may be acknowledged;
 * `complete` writes answers and state together and takes the message out of the inbox. A process that
 * dies between the two leaves an inbox item and no trace of the turn, which is simply run again.
 */
export class Turns {
  constructor(
    private readonly db: Database,
    private readonly commits: SharedCommits,
    private readonly clock: Clock,
  ) {}

  /** Stores what a user said, to be shown and to be answered. */
  async receive(conversationId: string, activity: StoredActivity, clientId: string | null): Promise<Received> {
    const at = this.clock().toISOString();
    return this.commits.run(async (trx): Promise<Received> => {
      if (clientId !== null) {
        const known = await trx
          .selectFrom('activities')
          .select('id')
          .where('conversation_id', '=', conversationId)
          .where('client_id', '=', clientId)
          .executeTakeFirst();
        if (known !== undefined) return { kind: 'repeated', id: known.id };
      }
      const seq = await appendActivities(trx, conversationId, 'user', [activity], at, clientId);
      if (seq === null) return { kind: 'unknown-conversation' };
      await trx
        .insertInto('inbox')
        .values({
          conversation_id: conversationId,
          seq,
          activity: JSON.stringify(activity),
          attempts: 0,
          created_at: at,
        })
        .execute();
      return { kind: 'stored', id: activity.id };
    });
  }

  /** The item of a conversation that waits longest, or null. */
  async next(conversationId: string): Promise<InboxItem | null> {
    const row = await this.db
      .selectFrom('inbox')
      .select(['seq', 'activity', 'attempts'])
      .where('conversation_id', '=', conversationId)
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return null;
    return { conversationId, seq: row.seq, activity: JSON.parse(row.activity), attempts: row.attempts };
  }

  /** For the start of the program: counts one more attempt for all that waits, and answers whose it is. */
  async takeUpAgain(): Promise<readonly string[]> {
    await this.db
      .updateTable('inbox')
      .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
      .execute();
    const rows = await this.db.selectFrom('inbox').select('conversation_id').distinct().execute();
    return rows.map((row) => row.conversation_id);
  }

  /** How many items wait. */
  async waiting(): Promise<number> {
    const row = await this.db
      .selectFrom('inbox')
      .select((eb) => eb.fn.countAll<number | string | bigint>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  }

  /** Writes a turn whole, or nothing of it. */
  async complete(turn: TurnRecord): Promise<Completed> {
    const at = this.clock().toISOString();
    try {
      await this.commits.run(async (trx) => {
        if (turn.answered !== null) {
          const taken = await trx
            .deleteFrom('inbox')
            .where('conversation_id', '=', turn.conversationId)
            .where('seq', '=', turn.answered)
            .executeTakeFirst();
          if (taken.numDeletedRows === 0n) throw new AnsweredElsewhere();
        }
        await writeStates(trx, turn.states, at);
        await applyEffects(trx, turn.effects ?? []);
        if (turn.said.length > 0) await appendActivities(trx, turn.conversationId, 'bot', turn.said, at);
      });
      return { kind: 'written' };
    } catch (error) {
      if (error instanceof AnsweredElsewhere) return { kind: 'answered-elsewhere' };
      if (error instanceof StateConflict) return { kind: 'conflict', id: error.id };
      throw error;
    }
  }
}

/** Thrown inside a transaction to roll it back. */
class AnsweredElsewhere extends Error {}
