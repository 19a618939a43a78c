import { asksForCover } from '../assistant/route.js';
import type { Facts } from '../domain/facts.js';
import type { TicketAsk, TicketDoubt, TicketRoute, TicketSpan } from '../domain/ticket.js';
import { type Asked, askedIn, borneOut, readText } from './asked.js';
import { asksOf, deviceAsk, together } from './asks.js';
import type { OpenTicket } from './open-ticket.js';
import { asksFirst, asksOutright, asksPrice, namesPerson } from './wishes.js';

/** What a ticket asks for, and what a person should know of how that was found out. */
export interface TicketAsks {
  readonly asks: readonly TicketAsk[];
  readonly doubts: readonly TicketDoubt[];
}

/** What a ticket asks for; `before`: where its words alone would send it. At least one ask. */
export async function ticketAsks(open: OpenTicket, before: TicketRoute): Promise<TicketAsks> {
  const { found, language, maker } = open;
  const security = before === 'security-team';
  // What advertises asks nothing of us.
  if (before === 'unrelated') return { asks: [unrelated(open)], doubts: [] };
  const { own, asked, isCut } = await askedOf(open);
  const doubts: readonly TicketDoubt[] = [
    ...(asked.some((a) => isUnread(a, open)) ? (['unread-question'] as const) : []),
    ...(isCut || open.isCut ? (['cut'] as const) : []),
  ];
  if (!security && saysThanks(own, open)) return { asks: [thanks(open)], doubts: [] };
  const told = withoutWishes(announcedOnce(borneOut(asked, (label) => isBacked(label, open))), open).filter(
    (a) => !security || asksBesides(a, open),
  );
  const asks = [...told.flatMap((a) => asksOf(a, found.devices, maker)), ...personAsks(told, open)];
  if (security) return { asks: together(withReport(asks, open)), doubts };
  if (isOfOnePhase(open)) return { asks: together(ofOnePhase(told, open)), doubts };
  const full = [...(asks.some((a) => a.kind === 'entitlement') ? asks : withDescribed(asks, open))];
  if (isNobodys(full, open)) return { asks: [unrelated(open)], doubts: ['unsure'] };
  if (full.length === 0)
    full.push(...asked.filter((a) => a.route.kind !== 'human').flatMap((a) => asksOf(a, found.devices, maker)));
  if (full.length > 0) {
    const about = full.every((a) => a.kind === 'human') ? await subjectAsks(open) : [];
    return { asks: together([...about, ...full]), doubts };
  }
  const whole = language === null ? await wholeAsks(open) : unaskedDevices(open, 1);
  return whole.length > 0
    ? { asks: together(whole), doubts }
    : { asks: [{ ...NOTHING_ANSWERED, near: true, spans: [], confidence: 0 }], doubts: [...doubts, 'no-question'] };
}

/** What the newest mail asks, and with it what an earlier one does where the newest only points there or asks nothing by itself. */
async function askedOf({ text, language, reader, found, maker }: OpenTicket): Promise<{
  readonly own: readonly Asked[];
  readonly asked: readonly Asked[];
  readonly isCut: boolean;
}> {
  if (language !== null) return { own: [], asked: [], isCut: false };
  const { asked: own, isCut } = await askedIn(text.own, reader);
  const isMatter = (a: Asked) => a.settled && a.route.kind !== 'human' && a.route.kind !== 'out-of-scope';
  if (text.quoted === '' || own.some((a) => isMatter(a) && asksOf(a, found.devices, maker).length > 0))
    return { own, asked: own, isCut };
  const points = reader.has('pointing', text.own);
  const surely = own.filter((a) => a.settled && asksOf(a, found.devices, maker).length > 0);
  if (surely.length > 0 && !points) return { own, asked: own, isCut };
  const { asked: earlier } = await askedIn(text.quoted, reader);
  const answered = earlier.filter((a) => a.form === 'question' && asksOf(a, found.devices, maker).length > 0);
  return answered.length > 0 ? { own, asked: answered, isCut } : { own, asked: own, isCut };
}

/** An entry that a sign of the ticket speaks for: options, where somebody wants to go on. */
const isBacked = (label: string, { signs, maker }: OpenTicket): boolean =>
  maker.parts.knowledge.routing.signs.some(
    (sign) => sign.backs.some((id) => label === `faq:${id}`) && signs.some((s) => s.name === sign.name),
  );

/** Nothing is asked, and somebody says thanks or that all is done. */
function saysThanks(own: readonly Asked[], { text, signs, reader, found }: OpenTicket): boolean {
  if (!signs.some((s) => s.name === 'thanks') || text.own.includes('?')) return false;
  const told = found.devices.some(({ facts }) => facts.commissioned !== undefined || facts.nmc !== undefined);
  return (
    !told && own.every((a) => a.route.kind === 'smalltalk' || isOfNothing(a) || reader.has('thanks', a.words.join(' ')))
  );
}

const isOfNothing = ({ settled, route }: Asked): boolean =>
  !settled || (route.kind === 'out-of-scope' && route.topic === null);

