import { day } from '../domain/day.js';
import type { DeskTicket, TicketText } from '../domain/desk.js';
import type { Triage } from '../domain/ticket.js';
import type { TicketRow } from './desk-tables.js';

/** A row of the queue as the rest of the program reads it. */
export const ticketOf = (row: TicketRow): DeskTicket => ({
  id: row.id,
  source: row.source,
  externalId: row.external_id,
  handOff: row.hand_off,
  subject: row.subject,
  body: row.body,
  requester: row.requester,
  received: day(row.received),
  receivedAt: row.received_at,
  state: row.state,
  takenBy: row.taken_by,
  triage: row.triage === null ? null : (JSON.parse(row.triage) as Triage),
  draft: row.draft,
  newer: row.newer === null ? null : (JSON.parse(row.newer) as TicketText),
  version: row.version,
  updatedAt: row.updated_at,
});

/** What of a triage the queue is looked at by, beside the triage itself. */
export const triageColumns = (triage: Triage) => ({
  triage: JSON.stringify(triage),
  route: triage.route,
  confidence: triage.confidence,
});

export const NOT_TRIAGED = { triage: null, route: null, confidence: 0 } as const;
