import type { TicketText } from '../domain/desk.js';
import type { HelpdeskMapping } from '../knowledge/helpdesk-schema.js';

/** A ticket as a helpdesk tells of it. */
export interface ToldTicket extends TicketText {
  readonly externalId: string;
  readonly requester: string | null;
  /** Null: not told, or not to be read. */
  readonly createdAt: Date | null;
  readonly updatedAt: Date | null;
}

export type Told =
  | { readonly kind: 'ticket'; readonly ticket: ToldTicket }
  /** A message of a kind from which nothing is taken. */
  | { readonly kind: 'ignored' }
  /** The places at which it should have said something. */
  | { readonly kind: 'malformed'; readonly lacks: readonly string[] };

/** What is kept of a ticket's text at the most, in characters; of a longer one triage reads the beginning, and says so. */
const MOST = { subject: 2000, body: 100_000, id: 200, requester: 320 } as const;

/** Reads a message of a helpdesk by its mapping. */
export function toldTicket({ only, ticket }: HelpdeskMapping, message: unknown): Told {
  const isOther = Object.entries(only).some(([path, values]) => !values.includes(textAt(message, [path]) ?? ''));
  if (isOther) return { kind: 'ignored' };
  const id = textAt(message, ticket.id)?.trim() ?? '';
  const subject = textAt(message, ticket.subject) ?? '';
  const body = textAt(message, ticket.body) ?? '';
  const lacks = [
    ...(id === '' || id.length > MOST.id ? [ticket.id.join(' or ')] : []),
    ...(`${subject}${body}`.trim() === '' ? [[...ticket.body, ...ticket.subject].join(' or ')] : []),
  ];
  if (lacks.length > 0) return { kind: 'malformed', lacks };
  return {
    kind: 'ticket',
    ticket: {
      externalId: id,
      subject: subject.slice(0, MOST.subject),
      body: body.slice(0, MOST.body),
      requester: textAt(message, ticket.requester)?.trim().slice(0, MOST.requester) || null,
      createdAt: instantAt(message, ticket.created),
      updatedAt: instantAt(message, ticket.updated),
    },
  };
}

/** The first of the places that holds a text or a number, as text. */
function textAt(message: unknown, paths: readonly string[]): string | null {
  for (const path of paths) {
    let value = message;
    for (const name of path.split('.')) value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  }
  return null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where no zone is told, UTC is meant. */
function instantAt(message: unknown, paths: readonly string[]): Date | null {
  const text = textAt(message, paths)?.trim() ?? '';
  const form = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  if (!form) return null;
  const instant = new Date(`${form[1]}T${form[2]}${form[3] ?? 'Z'}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
