import { insertAudit, SYSTEM } from './audit.js';
import type { Clock, Database } from './schema.js';
import { insertMessage, insertNotice } from './talk-messages.js';
import type { TalkRow } from './talk-tables.js';

/** A chat that a person has taken over: what is written in it is theirs to answer. */
export interface Talk {
  /** The reference of the request for a person. */
  readonly handOff: string;
  /** The name at the desk. */
  readonly who: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

/** The last sign is known to so many milliseconds. */
const SEEN_MILLIS = 30_000;

/**
 * Who talks in which chat. Talks begin and end with a change of their ticket (`tickets.ts`), with a
 * turn of the asker's (`effects.ts`), or because nobody is at the desk any more.
 */
export class Talks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Who talks in a conversation; null: the assistant does. */
  async of(conversationId: string): Promise<Talk | null> {
    const all = this.db.selectFrom('talks').selectAll();
    const row = await all.where('conversation_id', '=', conversationId).executeTakeFirst();
    return row === undefined ? null : read(row);
  }

  /** Who talks with the asker of a request; null: the assistant does. */
  async ofHandOff(reference: string): Promise<Talk | null> {
    const row = await this.db.selectFrom('talks').selectAll().where('hand_off', '=', reference).executeTakeFirst();
    return row === undefined ? null : read(row);
  }

  /** Keeps what somebody says, to be said once whatever happens; the same id again is the same message. False: they do not talk there. */
  async say(handOff: string, who: string, { id, text }: { readonly id: string; readonly text: string }) {
    const at = this.clock().toISOString();
    return this.db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('talks')
        .set({ waits_since: null, seen_at: at })
        .where('hand_off', '=', handOff)
        .where('who', '=', who)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await insertMessage(trx, { id, hand_off: handOff, kind: 'said', who, text, created_at: at });
      return true;
    });
  }

  /** A sign of somebody at the desk. They come every few seconds, so not each of them is written down. */
  async seen(who: string): Promise<void> {
    const now = this.clock();
    await this.db
      .updateTable('talks')
      .set({ seen_at: now.toISOString() })
      .where('who', '=', who)
      .where('seen_at', '<', new Date(now.getTime() - SEEN_MILLIS).toISOString())
      .execute();
  }

  /** Gives back the chats whose talker has given no sign, or no answer, since these moments; answers how many. */
  async endLost(absentSince: Date, silentSince: Date): Promise<number> {
    const at = this.clock().toISOString();
    return this.db.transaction().execute(async (trx) => {
      const lost = await trx
        .selectFrom('talks')
        .select('hand_off')
        .where((eb) =>
          eb.or([eb('seen_at', '<', absentSince.toISOString()), eb('waits_since', '<', silentSince.toISOString())]),
        )
        .execute();
      for (const { hand_off } of lost) {
        const ended = await endTalk(trx, hand_off, { at, who: SYSTEM, what: 'talk-lost', detail: null, tells: 'lost' });
        if (ended) await touchTicket(trx, hand_off, at);
      }
      return lost.length;
    });
  }
}

/** Inside a transaction of the caller's: somebody talks from now on. */
export async function beginTalk(
  trx: Database,
  { handOff, conversationId, who, at }: { handOff: string; conversationId: string; who: string; at: string },
): Promise<void> {
  const row = { hand_off: handOff, conversation_id: conversationId, who, started_at: at, seen_at: at };
  await trx
    .insertInto('talks')
    .values({ ...row, waits_since: null })
    .execute();
  await insertNotice(trx, handOff, 'joined', who, at);
}

export interface TalkEnd {
  readonly at: string;
  readonly who: string;
  readonly what: 'talk-ended' | 'talk-lost';
  readonly detail: string | null;
  /** What the asker is told of it; null: they are told in another way. */
  readonly tells: 'given-back' | 'lost' | null;
}

/** Inside a transaction of the caller's: the assistant answers again. False: nobody talked. */
export async function endTalk(trx: Database, handOff: string, end: TalkEnd): Promise<boolean> {
  const gone = await trx.deleteFrom('talks').where('hand_off', '=', handOff).returning('who').executeTakeFirst();
  if (gone === undefined) return false;
  const { at, who, what, detail, tells } = end;
  const ticket = await trx.selectFrom('tickets').select('id').where('hand_off', '=', handOff).executeTakeFirst();
  await insertAudit(trx, {
    at,
    who,
    what,
    ticketId: ticket?.id ?? null,
    detail: what === 'talk-lost' ? gone.who : detail,
  });
  if (tells !== null) await insertNotice(trx, handOff, tells, gone.who, at);
  return true;
}

/** The same for the talk in a conversation, which the asker has ended. */
export async function endTalkIn(trx: Database, conversationId: string, at: string, detail: string): Promise<void> {
  const talk = await trx
    .selectFrom('talks')
    .select('hand_off')
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  if (talk === undefined) return;
  await endTalk(trx, talk.hand_off, { at, who: SYSTEM, what: 'talk-ended', detail, tells: null });
  await touchTicket(trx, talk.hand_off, at);
}

/** Inside a transaction of the caller's: the asker has said something. */
export async function waitForTalker(trx: Database, conversationId: string, at: string): Promise<void> {
  await trx
    .updateTable('talks')
    .set({ waits_since: at })
    .where('conversation_id', '=', conversationId)
    .where('waits_since', 'is', null)
    .execute();
}

/** Whoever has the ticket open sees that it has changed. */
async function touchTicket(trx: Database, handOff: string, at: string): Promise<void> {
  await trx
    .updateTable('tickets')
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: at }))
    .where('hand_off', '=', handOff)
    .execute();
}

const read = ({ hand_off, who, started_at }: TalkRow): Talk => ({ handOff: hand_off, who, startedAt: started_at });
