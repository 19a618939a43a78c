import type { HandOffBrief } from '../domain/hand-off.js';
import type { TranscriptLine } from './activities.js';
import { handOffTicket } from './desk-tables.js';
import type { Database } from './schema.js';

/** Whether somebody has taken the request up, and is done with it. */
export type HandOffState = 'waiting' | 'taken' | 'closed';

/** A request for a person, with all that whoever takes the conversation over should know. */
export interface HandOff extends HandOffBrief {
  /** Short, and told to the asker. */
  readonly reference: string;
  readonly conversationId: string;
  readonly channel: string;
  readonly userId: string;
  /** ISO 8601, UTC. */
  readonly openedAt: string;
  readonly state: HandOffState;
  /** What was said up to the request, the request included. */
  readonly transcript: readonly TranscriptLine[];
  readonly knowledgeVersion: string;
  /** Where to write to, in the channel's own form; null: nowhere that the asker alone reads. */
  readonly address: unknown;
}

export type NewHandOff = Omit<HandOff, 'state'>;

/** Requests for a person; a conversation has one at the most that is not closed. They are opened by a turn (`effects.ts`). */
export class HandOffs {
  constructor(private readonly db: Database) {}

  async get(reference: string): Promise<HandOff | null> {
    const row = await this.db.selectFrom('handoffs').selectAll().where('reference', '=', reference).executeTakeFirst();
    return row === undefined ? null : read(row);
  }

  /** The one of a conversation that is not closed, or null. */
  async open(conversationId: string): Promise<HandOff | null> {
    const row = await this.db
      .selectFrom('handoffs')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('state', '!=', 'closed')
      .executeTakeFirst();
    return row === undefined ? null : read(row);
  }

  /** Where the asker of the one that is not closed is to be written to from now on. */
  async readdress(conversationId: string, address: unknown): Promise<void> {
    const text = JSON.stringify(address);
    await this.db
      .updateTable('handoffs')
      .set({ address: text })
      .where('conversation_id', '=', conversationId)
      .where('state', '!=', 'closed')
      // Every message comes by here: what is as it was is not written, and the disk not waited for.
      .where((eb) => eb.or([eb('address', 'is', null), eb('address', '!=', text)]))
      .execute();
  }

  /** Those of a state, the oldest first, at most `limit`. */
  async list(state: HandOffState, limit = 500): Promise<readonly HandOff[]> {
    const rows = await this.db
      .selectFrom('handoffs')
      .selectAll()
      .where('state', '=', state)
      .orderBy('opened_at')
      .orderBy('reference')
      .limit(limit)
      .execute();
    return rows.map(read);
  }
}

/** Inside a transaction of the caller's. Where the conversation has one that is not closed, it stays and nothing is added; else it stands in the desk's queue, too. */
export async function insertHandOff(trx: Database, handOff: NewHandOff): Promise<void> {
  const { reference, conversationId, channel, userId, openedAt, reason, knowledgeVersion, address, ...note } = handOff;
  const inserted = await trx
    .insertInto('handoffs')
    .values({
      reference,
      conversation_id: conversationId,
      channel,
      user_id: userId,
      opened_at: openedAt,
      state: 'waiting',
      reason,
      note: JSON.stringify(note),
      knowledge_version: knowledgeVersion,
      address: address === null ? null : JSON.stringify(address),
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  if (!inserted.numInsertedOrUpdatedRows) return;
  const row = { reference, opened_at: openedAt, state: 'waiting', user_id: userId, channel } as const;
  await trx.insertInto('tickets').values(handOffTicket(row)).execute();
}

function read(row: HandOffRow): HandOff {
  return {
    ...(JSON.parse(row.note) as Pick<HandOff, 'devices' | 'current' | 'tried' | 'transcript'>),
    reference: row.reference,
    conversationId: row.conversation_id,
    channel: row.channel,
    userId: row.user_id,
    openedAt: row.opened_at,
    state: row.state,
    reason: row.reason,
    knowledgeVersion: row.knowledge_version,
    address: row.address === null ? null : JSON.parse(row.address),
  };
}

/** A row of the table. `note`: devices, what was tried, transcript, as JSON. */
export interface HandOffRow {
  reference: string;
  conversation_id: string;
  channel: string;
  user_id: string;
  opened_at: string;
  state: HandOffState;
  reason: HandOff['reason'];
  note: string;
  knowledge_version: string;
  /** JSON. */
  address: string | null;
}
