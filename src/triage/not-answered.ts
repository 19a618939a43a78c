import type { TicketAsk } from '../domain/ticket.js';
import type { OpenTicket } from './open-ticket.js';

/** An ask that the FAQ does not answer, before anything is known of it. */
export const NOTHING_ANSWERED = { kind: 'out-of-scope', topics: [], said: '' } as const;

/** All of a ticket that is about something else. */
export const unrelated = ({ text, maker }: OpenTicket): TicketAsk => ({
  ...NOTHING_ANSWERED,
  near: false,
  spans: maker.spansOf([text.own.slice(0, 200)]),
  confidence: 1,
});
