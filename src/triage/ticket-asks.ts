import { asksForCover, isOnePhaseOnly } from '../assistant/route.js';
import type { Facts } from '../domain/facts.js';
import type { TicketAsk, TicketDoubt, TicketRoute, TicketSpan } from '../domain/ticket.js';
import { type Asked, askedIn, borneOut, readText } from './asked.js';
import { asksOf, deviceAsk, together } from './asks.js';
import type { OpenTicket } from './open-ticket.js';
import { signsIn } from './signs.js';

/** What a ticket asks for, and what a person should know of how that was found out. */
export interface TicketAsks {
  readonly asks: readonly TicketAsk[];
  readonly doubts: readonly TicketDoubt[];
}

/** What a ticket asks for; `before`: where its words alone would send it. At least one ask. */
export async function ticketAsks(open: OpenTicket, before: TicketRoute): Promise<TicketAsks> {
  const { found, language, understood, maker } = open;
  const security = before === 'security-team';
  // What advertises asks nothing of us.
  if (before === 'unrelated') return { asks: [unrelated(open)], doubts: [] };
  if (isOnePhaseOnly(understood) && !security)
    return { asks: found.devices.slice(0, 1).map((device) => deviceAsk(device, [], 1, maker)), doubts: [] };
  const { asked, isCut } =
    language === null ? await askedIn(open.text.own, open.reader) : { asked: [] as readonly Asked[], isCut: false };
  const told = borneOut(asked).filter((a) => !wantsVisit(a, open) && (!security || asksBesides(a)));
  const asks = told.flatMap((a) => asksOf(a, found.devices, maker));
  const doubts: readonly TicketDoubt[] = [
    ...(told.some((a) => isUnread(a, open)) ? (['unread-question'] as const) : []),
    ...(isCut || open.isCut ? (['cut'] as const) : []),
  ];
  if (security) return { asks: together(withReport(asks, open)), doubts };
  const full = asks.some((a) => a.kind === 'entitlement') ? asks : withDescribed(asks, open);
  if (isNobodys(full, open)) return { asks: [unrelated(open)], doubts: ['unsure'] };
  if (full.length > 0) {
    const about = full.every((a) => a.kind === 'human') ? await subjectAsks(open) : [];
    return { asks: together([...about, ...full]), doubts };
  }
  const whole = language === null ? await wholeAsks(open) : unaskedDevices(open, 1);
  return whole.length > 0
    ? { asks: together(whole), doubts }
    : { asks: [{ ...NOTHING_ANSWERED, near: true, spans: [], confidence: 0 }], doubts: [...doubts, 'no-question'] };
}

const NOTHING_ANSWERED = { kind: 'out-of-scope', topics: [], said: '' } as const;

const unrelated = ({ text, maker }: OpenTicket): TicketAsk => ({
  ...NOTHING_ANSWERED,
  near: false,
  spans: maker.spansOf([text.own.slice(0, 200)]),
  confidence: 1,
});

/** A wish for somebody to come is no wish for a person to speak to; routing sees it. */
const wantsVisit = (a: Asked, { maker }: OpenTicket): boolean =>
  a.route.kind === 'human' && signsIn(a.text, maker.parts.knowledge.routing.signs).some((s) => s.name === 'visit');

/** A question that nothing could be made of. */
const isUnread = (a: Asked, { found, maker }: OpenTicket): boolean =>
  !a.settled && a.text.trim().endsWith('?') && asksOf(a, found.devices, maker).length === 0;

/** What somebody who reports an incident asks beside it, surely and in so many words. */
const asksBesides = ({ settled, form, route, text }: Asked): boolean =>
  settled && form === 'question' && (route.kind !== 'entitlement' || asksForCover(text));

/** Nothing of our subject is named, and nothing is asked that this helpdesk surely is asked; in what advertises, hardly anything is. */
function isNobodys(asks: readonly TicketAsk[], { text, language, namesSubject, signs }: OpenTicket): boolean {
  const has = (name: string) => signs.some((s) => s.name === name);
  if (language !== null || namesSubject || has('subject')) return false;
  // 'Please see the attachment' may be about anything.
  if (!has('spam') && text.own.split(/\s+/).length < TELLING) return false;
  const least = has('spam') ? OURS_AMONG_SPAM : OURS;
  return asks.every((a) => (a.kind === 'out-of-scope' && a.topics.length === 0) || a.confidence < least);
}

/** So many words without one of our subject are about something else. */
const TELLING = 30;
const OURS = 0.6;
const OURS_AMONG_SPAM = 0.95;

/** In what is reported to the security team, a wish for a person and what the FAQ does not answer are the report. */
function withReport(asks: readonly TicketAsk[], { signs, maker }: OpenTicket): readonly TicketAsk[] {
  const others = asks.filter((a) => a.kind !== 'human' && a.kind !== 'out-of-scope' && a.kind !== 'identify');
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
