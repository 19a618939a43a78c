import type { AuditedAct } from '../domain/desk.js';
import { insertAudit, SYSTEM } from './audit.js';
import type { OutboxRow } from './desk-tables.js';
import type { Clock, Database } from './schema.js';

/** What is to be told to the helpdesk that a ticket came from. */
export interface OutgoingNote {
  readonly ticketId: string;
  readonly source: string;
  readonly externalId: string;
  readonly route: string;
  readonly note: string;
}

/** A note that waits. A newer one for the same ticket has another revision. */
export interface WaitingNote extends OutgoingNote {
  readonly revision: number;
  /** So many of the calls that tell it have been made. */
  readonly callsMade: number;
  readonly attempts: number;
}

/** What came of trying to tell a note. `callsMade`: all told, of earlier attempts too. */
export type Delivery =
  | { readonly kind: 'sent' }
  /** Once more at `nextAt`, ISO 8601 in UTC. */
  | { readonly kind: 'again'; readonly callsMade: number; readonly nextAt: string; readonly problem: string }
  | { readonly kind: 'given-up'; readonly callsMade: number; readonly problem: string };

/** What is to go out to helpdesks: one note a ticket, the newest, kept until it is told or given up. */
export class Outbox {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    /** So many wait at the most. */
    private readonly most = 10_000,
  ) {}

  /** `same`: the ticket's last note says that already. `full`: so many wait that nothing was added. */
  async put(note: OutgoingNote): Promise<'waiting' | 'same' | 'full'> {
    const at = this.clock().toISOString();
    return this.db.transaction().execute(async (trx) => {
      const known = await trx
        .selectFrom('outbox')
        .selectAll()
        .where('ticket_id', '=', note.ticketId)
        .executeTakeFirst();
      if (known?.note === note.note && known.route === note.route) return 'same';
      if (known?.state !== 'waiting' && (await waiting(trx)) >= this.most) return 'full';
      const row = newRow(note, (known?.revision ?? 0) + 1, at);
      await trx
        .insertInto('outbox')
        .values(row)
        .onConflict((on) => on.column('ticket_id').doUpdateSet(row))
        .execute();
      return 'waiting';
    });
  }

  /** Those whose time has come, that which waits longest first, at most `limit`. */
  async due(limit = 50): Promise<readonly WaitingNote[]> {
    const rows = await this.db
      .selectFrom('outbox')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('next_at', '<=', this.clock().toISOString())
      .orderBy('next_at')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      ticketId: row.ticket_id,
      source: row.source,
      externalId: row.external_id,
      route: row.route,
      note: row.note,
      revision: row.revision,
      callsMade: row.calls_made,
      attempts: row.attempts,
    }));
  }

  /** Notes what came of an attempt; nothing where a newer note has taken its place. */
  async tried({ ticketId, revision }: WaitingNote, delivery: Delivery): Promise<void> {
    const at = this.clock().toISOString();
    await this.db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('outbox')
        .set((eb) => ({ ...columnsOf(delivery), attempts: eb('attempts', '+', 1) }))
        .where('ticket_id', '=', ticketId)
        .where('revision', '=', revision)
        .executeTakeFirst();
      const what = ACT[delivery.kind];
      if (numUpdatedRows === 0n || what === null) return;
      const detail = delivery.kind === 'sent' ? null : delivery.problem;
      await insertAudit(trx, { at, who: SYSTEM, what, ticketId, detail });
    });
  }

  /** How a ticket's last note stands; null: there was none. */
  async of(ticketId: string): Promise<Pick<OutboxRow, 'state' | 'attempts' | 'problem'> | null> {
    const query = this.db
      .selectFrom('outbox')
      .select(['state', 'attempts', 'problem'])
      .where('ticket_id', '=', ticketId);
    return (await query.executeTakeFirst()) ?? null;
  }
}

const ACT: Readonly<Record<Delivery['kind'], AuditedAct | null>> = {
  sent: 'written-back',
  again: null,
  'given-up': 'not-written-back',
};

function columnsOf(delivery: Delivery): Partial<OutboxRow> {
  switch (delivery.kind) {
    case 'sent':
      return { state: 'sent', problem: null };
    case 'again':
      return { calls_made: delivery.callsMade, next_at: delivery.nextAt, problem: delivery.problem };
    case 'given-up':
      return { state: 'failed', calls_made: delivery.callsMade, problem: delivery.problem };
  }
}

const newRow = (note: OutgoingNote, revision: number, at: string): OutboxRow => ({
  ticket_id: note.ticketId,
  source: note.source,
  external_id: note.externalId,
  route: note.route,
  note: note.note,
  revision,
  calls_made: 0,
  state: 'waiting',
  attempts: 0,
  next_at: at,
  problem: null,
});

async function waiting(db: Database): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number | bigint | string>().as('n'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
