import type { CitedSentence } from './citation.js';
import type { Day } from './day.js';
import type { Facts } from './facts.js';
import type { HandOffBrief } from './hand-off.js';
import type { RouteReason, TicketAskKind, TicketRoute, TicketSpan, Triage } from './ticket.js';
import type { Covered } from './verdict.js';

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
  'talk-begun',
  'talk-ended',
  'talk-lost',
  'not-told',
  'lesson-taken',
  'lesson-dismissed',
] as const;
export type AuditedAct = (typeof AUDITED_ACTS)[number];

/** One thing that a ticket asks for, as triagers read it. */
export interface DeskAsk {
  readonly kind: TicketAskKind;
  /** What it is, in words: the entry's title, the device, the topic. */
  readonly title: string;
  readonly spans: readonly TicketSpan[];
  readonly confidence: number;
  /** Of a device that is asked about. */
  readonly device: null | {
    readonly facts: Facts;
    readonly outcome: string;
    readonly covered: Covered;
    readonly says: string;
    /** How the verdict follows, and what would change it. */
    readonly trace: readonly CitedSentence[];
  };
}

/** What was made of a ticket, as triagers read it. */
export interface DeskTriage {
  readonly route: TicketRoute;
  readonly confidence: number;
  readonly reasons: readonly RouteReason[];
  /** Why one should read the ticket before anything is sent. */
  readonly doubts: readonly string[];
  readonly asks: readonly DeskAsk[];
  /** Facts that are not known, in words. */
  readonly missing: readonly string[];
  /** The draft as it is proposed; empty for what nobody answers. */
  readonly proposal: string;
  readonly knowledgeVersion: string;
}

/** A request for a person, as triagers read it. */
export interface DeskHandOff extends HandOffBrief {
  readonly channel: string;
  /** Whether whoever has taken it can write to the asker. */
  readonly canTalk: boolean;
  readonly chat: DeskChat;
}

/** A chat as it is now, for whoever has its request for a person open. */
export interface DeskChat {
  /** The ticket's: another says that the ticket is to be looked at again. */
  readonly version: number;
  /** Who has taken the chat over, since when; null: the assistant answers. */
  readonly talk: null | { readonly who: string; readonly since: string };
  readonly transcript: readonly DeskLine[];
  /** What whoever talks has written and the asker has not got; `unsure`: it may have arrived. */
  readonly unsaid: readonly {
    readonly id: string;
    readonly text: string;
    readonly state: 'waiting' | 'unsure' | 'failed';
  }[];
}

/** Something that was said in a chat. */
export interface DeskLine {
  readonly id: string;
  readonly at: string;
  readonly sender: 'user' | 'bot';
  readonly text: string;
  /** The person in whose name the bot said it; null: the assistant did. */
  readonly person: string | null;
}

/** A ticket with all that the desk shows of it. */
export interface DeskView extends Omit<DeskTicket, 'triage'> {
  readonly triage: DeskTriage | null;
  readonly request: DeskHandOff | null;
  /** The newest first. */
  readonly history: readonly AuditEntry[];
  /** Null: nothing goes back to where it came from. */
  readonly writtenBack: { readonly state: 'waiting' | 'sent' | 'failed'; readonly problem: string | null } | null;
}
