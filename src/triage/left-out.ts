import type { EntryId } from '../domain/ids.js';
import type { Asked } from './ask-reader.js';
import type { OpenTicket } from './open-ticket.js';
import { asksFirst, asksOutright } from './question-shapes.js';
import { asksPrice, namesPerson, opensCase } from './wishes.js';

/** Without wishes for a visit or a plan, which are no question and no wish for a person to speak to: routing sees them; and without remarks on something else. */
export function withoutRemarks(asked: readonly Asked[], { reader, maker }: OpenTicket): readonly Asked[] {
  // 'Please ring me if anything is unclear' wants an answer, and no person.
  // Among questions that are marked as such.
  const othersAsk = asked.some(
    (a) => a.settled && a.words.join(' ').includes('?') && a.route.kind !== 'out-of-scope' && a.route.kind !== 'human',
  );
  const isCourtesy = ({ words, route }: Asked): boolean => {
    const said = words.join(' ');
    if (route.kind !== 'human' || reader.has('person', said)) return false;
    if (othersAsk && !said.includes('?') && !opensCase(said) && !SPEAKS.test(said)) return true;
    // 'Confidential, please' and 'a written answer is all I need' name nobody.
    return reader.has('courtesy', said) || !(namesPerson(said) || opensCase(said));
  };
  const isWish = ({ words, route }: Asked): boolean => {
    const said = words.join(' ');
    if (!reader.has(WISH, said) || asksPrice(said)) return false;
    return route.kind === 'human' || route.kind === 'out-of-scope' || (route.kind === 'faq' && !asksOutright(said));
  };
  const meant = asked.filter((a) => !isCourtesy(a));
  // 'Who sells it to us?' asks how to go on.
  const goesOn = maker.parts.knowledge.routing.signs.find((sign) => sign.name === WISH)?.backs[0];
  const ofWish = (a: Asked): readonly Asked[] =>
    goesOn !== undefined &&
    [asksSeller, asksHowToGet, asksWhatToOrder, asksToOrderIt].some((asks) => asks(a.words.join(' ')))
      ? [{ ...a, form: 'question', settled: true, route: { kind: 'faq', ids: [goesOn as EntryId] } }]
      : [];
  const isToOrder = (a: Asked): boolean => {
    const said = a.words.join(' ');
    const isAnswered = (a.settled && a.route.kind === 'faq') || asksPrice(said);
    return !isAnswered && (asksWhatToOrder(said) || asksToOrderIt(said)) && reader.products.length > 0;
  };
  const rest = (meant.some((a) => a.settled) ? meant : asked).flatMap((a) =>
    isWish(a) || isToOrder(a) ? ofWish(a) : [a],
  );
  const isRemark = ({ form, route, words, match }: Asked): boolean => {
    const said = words.join(' ');
    // 'He asks that a specialist phones him' asks for a person, whatever else it is like.
    if (reader.has('person', said)) return false;
    const vague = (match.ranked[0]?.score ?? 0) < (form === 'question' ? ASKED_OF_ITSELF : OF_ITSELF);
    if (form === 'statement' && route.kind === 'out-of-scope' && vague && !said.includes('?') && !asksPrice(said))
      return true;
    // 'It came with the house when we moved in' asks for no day.
    if (asksOutright(said.replace(WHEN_TOLD, '')) || asksFirst(said) || asksPrice(said)) return false;
    if (route.kind === 'out-of-scope') return vague || (form !== 'question' && route.topic === null);
    return (
      form !== 'question' &&
      route.kind === 'faq' &&
      (match.ranked[0]?.score ?? 0) < PLAINLY &&
      !['subject', 'own', 'programme'].some((sign) => reader.has(sign, said))
    );
  };
  return rest.some((a) => a.settled && !isRemark(a)) ? rest.filter((a) => !isRemark(a)) : rest;
}

/** Wants to be spoken to. */
const SPEAKS = /\b(?:speak|talk|person|human|somebody|someone|contact|reach|meet)\b/i;
const WHEN_TOLD = /(?<=\w )when (?:i|we|he|she|it|they|you|the|our|your|this|that)\b/gi;

/** The sign of those who want to buy or to be visited. */
const WISH = 'visit';
/** 'If not, what do we have to order?' */
const asksWhatToOrder = (text: string): boolean =>
  /\bwhat (?:else )?(?:can|could|may|must|do|does|should|would|shall) (?:we|i|one|they|he|she|the \w+)(?: (?:have to|need to|best))? (?:order|buy|book|purchase|sign|take out|pay for)\b/i.test(
    text,
  );
/** 'Can we order a visit so that somebody loads the current firmware?' */
const asksToOrderIt = (text: string): boolean =>
  /\b(?:can|could|may) (?:we|i|one|they|he|she) (?:still |also |just |simply |then )?(?:order|book|buy|purchase)\b/i.test(
    text,
  ) && /\b(?:firmware|updates?)\b/i.test(text);
/** Asks whom or where to buy, and not for a visit. */
const asksSeller = (text: string): boolean =>
  /\b(?:who|whom|where|(?:which|what) (?:office|branch|company|partner|department|of you|of your \w+))\b/i.test(text) &&
  !/\b(?:visits?|appointments?|dates?|slots?|technicians?|engineers?|maintenance)\b/i.test(text);

/** 'How do we get somebody out to do that?' */
const asksHowToGet = (text: string): boolean =>
  /\bhow (?:do|can|could|would|should|might) (?:we|i|one|they|he|she) (?:get|have|obtain|go about|arrange)\b/i.test(
    text,
  );

/** Below this score a topic that comes first only comes before others that are as far off. */
const OF_ITSELF = 0.25;
/** From here on a statement is an entry's in so many words. */
const PLAINLY = 0.45;
const ASKED_OF_ITSELF = 0.2;
