import { deleteReminders } from './reminders.js';
import type { Database } from './schema.js';

/** Why something goes: a person wants it, or it is too old. What somebody still waits for does not go by age. */
type Why = 'erased' | 'expired';

/** Part of what is kept of a conversation. `ends`: a conversation that goes on afterwards needs it. */
interface KeptPart {
  readonly what: string;
  readonly ends: boolean;
  /** It waits for its day, and no age ends that. */
  readonly waits?: true;
  /** Deletes it, inside a transaction of the caller's, and answers how much it was. */
  readonly erase: (trx: Database, conversation: Named, why: Why) => Promise<{ readonly numDeletedRows: bigint }>;
}

interface Named {
  readonly id: string;
  readonly channel: string;
}

/**
 * All that is kept of a conversation, in the order in which it can be deleted. Whoever adds a table with something that people
 * said or that is said of them adds it here, and both retention and erasure have it.
 */
const KEPT: readonly KeptPart[] = [
  {
    what: 'unanswered messages',
    ends: true,
    erase: (trx, { id }) => trx.deleteFrom('inbox').where('conversation_id', '=', id).executeTakeFirstOrThrow(),
  },
  {
    what: 'messages',
    ends: false,
    // What still waits for its answer, because it came later, is no part of what was to be erased.
    erase: (trx, { id }) =>
      trx
        .deleteFrom('activities')
        .where('conversation_id', '=', id)
        .where('seq', 'not in', (eb) => eb.selectFrom('inbox').select('seq').where('conversation_id', '=', id))
        .executeTakeFirstOrThrow(),
  },
  {
    what: 'sessions',
    ends: true,
    erase: (trx, named) => trx.deleteFrom('sessions').where('id', '=', stateKey(named)).executeTakeFirstOrThrow(),
  },
  {
    what: 'requests for a person',
    ends: false,
    erase: (trx, { id }, why) => {
      const all = trx.deleteFrom('handoffs').where('conversation_id', '=', id);
      return (why === 'expired' ? all.where('state', '=', 'closed') : all).executeTakeFirstOrThrow();
    },
  },
  {
    what: 'judgements of answers',
    ends: false,
    erase: (trx, { id }) => trx.deleteFrom('feedback').where('conversation_id', '=', id).executeTakeFirstOrThrow(),
  },
  {
    what: 'reminders',
    ends: false,
    waits: true,
    erase: (trx, { id }) => deleteReminders(trx, id, 'all'),
  },
  {
    what: 'conversations',
    ends: true,
    erase: (trx, { id }) => trx.deleteFrom('conversations').where('id', '=', id).executeTakeFirstOrThrow(),
  },
];

/** Under which key the bot keeps a conversation's state. */
export const stateKey = ({ id, channel }: Named): string =>
  `${channel}/conversations/${id.startsWith(`${channel}/`) ? id.slice(channel.length + 1) : id}/`;

/** How much was deleted, by what it was; nothing that was none. */
export type Erased = Readonly<Record<string, number>>;

/** So many conversations are deleted at once, so that everything else gets its turn in between. */
const AT_ONCE = 100;

/** Deletes what is kept of conversations. What one call deletes of a conversation goes in one transaction: all of it or nothing. */
export class Erasure {
  constructor(private readonly db: Database) {}

  /** Everything of a conversation, and the conversation. */
  async conversation(id: string): Promise<Erased> {
    return this.db.transaction().execute(async (trx) => {
      const row = await trx
        .selectFrom('conversations')
        .select(['id', 'channel'])
        .where('id', '=', id)
        .executeTakeFirst();
      return eraseAll(trx, [row ?? { id, channel: id.split('/', 1)[0] ?? '' }], 'erased');
    });
  }

