import type { TicketAsk, TicketDoubt, TicketRoute } from '../domain/ticket.js';
import { type Asked, SAID } from './ask-reader.js';
import { askedIn } from './asked.js';
import { asksOf, deviceAsk, together } from './asks.js';
import { borneOut } from './borne-out.js';
import { withoutRemarks } from './left-out.js';
import { isNobodys } from './nobodys.js';
import { NOTHING_ANSWERED, unrelated } from './not-answered.js';
import type { OpenTicket } from './open-ticket.js';
import { asksBesides, withReport } from './reported.js';
import { subjectAsks, titleAsks, unaskedDevices, wholeAsks, withDescribed } from './unasked.js';
import { declinesCheck, namesPerson } from './wishes.js';

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
  const meant = withoutRemarks(announcedOnce(borneOut(asked, (label) => isBacked(label, open))), open);
  const told = meant.filter((a) => !security || asksBesides(a, open));
  const asks = [...told.flatMap((a) => asksOf(a, found.devices, maker)), ...personAsks(meant, open)];
  if (security) return { asks: together(withReport(asks, open)), doubts };
  if (isOfOnePhase(open)) return { asks: together(ofOnePhase(told, open)), doubts };
  const settles = asks.some((a) => a.kind === 'entitlement') || declinesCheck(open.text.own);
  const full = [...(settles ? asks : withDescribed(asks, open))];
  if (isNobodys(full, open)) return { asks: [unrelated(open)], doubts: ['unsure'] };
  if (full.length === 0)
    full.push(...asked.filter((a) => a.route.kind !== 'human').flatMap((a) => asksOf(a, found.devices, maker)));
  if (full.length > 0) {
    const about = full.every((a) => a.kind === 'human') ? await subjectAsks(open) : [];
    // 'Is it covered?' above a text of which nothing can be made.
    const titled = told.every(isOfNothing) && full.every((a) => a.kind === 'out-of-scope') ? await titleAsks(open) : [];
    return { asks: together(titled.length > 0 ? titled : [...about, ...full]), doubts };
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

/** So sure a statement asks for the entry on top, and for no other that comes near. */
const SURELY = 0.95;

/** 'We would like to understand the procedure' before the question for it only says that it will come. */
const announcedOnce = (asked: readonly Asked[]): readonly Asked[] =>
  asked.filter((a, i) => {
    if (a.form === 'question' || a.route.kind !== 'faq') return true;
    const near = a.match.ranked.slice(0, a.match.confidence > SURELY ? 1 : 2).map((r) => r.label);
    return !asked
      .slice(i + 1)
      .some((b) => b.settled && b.form === 'question' && near.includes(b.match.ranked[0]?.label ?? ''));
  });

/** Nothing but single-phase devices is spoken of. */
const isOfOnePhase = ({ products, found, maker }: OpenTicket): boolean =>
  products.length > 0 &&
  products.every((p) => p.kind === 'ambiguous' || p.product.class === 'one-phase') &&
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

/** Whoever wants somebody to call asks for a person, whatever else the sentence is about. */
const personAsks = (asked: readonly Asked[], { reader, maker }: OpenTicket): readonly TicketAsk[] =>
  asked
    .filter(
      ({ words, route, settled }) => !(settled && route.kind === 'human') && reader.has('person', words.join(' ')),
    )
    .filter(({ words }) => !reader.has('visit', words.join(' ')))
    .map(({ words, match }) => ({
      kind: 'human',
      said: words.join(' '),
      spans: maker.spansOf(words),
      confidence: Math.max(match.confidence, SAID),
    }));

/** A question that nothing could be made of. */
const isUnread = (a: Asked, { found, maker }: OpenTicket): boolean =>
  !a.settled && a.text.trim().endsWith('?') && asksOf(a, found.devices, maker).length === 0;