const thanks = ({ text, maker }: OpenTicket): TicketAsk => ({
  kind: 'smalltalk',
  said: '',
  spans: maker.spansOf([text.own.slice(0, 200)]),
  confidence: 1,
});

/** 'We would like to understand the procedure' before the question for it only says that it will come. */
const announcedOnce = (asked: readonly Asked[]): readonly Asked[] =>
  asked.filter((a, i) => {
    if (a.form === 'question' || a.route.kind !== 'faq') return true;
    const near = a.match.ranked.slice(0, 2).map((r) => r.label);
    return !asked
      .slice(i + 1)
      .some((b) => b.settled && b.form === 'question' && near.includes(b.match.ranked[0]?.label ?? ''));
  });

/** Nothing but single-phase devices is spoken of. */
const isOfOnePhase = ({ understood, found, maker }: OpenTicket): boolean =>
  understood.products.length > 0 &&
  understood.products.every((p) => p.kind === 'ambiguous' || p.product.class === 'one-phase') &&
  found.devices.every((device) => deviceAsk(device, [], 1, maker).kind === 'one-phase');

/** 'For my own understanding' says what for, and not of what. */
const WHAT_FOR = /\bfor (?:my|our)(?: own)? \w+/i;
const OF_THEIRS = /\b(?:us|we|our|ours|my|mine|it|this|them)\b/i;

/** What is asked of single-phase devices belongs to their FAQ; what is asked of three-phase ones or for anybody, and a person, does not. */
function ofOnePhase(asked: readonly Asked[], { found, maker, reader }: OpenTicket): readonly TicketAsk[] {
  const apart = asked.filter(({ words, route, settled }) => {
    const said = words.join(' ');
    const general = reader.has('threephase', said) || reader.has('general', said);
    const theirs = OF_THEIRS.test(said.replace(WHAT_FOR, ''));
    return settled && ((route.kind === 'faq' && general && !theirs) || (route.kind === 'human' && namesPerson(said)));
  });
  return [
    ...found.devices.slice(0, 1).map((device) => deviceAsk(device, [], 1, maker)),
    ...apart.flatMap((a) => asksOf(a, found.devices, maker)),
  ];
}

const NOTHING_ANSWERED = { kind: 'out-of-scope', topics: [], said: '' } as const;

const unrelated = ({ text, maker }: OpenTicket): TicketAsk => ({
  ...NOTHING_ANSWERED,
  near: false,
  spans: maker.spansOf([text.own.slice(0, 200)]),
  confidence: 1,
});

/** Without wishes for a visit or a plan, which are no question and no wish for a person to speak to: routing sees them; and without remarks on something else. */
function withoutWishes(asked: readonly Asked[], { reader }: OpenTicket): readonly Asked[] {
  // 'Please ring me if anything is unclear' wants an answer, and no person.
  const isCourtesy = ({ words, route }: Asked): boolean =>
    route.kind === 'human' && reader.has('courtesy', words.join(' ')) && !reader.has('person', words.join(' '));
  const isWish = ({ words, route }: Asked): boolean => {
    const said = words.join(' ');
    if (!reader.has('visit', said) || asksPrice(said)) return false;
    return route.kind === 'human' || route.kind === 'out-of-scope' || (route.kind === 'faq' && !asksOutright(said));
  };
  const meant = asked.filter((a) => !isCourtesy(a));
  const rest = (meant.some((a) => a.settled) ? meant : asked).filter((a) => !isWish(a));
  const isRemark = ({ form, route, words, match }: Asked): boolean => {
    const said = words.join(' ');
    const vague = (match.ranked[0]?.score ?? 0) < (form === 'question' ? ASKED_OF_ITSELF : OF_ITSELF);
    if (form === 'statement' && route.kind === 'out-of-scope' && vague && !said.includes('?') && !asksPrice(said))
      return true;
    if (asksOutright(said) || asksFirst(said) || asksPrice(said)) return false;
    if (route.kind === 'out-of-scope') return vague || (form !== 'question' && route.topic === null);
    return (
      form !== 'question' &&
      route.kind === 'faq' &&
      !['subject', 'own', 'programme'].some((sign) => reader.has(sign, said))
    );
  };
  return rest.some((a) => a.settled && !isRemark(a)) ? rest.filter((a) => !isRemark(a)) : rest;
}

/** Below this score a topic that comes first only comes before others that are as far off. */
const OF_ITSELF = 0.25;
const ASKED_OF_ITSELF = 0.2;

/** Whoever wants somebody to call asks for a person, whatever else the sentence is about. */
const personAsks = (asked: readonly Asked[], { reader, maker }: OpenTicket): readonly TicketAsk[] =>
  asked
    .filter(({ words, route }) => route.kind !== 'human' && reader.has('person', words.join(' ')))
    .filter(({ words }) => !reader.has('visit', words.join(' ')))
    .map(({ words, match }) => ({
      kind: 'human',
      said: words.join(' '),
      spans: maker.spansOf(words),
      confidence: match.confidence,
    }));

