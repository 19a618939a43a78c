import type { Day } from '../../domain/day.js';
import type { Ticket } from '../../domain/ticket.js';
import { textOfHtml } from './html-text.js';
import type { MessagePayload } from './invoke-values.js';

/** A longer text is cut here, in characters: triage reads no more. */
export const LONGEST_TEXT = 20_000;
const LONGEST_NAME = 100;
const LONGEST_SUBJECT = 500;

/** A message of Teams as a ticket. */
export interface MessageTicket {
  readonly ticket: Ticket;
  /** Who sent it; null: Teams does not say. */
  readonly sender: string | null;
  /** How long its text is, in characters; more than LONGEST_TEXT: the rest of it is not in the ticket. */
  readonly length: number;
}

/** Which day it is, in the configured time zone. */
export interface Days {
  readonly today: () => Day;
  readonly dayOf: (instant: Date) => Day;
}

/** The ticket in a message, received on the day on which it was written; null where it has no text, or is deleted. */
export function ticketOfMessage(message: MessagePayload, { today, dayOf }: Days): MessageTicket | null {
  const { createdDateTime, deleted, subject, body, from } = message;
  if (deleted) return null;
  const content = body?.content ?? '';
  const text = body?.contentType?.toLowerCase() === 'text' ? content : textOfHtml(content);
  const ticket = {
    subject: (subject ?? '').slice(0, LONGEST_SUBJECT),
    body: text.slice(0, LONGEST_TEXT),
    received: createdDateTime ? dayOf(createdDateTime) : today(),
  };
  if (!/[\p{L}\p{N}]/u.test(`${ticket.subject} ${ticket.body}`)) return null;
  const sender = from?.user?.displayName ?? from?.application?.displayName ?? '';
  return { ticket, sender: sender.trim() === '' ? null : sender.trim().slice(0, LONGEST_NAME), length: text.length };
}
