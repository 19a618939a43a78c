import type { Day } from '../domain/day.js';
import type { ReminderBrief } from '../domain/reminder.js';
import type { Database } from './schema.js';

/** A reminder that waits for its day. */
export interface Reminder extends ReminderBrief {
  readonly id: string;
  readonly conversationId: string;
  readonly channel: string;
  readonly userId: string;
  /** The device as it is called: one reminder a device and day. */
  readonly device: string;
  /** Where to say it, in the channel's own form. */
  readonly reference: unknown;
}

/** One that its taker alone may say now. `attempts`: how often it has been taken, this time included. */
export interface TakenReminder extends Reminder {
  readonly attempts: number;
}

/**
 * Reminders by their day. Whoever wants to say one takes it first, in one statement of the database, so that no two servers say the same.
 * What has been said is deleted; what was taken and never came back is not said again, since it may have been said.
 */
export class Reminders {
  constructor(private readonly db: Database) {}

  /** Those of a conversation, the first day first. */
  async of(conversationId: string): Promise<readonly Reminder[]> {
    const rows = await this.db
      .selectFrom('reminders')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('state', '=', 'waiting')
      .orderBy('due_on')
      .orderBy('device')
      .execute();
    return rows.map(read);
  }

  /** Takes one that is to be said on `day` or was before; null: none is. */
  async take(day: Day, now: Date): Promise<TakenReminder | null> {
    const at = now.toISOString();
    for (;;) {
      const due = await this.db
        .selectFrom('reminders')
        .select('id')
        .where('state', '=', 'waiting')
        .where('due_on', '<=', day)
        .where((eb) => eb.or([eb('not_before', 'is', null), eb('not_before', '<=', at)]))
        .orderBy('due_on')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      if (due === undefined) return null;
      const taken = await this.db
        .updateTable('reminders')
        .set((eb) => ({ state: 'taken' as const, taken_at: at, attempts: eb('attempts', '+', 1) }))
        .where('id', '=', due.id)
        .where('state', '=', 'waiting')
        .returningAll()
        .executeTakeFirst();
      if (taken !== undefined) return { ...read(taken), attempts: taken.attempts };
    }
  }

  /** Gives back what was surely not said, to be taken again at that moment or later. */
  async giveBack(id: string, notBefore: Date): Promise<void> {
    await this.db
      .updateTable('reminders')
      .set({ state: 'waiting', taken_at: null, not_before: notBefore.toISOString() })
      .where('id', '=', id)
      .execute();
  }

  /** Where those of a conversation are to be said from now on. */
  async readdress(conversationId: string, reference: unknown): Promise<void> {
    const text = JSON.stringify(reference);
    await this.db
      .updateTable('reminders')
      .set({ reference: text })
      .where('conversation_id', '=', conversationId)
      // Every message comes by here: what is as it was is not written, and the disk not waited for.
      .where('reference', '!=', text)
      .execute();
  }

  /** It has been said, or never will be. */
  async finish(id: string): Promise<void> {
    await this.db.deleteFrom('reminders').where('id', '=', id).execute();
  }

  /** Deletes what was taken before that moment and never finished, by a server that ended meanwhile; answers their ids. */
  async finishLost(takenBefore: Date): Promise<readonly string[]> {
    const lost = await this.db
      .deleteFrom('reminders')
      .where('state', '=', 'taken')
      .where('taken_at', '<', takenBefore.toISOString())
      .returning('id')
      .execute();
    return lost.map(({ id }) => id);
  }
}

/** Inside a transaction of the caller's. Where the conversation has one for the same device and day, it stays and nothing is added. */
export async function insertReminder(trx: Database, reminder: Reminder): Promise<void> {
  await trx
    .insertInto('reminders')
    .values({
      id: reminder.id,
      conversation_id: reminder.conversationId,
      channel: reminder.channel,
      user_id: reminder.userId,
      device: reminder.device,
      facts: JSON.stringify(reminder.facts),
      ends_on: reminder.until,
      due_on: reminder.on,
      reference: JSON.stringify(reminder.reference),
      state: 'waiting',
      attempts: 0,
      taken_at: null,
      not_before: null,
    })
    .onConflict((on) => on.columns(['conversation_id', 'device', 'due_on']).doNothing())
    .execute();
}

/** Inside a transaction of the caller's: those of a conversation with these ids. */
export async function deleteReminders(trx: Database, conversationId: string, ids: readonly string[] | 'all') {
  const all = trx.deleteFrom('reminders').where('conversation_id', '=', conversationId);
  return (ids === 'all' ? all : all.where('id', 'in', ids)).executeTakeFirstOrThrow();
}

const read = (row: ReminderRow): Reminder => ({
  id: row.id,
  conversationId: row.conversation_id,
  channel: row.channel,
  userId: row.user_id,
  device: row.device,
  facts: JSON.parse(row.facts),
  until: row.ends_on as Day,
  on: row.due_on as Day,
  reference: JSON.parse(row.reference),
});

/** A row of the table. `facts`, `reference`: JSON; `ends_on`, `due_on`: days; `taken_at`, `not_before`: instants. */
export interface ReminderRow {
  id: string;
  conversation_id: string;
  channel: string;
  user_id: string;
  device: string;
  facts: string;
  ends_on: string;
  due_on: string;
  reference: string;
  state: 'waiting' | 'taken';
  attempts: number;
  taken_at: string | null;
  not_before: string | null;
}