/** A question that nothing could be made of. */
const isUnread = (a: Asked, { found, maker }: OpenTicket): boolean =>
  !a.settled && a.text.trim().endsWith('?') && asksOf(a, found.devices, maker).length === 0;

const OF_UPDATES = /\b(?:updat\w+|upgrad\w+|patch\w*|plans?|contracts?|visits?|covered|cover)\b/i;

/** What somebody who reports an incident asks beside it, surely and in so many words. */
function asksBesides({ settled, form, route, text, words }: Asked, { reader }: OpenTicket): boolean {
  if (route.kind === 'human') return settled && namesPerson(words.join(' '));
  if (route.kind === 'one-phase') return settled && reader.has('programme', text);
  const cover = asksForCover(text) || reader.has('cover', words.join(' '));
  const said = words.join(' ');
  // Which findings a card has is asked by no entry on cards.
  const ofCard =
    route.kind === 'faq' && route.ids[0] === 'identify-nmc' && !/\b(?:which|what|generation)\b/i.test(said);
  if (ofCard) return false;
  // 'Is the problem known to you?' names nothing that an entry is about.
  if (
    route.kind === 'faq' &&
    !OF_UPDATES.test(said) &&
    !['subject', 'own', 'programme'].some((s) => reader.has(s, said))
  )
    return false;
  return settled && (form !== 'statement' || asksOutright(text)) && (route.kind !== 'entitlement' || cover);
}

/** Nothing of our subject is named, and nothing is asked that this helpdesk surely is asked; in what advertises, hardly anything is. */
function isNobodys(asks: readonly TicketAsk[], open: OpenTicket): boolean {
  const { text, language, namesSubject, signs, found } = open;
  const has = (...names: readonly string[]) => signs.some((s) => names.includes(s.name));
  if (
    language !== null ||
    namesSubject ||
    text.quoted !== '' ||
    found.devices.some(isTold) ||
    has('subject', 'goods', 'own')
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

/** In what is reported to the security team, what the FAQ does not answer is the report. */
function withReport(asks: readonly TicketAsk[], { signs, maker }: OpenTicket): readonly TicketAsk[] {
  const others = asks.filter((a) => a.kind !== 'out-of-scope' && a.kind !== 'identify');
  const topics = asks.flatMap((a) => (a.kind === 'out-of-scope' ? a.topics : []));
  const told = signs.filter((s) => s.name === 'incident' || s.name === 'vulnerability').map((s) => s.said);
  const spans: readonly TicketSpan[] = maker.spansOf(told);
  return [{ ...NOTHING_ANSWERED, near: true, topics, spans, confidence: 1 }, ...others];
}

/** A ticket that describes a device in full wants to know what holds for it, whatever else it asks. */
function withDescribed(asks: readonly TicketAsk[], { found, maker }: OpenTicket): readonly TicketAsk[] {
  const told = ({ commissioned, plan }: Facts) => commissioned !== undefined || plan !== undefined;
  const described = found.devices.filter(({ facts }) => isDescribed(facts) && (asks.length === 0 || told(facts)));
  return [...asks, ...described.map((device) => deviceAsk(device, [], 1, maker))];
}

const isDescribed = (facts: Facts): boolean =>
  [facts.family, facts.nmc, facts.commissioned, facts.plan].filter((f) => f !== undefined).length >= 3;

/** What a wish for a person is about, where the subject surely names a topic that is not answered. */
async function subjectAsks({ text, found, reader, maker }: OpenTicket): Promise<readonly TicketAsk[]> {
  if (text.subject === '') return [];
  const asked = await readText(text.subject, reader);
  return asked.route.kind === 'out-of-scope' && asked.route.topic ? asksOf(asked, found.devices, maker) : [];
}

/** A ticket without a piece that asks: its subject, then both together, then its text. */
async function wholeAsks({ text, found, reader, maker }: OpenTicket): Promise<readonly TicketAsk[]> {
  for (const whole of [text.subject, `${text.subject}\n${text.own}`, text.own]) {
    const said = whole.slice(0, LONGEST_WHOLE);
    if (!/\p{L}/u.test(said)) continue;
    const asks = asksOf(await readText(said, reader), found.devices, maker);
    if (asks.length > 0) return asks;
  }
  return unaskedDevices({ found, maker }, 2);
}

/** Devices of which so many facts are told, where what is asked of them cannot be read. */
function unaskedDevices({ found, maker }: Pick<OpenTicket, 'found' | 'maker'>, least: number): readonly TicketAsk[] {
  const told = found.devices.some(({ facts }) => Object.keys(facts).length >= least);
  return told ? found.devices.map((device) => deviceAsk(device, [], UNASKED, maker)) : [];
}

/** More of a text than this says no more of what it asks as a whole, in characters. */
const LONGEST_WHOLE = 600;
/** How sure it is that somebody who describes a device and asks nothing wants to know whether it is covered. */
const UNASKED = 0.5;
