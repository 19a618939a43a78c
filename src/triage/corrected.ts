import type { AssistantParts } from '../assistant/turn.js';
import type { Facts } from '../domain/facts.js';
import type { Ticket, TicketDoubt, Triage } from '../domain/ticket.js';
import { withResolvedFamily } from '../understanding/products/resolve-family.js';
import { deviceAsk } from './asks.js';
import { openTicket } from './open-ticket.js';
import { concluded } from './triage.js';

/** Found while the ticket was read: they hold whatever is corrected. */
const OF_READING: readonly TicketDoubt[] = ['unread-question', 'cut', 'no-question'];

/**
 * A ticket's triage with the facts of one device put right by a person: its verdict, the route, what is missing and so the draft
 * follow by the same rules. `at`: the place of the device's ask; where no device is asked about there, one is added.
 */
export function corrected(ticket: Ticket, triage: Triage, at: number, facts: Facts, parts: AssistantParts): Triage {
  const open = openTicket(ticket, parts);
  const named = withResolvedFamily(facts, parts.understand, ticket.received);
  const couldBe =
    (named.family === undefined ? null : parts.knowledge.catalogue.ambiguousName(named.family))?.options ?? [];
  const made = deviceAsk({ facts: named, notices: [], couldBe, words: [] }, [], 1, open.maker);
  const old = triage.asks[at];
  const asks =
    old?.kind === 'entitlement'
      ? triage.asks.map((ask, i) => (i === at ? { ...made, said: old.said, spans: old.spans } : ask))
      : [...triage.asks, made];
  const kept = triage.doubts.filter((doubt) => OF_READING.includes(doubt));
  return concluded(asks, kept, open, parts);
}
