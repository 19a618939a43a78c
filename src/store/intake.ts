import type { Day } from '../domain/day.js';
import type { TicketText } from '../domain/desk.js';
import { insertAudit, SYSTEM } from './audit.js';
import type { TicketRow } from './desk-tables.js';
import type { Clock, Database } from './schema.js';
import { NOT_TRIAGED } from './ticket-rows.js';

/** A ticket that comes in. */
export interface IncomingTicket extends TicketText {
  /** Taken where the ticket is new. */
  readonly id: string;
  readonly source: string;
  readonly externalId: string;
  readonly requester: string | null;
  readonly received: Day;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** When its source says that it was changed last, ISO 8601 in UTC; null: it does not say. */
  readonly updatedAt: string | null;
  /** Who put it in by hand; null: it came by itself. */
  readonly by: string | null;
}

/** What came of it, with the id under which the desk has the ticket. */
export interface TakenIn {
  readonly id: string;
  /**
   * `same`: nothing new was said. `older`: what was said before came later. `changed`: it is to be triaged anew. `set-aside`: somebody
   * works on it and finds what is new beside it.
   */
  readonly kind: 'new' | 'same' | 'older' | 'changed' | 'set-aside';
}

/** Takes tickets in: one of each source and id, however often and in whichever order it is told of. */
export class Intake {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async take(ticket: IncomingTicket): Promise<TakenIn> {
    const at = this.clock().toISOString();
    return this.db.transaction().execute(async (trx) => {
      const known = await trx
        .selectFrom('tickets')
        .selectAll()
        .where('source', '=', ticket.source)
        .where('external_id', '=', ticket.externalId)
        .executeTakeFirst();
      if (known !== undefined) return takeAgain(trx, known, ticket, at);
      await trx.insertInto('tickets').values(newRow(ticket, at)).execute();
      const what = ticket.by === null ? 'received' : 'put-in';
      await insertAudit(trx, { at, who: ticket.by ?? SYSTEM, what, ticketId: ticket.id, detail: ticket.source });
      return { id: ticket.id, kind: 'new' };
    });
  }
}

async function takeAgain(trx: Database, known: TicketRow, ticket: IncomingTicket, at: string): Promise<TakenIn> {
  const { subject, body } = ticket;
  const said = known.newer === null ? known : (JSON.parse(known.newer) as TicketText);
  if (said.subject === subject && said.body === body) return { id: known.id, kind: 'same' };
  const isOlder =
    ticket.updatedAt !== null && known.source_updated_at !== null && ticket.updatedAt < known.source_updated_at;
  if (isOlder) return { id: known.id, kind: 'older' };
  const isTaken = known.state === 'taken';
  await trx
    .updateTable('tickets')
    .set({
      ...(isTaken
        ? { newer: JSON.stringify({ subject, body } satisfies TicketText) }
        : { subject, body, newer: null, draft: null, taken_by: null, state: 'new', open: 1, ...NOT_TRIAGED }),
      source_updated_at: ticket.updatedAt ?? known.source_updated_at,
      version: known.version + 1,
      updated_at: at,
    })
    .where('id', '=', known.id)
    .execute();
  await insertAudit(trx, { at, who: SYSTEM, what: 'changed-at-source', ticketId: known.id, detail: null });
  return { id: known.id, kind: isTaken ? 'set-aside' : 'changed' };
}

const newRow = (ticket: IncomingTicket, at: string): TicketRow => ({
  id: ticket.id,
  source: ticket.source,
  external_id: ticket.externalId,
  hand_off: null,
  subject: ticket.subject,
  body: ticket.body,
  requester: ticket.requester,
  received: ticket.received,
  received_at: ticket.receivedAt,
  source_updated_at: ticket.updatedAt,
  newer: null,
  state: 'new',
  open: 1,
  ...NOT_TRIAGED,
  draft: null,
  taken_by: null,
  version: 1,
  created_at: at,
  updated_at: at,
});
