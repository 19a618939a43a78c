import type { CitedSentence } from './citation.js';
import type { Day } from './day.js';
import type { FactName, Facts } from './facts.js';
import type { TopicId } from './ids.js';
import type { Answer, Notice } from './reply.js';
import type { Verdict } from './verdict.js';

/** Who should have a ticket. */
export const TICKET_ROUTES = [
  'auto-answer',
  'service-partner',
  'one-phase-team',
  'human-agent',
  'security-team',
  'unrelated',
] as const;
export type TicketRoute = (typeof TICKET_ROUTES)[number];

/** A helpdesk ticket as it came in. */
export interface Ticket {
  readonly subject: string;
  readonly body: string;
  /** The day from which 'last week' counts, and as of which verdicts are given. */
  readonly received: Day;
}

/** A stretch of a ticket: `text` is `ticket[field].slice(start, end)`. */
export interface TicketSpan {
  readonly field: 'subject' | 'body';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What every ask has: where it stands in the ticket, and how sure it is that this is meant (0 to 1). */
interface AskedIn {
  /** The words that ask, as they were read; empty where the ticket only describes something. */
  readonly said: string;
  readonly spans: readonly TicketSpan[];
  readonly confidence: number;
}

/** One thing that a ticket asks for. */
export type TicketAsk = AskedIn &
  (
    | { readonly kind: 'faq'; readonly answer: Answer }
    | {
        readonly kind: 'entitlement';
        readonly facts: Facts;
        readonly verdict: Verdict;
        /** What is said of the device that cannot be taken as it is said. */
        readonly notices: readonly Notice[];
        /** What a name that could be several products can mean; empty: it is clear, or not given. */
        readonly couldBe: readonly string[];
      }
    | { readonly kind: 'identify'; readonly answer: Answer | null }
    | { readonly kind: 'one-phase'; readonly sentences: readonly CitedSentence[] }
    | {
        readonly kind: 'out-of-scope';
        readonly near: boolean;
        /** The topics that it falls under, where they are known. */
        readonly topics: readonly { readonly id: TopicId; readonly says: CitedSentence; readonly ask: string }[];
      }
    | { readonly kind: 'human' }
    /** Thanks, or that all is done: nothing is asked. */
    | { readonly kind: 'smalltalk' }
  );

export type TicketAskKind = TicketAsk['kind'];

/** Why a ticket goes where it goes: what of the rules of routing held, and the words that it rests on. */
export interface RouteReason {
  readonly route: TicketRoute;
  readonly says: string;
  readonly spans: readonly TicketSpan[];
}

/** Why a person should look at a ticket before anything is sent. */
export const TICKET_DOUBTS = [
  'unsure',
  'unread-question',
  'several-routes',
  'contradiction',
  'from-quoted',
  'language',
  'cut',
  'no-question',
] as const;
export type TicketDoubt = (typeof TICKET_DOUBTS)[number];

/** What was made of a ticket. */
export interface Triage {
  /** In the order asked. */
  readonly asks: readonly TicketAsk[];
  readonly route: TicketRoute;
  /** Every rule of routing that held; the first decided. */
  readonly reasons: readonly RouteReason[];
  /** The union of what the verdicts miss, without the contract's start while the plan is not known. */
  readonly missing: readonly FactName[];
  readonly confidence: number;
  /** Empty: nothing speaks against sending the draft as it is. */
  readonly doubts: readonly TicketDoubt[];
  readonly knowledgeVersion: string;
}
