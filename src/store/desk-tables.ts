import type { Database } from './schema.js';

/** The tables of the desk: requests and tickets that triagers work on, what they did, what goes back to helpdesks, who is signed in. */
export async function createDeskTables(db: Database): Promise<void> {
  await db.schema
    .createTable('tickets')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('external_id', 'text', (c) => c.notNull())
    // With its request for a person a row of the queue goes, too.
    .addColumn('hand_off', 'text', (c) => c.references('handoffs.reference').onDelete('cascade'))
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('requester', 'text')
    .addColumn('received', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addColumn('source_updated_at', 'text')
    .addColumn('newer', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('open', 'integer', (c) => c.notNull())
    .addColumn('route', 'text')
    .addColumn('confidence', 'real', (c) => c.notNull())
    .addColumn('triage', 'text')
    .addColumn('draft', 'text')
    .addColumn('taken_by', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('tickets_external', ['source', 'external_id'])
    .execute();
  // One for each way in which the queue can be looked at, so that a page of it costs as much whatever its length.
  for (const [name, columns] of [
    ['tickets_age', ['open', 'received_at', 'id']],
    ['tickets_certainty', ['open', 'confidence', 'received_at', 'id']],
    ['tickets_route_age', ['open', 'route', 'received_at', 'id']],
    ['tickets_route_certainty', ['open', 'route', 'confidence', 'received_at', 'id']],
    ['tickets_hand_off', ['hand_off']],
    ['tickets_requester', ['requester']],
    ['tickets_updated', ['state', 'updated_at']],
  ] as const)
    await db.schema
      .createIndex(name)
      .on('tickets')
      .columns([...columns])
      .execute();
  await db.schema
    .createTable('audit')
    .addColumn('seq', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('ticket_id', 'text')
    .addColumn('detail', 'text')
    .execute();
  await db.schema.createIndex('audit_ticket').on('audit').columns(['ticket_id', 'seq']).execute();
  await db.schema.createIndex('audit_at').on('audit').column('at').execute();
  await db.schema
    .createTable('outbox')
    .addColumn('ticket_id', 'text', (c) => c.primaryKey().references('tickets.id').onDelete('cascade'))
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('external_id', 'text', (c) => c.notNull())
    .addColumn('route', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('calls_made', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_at', 'text', (c) => c.notNull())
    .addColumn('problem', 'text')
    .execute();
  await db.schema.createIndex('outbox_due').on('outbox').columns(['state', 'next_at']).execute();
  await db.schema
    .createTable('desk_sessions')
    .addColumn('id_hash', 'text', (c) => c.primaryKey())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('token_hash', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute();
}

/** Requests for a person from before there was a desk, into its queue. */
export async function queueKnownHandOffs(db: Database): Promise<void> {
  const rows = await db
    .selectFrom('handoffs')
    .select(['reference', 'opened_at', 'state', 'user_id', 'channel'])
    .execute();
  for (const row of rows) await db.insertInto('tickets').values(handOffTicket(row)).execute();
}

/** A request for a person as a row of the queue: what it says stays where it is. */
export function handOffTicket(row: {
  readonly reference: string;
  readonly opened_at: string;
  readonly state: 'waiting' | 'taken' | 'closed';
  readonly user_id: string;
  readonly channel: string;
}): TicketRow {
  return {
    id: `chat-${row.reference}`,
    source: 'chat',
    external_id: row.reference,
    hand_off: row.reference,
    subject: '',
    body: '',
    requester: null,
    received: row.opened_at.slice(0, 10),
    received_at: row.opened_at,
    source_updated_at: null,
    newer: null,
    state: row.state === 'closed' ? 'done' : 'new',
    open: row.state === 'closed' ? 0 : 1,
    route: 'human-agent',
    confidence: 0,
    triage: null,
    draft: null,
    taken_by: null,
    version: 1,
    created_at: row.opened_at,
    updated_at: row.opened_at,
  };
}

/** A row of the queue. `hand_off`: the request for a person that it stands for, which has what was said; else subject and body have it. */
export interface TicketRow {
  id: string;
  source: string;
  external_id: string;
  hand_off: string | null;
  subject: string;
  body: string;
  requester: string | null;
  /** The day that its verdicts are given as of. */
  received: string;
  received_at: string;
  /** When the helpdesk says that it was changed last. */
  source_updated_at: string | null;
  /** What came of it after somebody had taken it, as JSON. */
  newer: string | null;
  state: 'new' | 'taken' | 'done';
  /** 1: not done. */
  open: number;
  route: string | null;
  /** 0 where nothing was triaged. */
  confidence: number;
  /** What was made of it, as JSON; null: nothing yet, or a request for a person. */
  triage: string | null;
  /** The draft as a person has changed it. */
  draft: string | null;
  taken_by: string | null;
  version: number;
  created_at: string;
  updated_at: string;
}

/** Who did what on which ticket. */
export interface AuditRow {
  seq: number;
  at: string;
  who: string;
  what: string;
  ticket_id: string | null;
  detail: string | null;
}

/** What is to be told to the helpdesk that a ticket came from; one a ticket, the newest. */
export interface OutboxRow {
  ticket_id: string;
  source: string;
  external_id: string;
  route: string;
  note: string;
  /** Counts the notes of this ticket. */
  revision: number;
  calls_made: number;
  state: 'waiting' | 'sent' | 'failed';
  attempts: number;
  next_at: string;
  problem: string | null;
}

/** A triager who is signed in. */
export interface DeskSessionRow {
  id_hash: string;
  who: string;
  token_hash: string;
  expires_at: string;
}
