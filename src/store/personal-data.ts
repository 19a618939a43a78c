import { stateKey } from './erasure.js';
import type { Database } from './schema.js';

/** Rows as they are kept, by what they are; what is JSON in the database is JSON here. */
export type KeptOfPerson = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

type Row = Readonly<Record<string, unknown>>;

/** What is kept of people, for whoever asks what that is. It reads only. */
export class PersonalData {
  constructor(private readonly db: Database) {}

  /**
   * All that is kept of a person, by the channel's id or the requester's at a helpdesk: what `erase` would delete of them, and what the audit log
   * says of their tickets. Kinds of which nothing is kept are left out.
   */
  async of(userId: string): Promise<KeptOfPerson> {
    // One look at the whole: what comes in meanwhile is in all of it or in none.
    return this.db.transaction().execute(async (trx) => {
      const conversations = await trx.selectFrom('conversations').selectAll().where('user_id', '=', userId).execute();
      const ids = orNone(conversations.map(({ id }) => id));
      const all = trx.selectFrom('activities').selectAll().where('conversation_id', 'in', ids);
      const messages = await all.orderBy('conversation_id').orderBy('seq').execute();
      const inbox = await trx.selectFrom('inbox').selectAll().where('conversation_id', 'in', ids).execute();
      const handOffs = await trx
        .selectFrom('handoffs')
        .selectAll()
        .where((eb) => eb.or([eb('user_id', '=', userId), eb('conversation_id', 'in', ids)]))
        .execute();
      const feedback = await trx
        .selectFrom('feedback')
        .selectAll()
        .where((eb) => eb.or([eb('user_id', '=', userId), eb('conversation_id', 'in', ids)]))
        .execute();
      const reminders = await trx
        .selectFrom('reminders')
        .selectAll()
        .where((eb) => eb.or([eb('user_id', '=', userId), eb('conversation_id', 'in', ids)]))
        .execute();
      const references = orNone(handOffs.map(({ reference }) => reference));
      const talks = await trx.selectFrom('talks').selectAll().where('hand_off', 'in', references).execute();
      const told = await trx.selectFrom('talk_messages').selectAll().where('hand_off', 'in', references).execute();
      const tickets = await trx
        .selectFrom('tickets')
        .selectAll()
        .where((eb) => eb.or([eb('requester', '=', userId), eb('hand_off', 'in', references)]))
        .execute();
      const notes = await trx
        .selectFrom('outbox')
        .selectAll()
        .where('ticket_id', 'in', orNone(tickets.map(({ id }) => id)))
        .execute();
      const audit = await trx
        .selectFrom('audit')
        .select(['at', 'who', 'what', 'ticket_id', 'detail'])
        .where('ticket_id', 'in', orNone(tickets.map(({ id }) => id)))
        .orderBy('seq')
        .execute();
      const sessions = await trx
        .selectFrom('sessions')
        .selectAll()
        .where('id', 'in', orNone(conversations.map(stateKey)))
        .execute();
      return kept({
        conversations,
        messages,
        'unanswered messages': inbox,
        sessions,
        'requests for a person': handOffs,
        'talks with a person': talks,
        'messages of a person': told,
        'judgements of answers': feedback,
        reminders,
        tickets,
        'notes to helpdesks': notes,
        'entries of the audit log': audit,
      });
    });
  }
}

/** An empty list is none in every database. */
const orNone = (ids: readonly string[]): readonly string[] => (ids.length === 0 ? [''] : ids);

/** Columns that hold JSON. */
const JSON_COLUMNS = new Set([
  'activity',
  'state',
  'exchange',
  'note',
  'facts',
  'triage',
  'newer',
  'reference',
  'address',
]);

function kept(all: Readonly<Record<string, readonly Row[]>>): KeptOfPerson {
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, rows]) => rows.length > 0)
      .map(([what, rows]) => [what, rows.map(readable)]),
  );
}

const readable = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, JSON_COLUMNS.has(column) ? parsed(value) : value]),
  );

/** A `state` is a word in some tables and JSON in others. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