  /** Everything of the conversations that somebody began, their requests for a person and reminders, and their tickets. */
  async user(userId: string): Promise<Erased> {
    return this.db.transaction().execute(async (trx) => {
      const begun = await trx
        .selectFrom('conversations')
        .select(['id', 'channel'])
        .where('user_id', '=', userId)
        .execute();
      const asked = await trx
        .selectFrom('handoffs')
        .select(['conversation_id as id', 'channel'])
        .where('user_id', '=', userId)
        .execute();
      const erased = await eraseAll(trx, begun, 'erased');
      // What they thought of an answer in a conversation that another began, or that is no longer known.
      const judged = await trx.deleteFrom('feedback').where('user_id', '=', userId).executeTakeFirstOrThrow();
      const reminders = await trx.deleteFrom('reminders').where('user_id', '=', userId).executeTakeFirstOrThrow();
      const tickets = await trx.deleteFrom('tickets').where('requester', '=', userId).executeTakeFirstOrThrow();
      const rest = { 'judgements of answers': judged, reminders, tickets };
      const all = Object.entries(rest).reduce((sum, [what, gone]) => plus(sum, what, gone.numDeletedRows), erased);
      const others = asked.filter(({ id }) => !begun.some((one) => one.id === id));
      const { numDeletedRows } = await trx
        .deleteFrom('handoffs')
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow();
      return others.length === 0 ? all : plus(all, 'requests for a person', numDeletedRows);
    });
  }

  /** A ticket, by the helpdesk that it came from and its number there, with what was to be told of it. */
  async ticket(source: string, externalId: string): Promise<Erased> {
    const { numDeletedRows } = await this.db
      .deleteFrom('tickets')
      .where('source', '=', source)
      .where('external_id', '=', externalId)
      .where('hand_off', 'is', null)
      .executeTakeFirstOrThrow();
    return plus({}, 'tickets', numDeletedRows);
  }

  /** What has not been touched since `before`, save requests for a person and tickets that are not closed. */
  async expire(before: Date): Promise<Erased> {
    const at = before.toISOString();
    let erased: Erased = {};
    for (let more = true; more; ) {
      more = await this.db.transaction().execute(async (trx) => {
        const old = await trx
          .selectFrom('conversations')
          .select(['id', 'channel'])
          .where('updated_at', '<', at)
          .limit(AT_ONCE)
          .execute();
        for (const [what, count] of Object.entries(await eraseAll(trx, old, 'expired')))
          erased = plus(erased, what, count);
        return old.length === AT_ONCE;
      });
    }
    return this.db.transaction().execute(async (trx) => {
      const sessions = await trx.deleteFrom('sessions').where('updated_at', '<', at).executeTakeFirstOrThrow();
      const closed = await trx
        .deleteFrom('handoffs')
        .where('state', '=', 'closed')
        .where('conversation_id', 'not in', (eb) => eb.selectFrom('conversations').select('id'))
        .executeTakeFirstOrThrow();
      erased = plus(erased, 'sessions', sessions.numDeletedRows);
      return expireDesk(trx, plus(erased, 'requests for a person', closed.numDeletedRows), at);
    });
  }
}

/** What was said in a conversation that goes on, inside a transaction of the caller's; its state is the caller's to make empty. */
export async function eraseSaid(trx: Database, id: string): Promise<void> {
  for (const part of KEPT) if (!part.ends) await part.erase(trx, { id, channel: '' }, 'erased');
}

async function eraseAll(trx: Database, conversations: readonly Named[], why: Why): Promise<Erased> {
  let erased: Erased = {};
  for (const conversation of conversations)
    for (const part of KEPT) {
      if (part.waits && why === 'expired') continue;
      const { numDeletedRows } = await part.erase(trx, conversation, why);
      erased = plus(erased, part.what, numDeletedRows);
    }
  return erased;
}

/** Tickets that are done and old, and what the audit says of tickets that are gone. */
async function expireDesk(trx: Database, erased: Erased, at: string): Promise<Erased> {
  const tickets = await trx
    .deleteFrom('tickets')
    .where('state', '=', 'done')
    .where('updated_at', '<', at)
    .where('hand_off', 'is', null)
    .executeTakeFirstOrThrow();
  const audit = await trx
    .deleteFrom('audit')
    .where('at', '<', at)
    .where((eb) =>
      eb.or([eb('ticket_id', 'is', null), eb('ticket_id', 'not in', eb.selectFrom('tickets').select('id'))]),
    )
    .executeTakeFirstOrThrow();
  await trx.deleteFrom('desk_sessions').where('expires_at', '<', at).execute();
  return plus(plus(erased, 'tickets', tickets.numDeletedRows), 'entries of the audit log', audit.numDeletedRows);
}

const plus = (erased: Erased, what: string, count: bigint | number): Erased =>
  Number(count) === 0 ? erased : { ...erased, [what]: (erased[what] ?? 0) + Number(count) };
