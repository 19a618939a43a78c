import { asksForCover } from '../assistant/route.js';
import { ENTRY } from '../domain/entry-roles.js';
import type { TicketAsk, TicketSpan } from '../domain/ticket.js';
import type { Asked } from './ask-reader.js';
import { NOTHING_ANSWERED } from './not-answered.js';
import type { OpenTicket } from './open-ticket.js';
import { asksOutright } from './question-shapes.js';
import { namesPerson } from './wishes.js';

const OF_UPDATES =
  /\b(?:updat\w+|corrected|fix(?:es|ed)?|customers?|upgrad\w+|patch\w*|plans?|contracts?|visits?|covered|cover)\b/i;

/** What somebody who reports an incident asks beside it, surely and in so many words. */
export function asksBesides({ settled, form, route, text, words }: Asked, { reader }: OpenTicket): boolean {
  if (route.kind === 'human') return settled && namesPerson(words.join(' '));
  if (route.kind === 'one-phase') return settled && reader.has('programme', text);
  if (route.kind === 'identify') return settled && asksForGeneration(words.join(' '));
  const cover = asksForCover(text) || reader.has('cover', words.join(' '));
  const said = words.join(' ');
  // Which findings a card has is asked by no entry on cards.
  const ofCard =
    route.kind === 'faq' && route.ids[0] === ENTRY.showsCard && !/\b(?:which|what|generation)\b/i.test(said);
  if (ofCard) return false;
  // 'Can you tell if anything was changed in the UPS itself?' belongs to what is reported.
  if (route.kind === 'faq' && OF_TRACES.test(said)) return false;
  // 'Is the problem known to you?' names nothing that an entry is about.
  if (
    route.kind === 'faq' &&
    !OF_UPDATES.test(said) &&
    !['subject', 'own', 'programme'].some((s) => reader.has(s, said))
  )
    return false;
  return (
    settled &&
    (form !== 'statement' || asksOutright(text) || asksForCover(text)) &&
    (route.kind !== 'entitlement' || cover)
  );
}

const OF_TRACES =
  /\b(?:anything|something|nothing|what|settings?|configuration|outlets?|logs?) (?:else )?(?:(?:was|were|has been|have been|had been|might have been|got|he|she|they|somebody|someone) )+(?:\w+ )?(?:chang|alter|modif|tamper|touch|manipulat|access|plant|stolen|copied|read|done)\w*/i;

/** Which card it is, and not which of them have what was found. */
const asksForGeneration = (text: string): boolean =>
  /\b(?:which|what) (?:\w+ ){0,3}(?:generation|cards?|nmc)\b|\bnmc ?[234]\b|\b2, 3 or 4\b/i.test(text) &&
  /\b(?:find|know|tell|see|look|shown?|clue|idea|sure|recogni[sz]e|check)\b/i.test(text);

/** In what is reported to the security team, what the FAQ does not answer is the report. */
export function withReport(asks: readonly TicketAsk[], { signs, maker }: OpenTicket): readonly TicketAsk[] {
  const others = asks.filter((a) => a.kind !== 'out-of-scope');
  const topics = asks.flatMap((a) => (a.kind === 'out-of-scope' ? a.topics : []));
  const told = signs.filter((s) => ['incident', 'vulnerability', 'report'].includes(s.name)).map((s) => s.said);
  const spans: readonly TicketSpan[] = maker.spansOf(told);
  return [{ ...NOTHING_ANSWERED, near: true, topics, spans, confidence: 1 }, ...others];
}
