import type { AssistantParts } from '../assistant/turn.js';
import { FACT_NAMES, type FactName } from '../domain/facts.js';
import type { RouteReason, Ticket, TicketAsk, TicketDoubt, Triage } from '../domain/ticket.js';
import { type OpenTicket, openTicket } from './open-ticket.js';
import { reasonsFor } from './routing.js';
import { ticketAsks } from './ticket-asks.js';

/** Below this a person looks at the ticket first. */
const SURE = 0.7;

/**
 * The whole of triage on one page: read the ticket; find what it asks, each device decided as of the day it came in; send it by the
 * rules of routing to whom it belongs. The same ticket and knowledge give the same triage; it never throws, whatever the text.
 */
export async function triage(ticket: Ticket, parts: AssistantParts): Promise<Triage> {
  const open = openTicket(ticket, parts);
  const before = reasonsIn(open, [], parts)[0]?.route ?? 'human-agent';
  const { asks, doubts } = await ticketAsks(open, before);
  return concluded(asks, doubts, open, parts);
}

/** What follows from the asks of a ticket; `doubts`: what was found beside them when it was read. */
export function concluded(
  asks: readonly TicketAsk[],
  doubts: readonly TicketDoubt[],
  open: OpenTicket,
  parts: AssistantParts,
): Triage {
  const reasons = reasonsIn(open, asks, parts);
  return triaged(withoutWishedFor(asks, parts), reasons, doubts, open, parts);
}

/** Without what is only wished for and belongs to routing, where anything else is asked. */
function withoutWishedFor(asks: readonly TicketAsk[], { knowledge }: AssistantParts): readonly TicketAsk[] {
  const wished = new Set(knowledge.routing.rows.flatMap((row) => row.exceptTopics));
  const isWished = (a: TicketAsk): boolean =>
    a.kind === 'out-of-scope' && a.topics.length > 0 && a.topics.every((t) => wished.has(t.id));
  return asks.some((a) => !isWished(a)) ? asks.filter((a) => !isWished(a)) : asks;
}

function triaged(
  asks: readonly TicketAsk[],
  reasons: readonly RouteReason[],
  doubts: readonly TicketDoubt[],
  open: OpenTicket,
  parts: AssistantParts,
): Triage {
  const confidence = Math.min(...asks.map((a) => a.confidence));
  return {
    asks,
    route: reasons[0]?.route ?? 'human-agent',
    reasons,
    missing: missingOf(asks),
    confidence,
    doubts: [...new Set([...doubts, ...doubtsOf(asks, reasons, confidence, open)])],
    knowledgeVersion: parts.knowledge.version,
  };
}

const reasonsIn = (
  { signs, namesSubject, maker }: OpenTicket,
  asks: readonly TicketAsk[],
  { knowledge }: AssistantParts,
): readonly RouteReason[] =>
  reasonsFor({ asks, signs, namesSubject, spanOf: (said) => maker.spansOf([said])[0] ?? null }, knowledge.routing);

/** Why a person should look at it first, beside what was hard to read. */
function doubtsOf(
  asks: readonly TicketAsk[],
  reasons: readonly RouteReason[],
  confidence: number,
  { found, language }: OpenTicket,
): readonly TicketDoubt[] {
  // The last row holds for every ticket.
  const routes = new Set(reasons.slice(0, -1).map((r) => r.route));
  const contradicts = asks.some(
    (a) => a.kind === 'entitlement' && (a.notices.length > 0 || a.verdict.contradictions.length > 0),
  );
  return [
    ...(confidence < SURE ? (['unsure'] as const) : []),
    ...(routes.size > 1 && !routes.has('security-team') ? (['several-routes'] as const) : []),
    ...(contradicts ? (['contradiction'] as const) : []),
    ...(found.fromQuoted ? (['from-quoted'] as const) : []),
    ...(language === null ? [] : (['language'] as const)),
  ];
}

function missingOf(asks: readonly TicketAsk[]): readonly FactName[] {
  const all = new Set(asks.flatMap((a) => (a.kind === 'entitlement' ? a.verdict.missing : [])));
  return FACT_NAMES.filter((fact) => all.has(fact) && !(fact === 'contractStart' && all.has('plan')));
}
