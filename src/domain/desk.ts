import type { Day } from './day.js';
import type { Triage } from './ticket.js';

/** Where a ticket stands: nobody has it, somebody works on it, it is done. */
export const DESK_STATES = ['new', 'taken', 'done'] as const;
export type DeskState = (typeof DESK_STATES)[number];

/** What a ticket says. */
export interface TicketText {
  readonly subject: string;
  readonly body: string;
}

/** A ticket as the desk keeps it. */
export interface DeskTicket extends TicketText {
  readonly id: string;
  /** The helpdesk that it came from; `desk`: put in by hand; `chat`: a request for a person. */
  readonly source: string;
  /** How it is called there. */
  readonly externalId: string;
  /** The request for a person that it stands for; what was said is kept there. */
  readonly handOff: string | null;
  readonly requester: string | null;
  /** The day as of which its verdicts are given. */
  readonly received: Day;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly state: DeskState;
  readonly takenBy: string | null;
  /** Null: it was not read yet, or is a request for a person. */
  readonly triage: Triage | null;
  /** The draft as a person has changed it; null: as it was proposed. */
  readonly draft: string | null;
  /** What came in after somebody had taken it: it is not triaged. */
  readonly newer: TicketText | null;
  /** Grows with each change; whoever changes it names the one that they saw. */
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
}

/** Who did what, when; of the content of a ticket it says nothing. */
export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly who: string;
  readonly what: AuditedAct;
  readonly ticketId: string | null;
  readonly detail: string | null;
}

export const AUDITED_ACTS = [
  'signed-in',
  'signed-out',
  'received',
  'changed-at-source',
  'put-in',
  'triaged',
  'taken',
  'taken-over',
  'released',
  'done',
  'reopened',
  'facts-corrected',
  'draft-edited',
  'read-again',
  'written-back',
  'not-written-back',
] as const;
export type AuditedAct = (typeof AUDITED_ACTS)[number];
