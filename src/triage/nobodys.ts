import type { TicketAsk } from '../domain/ticket.js';
import type { OpenTicket } from './open-ticket.js';

/** Nothing of our subject is named, and nothing is asked that this helpdesk surely is asked; in what advertises, hardly anything is. */
export function isNobodys(asks: readonly TicketAsk[], open: OpenTicket): boolean {
  const { text, language, namesSubject, signs, found } = open;
  const has = (...names: readonly string[]) => signs.some((s) => names.includes(s.name));
  if (
    language !== null ||
    namesSubject ||
    text.quoted !== '' ||
    found.devices.some(isTold) ||
    has('subject', 'goods', 'own', 'person')
  )
    return false;
  const length = text.own.split(/\s+/).length;
  const pushes = has('spam', 'lure', 'pitch', 'elsewhere') && !(has('pointing') && has('asking'));
  if (length >= FEW && pushes && !has('person', 'thanks')) return true;
  if (length >= FEW && !has('world', 'person', 'thanks', 'pointing')) return true;
  // 'Please see the attachment' may be about anything.
  if (!has('spam') && length < TELLING) return false;
  const least = has('spam') ? OURS_AMONG_SPAM : OURS;
  return asks.every((a) => (a.kind === 'out-of-scope' && a.topics.length === 0) || a.confidence < least);
}

/** Some contract alone, which any mail may speak of, tells of no device. */
const isTold = ({ facts }: OpenTicket['found']['devices'][number]): boolean =>
  Object.keys(facts).some((fact) => fact !== 'plan' || facts.plan !== 'other');

/** So few words are not looked at for what they are about. */
const FEW = 8;
/** So many words without one of our subject are about something else. */
const TELLING = 20;
const OURS = 0.6;
const OURS_AMONG_SPAM = 0.95;
