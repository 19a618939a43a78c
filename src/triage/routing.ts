import type { RouteReason, TicketAsk, TicketSpan } from '../domain/ticket.js';
import type { RoutingKnowledge, RoutingRow } from '../knowledge/routing-schema.js';
import type { FoundSign } from './signs.js';

/** What routing looks at. */
export interface Routed {
  readonly asks: readonly TicketAsk[];
  readonly signs: readonly FoundSign[];
  /** Where a sign's words stand. */
  readonly spanOf: (said: string) => TicketSpan | null;
  /** A product, a card or a plan is named, which tells of our subject as well as words do. */
  readonly namesSubject: boolean;
}

/** Every row that holds for a ticket, in their order: the first decides. Never empty, since the last row always holds. */
export function reasonsFor(ticket: Routed, { rows }: RoutingKnowledge): readonly RouteReason[] {
  return rows.flatMap((row): readonly RouteReason[] => {
    const rests = heldBy(row, ticket);
    return rests === null ? [] : [{ route: row.route, says: row.says, spans: rests }];
  });
}

/** The words that make a row hold; null where it does not. */
function heldBy(row: RoutingRow, { asks, signs, spanOf, namesSubject }: Routed): readonly TicketSpan[] | null {
  const has = (name: string) => signs.some((s) => s.name === name) || (name === SUBJECT && namesSubject);
  if (row.not.some(has)) return null;
  const isBeside = (ask: TicketAsk) => ask.kind === 'entitlement' && row.beside.includes(ask.verdict.outcome);
  if (row.beside.length > 0 && !asks.some(isBeside)) return null;
  const named = [row.signs, row.topics, row.kinds, row.entries, row.outcomes];
  if (named.every((names) => names.length === 0)) return [];
  const told = signs.filter((s) => row.signs.includes(s.name));
  const from = told.length >= row.least ? told.map((s) => spanOf(s.said)).filter((s) => s !== null) : [];
  const asked = asks.filter((ask) => asksFor(row, ask));
  const holds = (row.signs.length > 0 && told.length >= row.least) || asked.length > 0;
  return holds ? [...from, ...asked.flatMap((ask) => ask.spans)] : null;
}

/** The sign that names, beside words, can give. */
const SUBJECT = 'subject';

function asksFor(row: RoutingRow, ask: TicketAsk): boolean {
  if (ask.kind === 'out-of-scope' && !ask.near) return row.kinds.includes('unrelated');
  const topics = ask.kind === 'out-of-scope' ? ask.topics.map((t) => t.id as string) : [];
  if (topics.some((id) => row.topics.includes(id))) return true;
  const counted = topics.length === 0 || topics.some((id) => !row.exceptTopics.includes(id));
  if (counted && row.kinds.includes(ask.kind)) return true;
  if (ask.kind === 'faq') return row.entries.includes(ask.answer.id);
  if (ask.kind !== 'entitlement' || !row.outcomes.includes(ask.verdict.outcome)) return false;
  return !(row.exceptSigned && ask.verdict.gap !== null);
}
