import { insertAudit, SYSTEM } from './audit.js';
import type { Clock, Database } from './schema.js';
import type { TalkMessageRow } from './talk-tables.js';

/** Something that the asker is to be told; `address`: where, in the channel's own form. */
export interface TalkMessage {
  readonly id: string;
  readonly handOff: string;
  readonly kind: TalkMessageRow['kind'];
  readonly who: string;
  readonly text: string;
  readonly attempts: number;
  readonly address: unknown;
}

/** A message of whoever talks that the asker has not got. */
export interface Unsaid {
  readonly id: string;
  readonly text: string;
  readonly state: 'waiting' | 'unsure' | 'failed';
}

/** What askers are still to be told by whoever has taken their chat over, or of it. It is kept until it is said, over restarts. */
export class TalkMessages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What waits to be said, in order; what belongs to one chat is to be said in that order. */
  async waiting(): Promise<readonly TalkMessage[]> {
    const rows = await this.db
      .selectFrom('talk_messages')
      .innerJoin('handoffs', 'handoffs.reference', 'talk_messages.hand_off')
      .select(['id', 'hand_off', 'kind', 'who', 'text', 'attempts', 'address'])
      .where('talk_messages.state', '=', 'waiting')
      .orderBy('seq')
      .limit(500)
      .execute();
    return rows.map(({ hand_off, address, ...row }) => ({
      ...row,
      handOff: hand_off,
      address: address === null ? null : JSON.parse(address),
    }));
  }

  /** Before it is said on a channel of others, which cannot be undone. */
  async take(id: string): Promise<void> {
    await this.db.updateTable('talk_messages').set({ state: 'taken' }).where('id', '=', id).execute();
  }

  /** It surely did not arrive, and waits again. */
  async giveBack(id: string): Promise<void> {
    await this.db
      .updateTable('talk_messages')
      .set((eb) => ({ state: 'waiting' as const, attempts: eb('attempts', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }

  async said(id: string): Promise<void> {
    await markSaid(this.db, id);
  }

  /** It is not said again: it may have arrived, or will not. */
  async giveUp({ id, handOff }: Pick<TalkMessage, 'id' | 'handOff'>, state: 'unsure' | 'failed'): Promise<void> {
    const at = this.clock().toISOString();
    await this.db.transaction().execute(async (trx) => {
      await trx.updateTable('talk_messages').set({ state }).where('id', '=', id).execute();
      const ticket = await trx.selectFrom('tickets').select('id').where('hand_off', '=', handOff).executeTakeFirst();
      const entry = { at, who: SYSTEM, what: 'not-told', ticketId: ticket?.id ?? null } as const;
      await insertAudit(trx, { ...entry, detail: state === 'unsure' ? 'it may have arrived' : null });
    });
  }

  /** What was being said when a server ended: it may have arrived. */
  async lostOnTheWay(): Promise<readonly Pick<TalkMessage, 'id' | 'handOff'>[]> {
    const rows = await this.db
      .selectFrom('talk_messages')
      .select(['id', 'hand_off'])
      .where('state', '=', 'taken')
      .execute();
    return rows.map(({ id, hand_off }) => ({ id, handOff: hand_off }));
  }

  /** What whoever talks has written and the asker has not got, in order. */
  async unsaid(handOff: string): Promise<readonly Unsaid[]> {
    const rows = await this.db
      .selectFrom('talk_messages')
      .select(['id', 'text', 'state'])
      .where('hand_off', '=', handOff)
      .where('kind', '=', 'said')
      .where('state', '!=', 'said')
      .orderBy('seq')
      .execute();
    return rows.map(({ id, text, state }) => ({
      id,
      text,
      state: state === 'unsure' || state === 'failed' ? state : 'waiting',
    }));
  }
}

/** Inside a transaction of the caller's: the asker is to be told that a talk begins or ends. */
export async function insertNotice(
  trx: Database,
  handOff: string,
  kind: Exclude<TalkMessageRow['kind'], 'said'>,
  who: string,
  at: string,
): Promise<void> {
  const { n } = await trx
    .selectFrom('talk_messages')
    .select((eb) => eb.fn.countAll<number | bigint | string>().as('n'))
    .where('hand_off', '=', handOff)
    .executeTakeFirstOrThrow();
  await insertMessage(trx, { id: `${handOff}/${n}`, hand_off: handOff, kind, who, text: '', created_at: at });
}

/** Inside a transaction of the caller's: something waits to be said; the same id again is the same message. */
export async function insertMessage(
  trx: Database,
  row: Pick<TalkMessageRow, 'id' | 'hand_off' | 'kind' | 'who' | 'text' | 'created_at'>,
): Promise<void> {
  await trx
    .insertInto('talk_messages')
    .values({ ...row, state: 'waiting', attempts: 0 })
    .onConflict((on) => on.column('id').doNothing())
    .execute();
}

/** Inside a transaction of the caller's, with what makes it said. */
export async function markSaid(trx: Database, id: string): Promise<void> {
  await trx.updateTable('talk_messages').set({ state: 'said', text: '' }).where('id', '=', id).execute();
}
