import { asksForCover, describesDevice, isOnePhaseOnly } from '../assistant/route.js';
import type { AssistantParts } from '../assistant/turn.js';
import type { Facts } from '../domain/facts.js';
import { FACT_NAMES, type FactName } from '../domain/facts.js';
import type { Ticket, TicketAsk, TicketDoubt, TicketSpan, Triage } from '../domain/ticket.js';
import { dayOrderShown } from '../understanding/dates/find-dates.js';
import { foreignLanguage } from '../understanding/language.js';
import type { Understood } from '../understanding/understand.js';
import { type Asked, askedIn, borneOut, readText } from './asked.js';
import { type AskMaker, asksOf, deviceAsk, together } from './asks.js';
import { devicesOf, type TicketDevices } from './devices.js';
import { locatorOf } from './locate.js';
import { reasonsFor } from './routing.js';
import { signsIn } from './signs.js';
import { LONGEST_BODY, LONGEST_SUBJECT, type TicketText, ticketText } from './ticket-text.js';

/** Below this a person looks at the ticket first. */
const SURE = 0.7;

/**
 * The whole of triage on one page: read the ticket, find its devices and what is asked, decide each device as of the day it came
 * in, and send it by the rules of routing to whom it belongs. Pure but for the encoder; never throws, whatever the text.
 */
export async function triage(ticket: Ticket, parts: AssistantParts): Promise<Triage> {
  const { knowledge } = parts;
  const text = ticketText(ticket);
  const all = [text.subject, text.own].filter((t) => t !== '').join('\n');
  const language = foreignLanguage(text.own, parts.isEnglishWord);
  const read = readerOf(ticket, text, language, parts);
  const understood = read.read(all);
  const spansOf = spansIn(ticket);
  const found = devicesOf(text, { knowledge, ...read, today: ticket.received });
  const maker: AskMaker = { parts, received: ticket.received, spansOf };
  const signs = signsIn(all, knowledge.routing.signs);
  const names =
    understood.products.length + understood.cards.length + understood.plans.length > 0 || understood.evidence !== null;
  const routed = (asks: readonly TicketAsk[]) =>
    reasonsFor({ asks, signs, namesSubject: names, spanOf: (said) => spansOf([said])[0] ?? null }, knowledge.routing);
  const finish = (asks: readonly TicketAsk[], doubts: readonly TicketDoubt[]): Triage => {
    const reasons = routed(asks);
    const [first] = reasons;
    const others = new Set(reasons.slice(0, -1).map((r) => r.route));
    const confidence = Math.min(...asks.map((a) => a.confidence));
    const all: readonly TicketDoubt[] = [
      ...doubts,
      ...(confidence < SURE ? (['unsure'] as const) : []),
      ...(others.size > 1 && first?.route !== 'security-team' ? (['several-routes'] as const) : []),
      ...(asks.some((a) => a.kind === 'entitlement' && a.notices.length > 0) ? (['contradiction'] as const) : []),
      ...(found.fromQuoted ? (['from-quoted'] as const) : []),
      ...(language === null ? [] : (['language'] as const)),
    ];
    return {
      asks,
      route: first?.route ?? 'human-agent',
      reasons,
      missing: missingOf(asks),
      confidence,
      doubts: [...new Set(all)],
      knowledgeVersion: knowledge.version,
    };
  };
  const before = routed([]);
  // What advertises asks nothing of us.
  if (before[0]?.route === 'unrelated') return finish([unrelated(spansOf([text.own.slice(0, 200)]))], []);
  if (isOnePhaseOnly(understood) && before[0]?.route !== 'security-team')
    return finish(
      found.devices.slice(0, 1).map((d) => deviceAsk(d, [], 1, maker)),
      [],
    );
  const describes = describesDevice(understood) || found.devices.length > 1;
  const reader = { parts, read: read.read, describes };
  const { asked, isCut } = language === null ? await askedIn(found.rest, reader) : { asked: [], isCut: false };
  const security = before[0]?.route === 'security-team';
  const visit = (a: Asked) =>
    a.route.kind === 'human' && signsIn(a.text, knowledge.routing.signs).some((s) => s.name === 'visit');
  const told = borneOut(asked).filter((a) => !visit(a) && (!security || asksBesides(a)));
  const plain = told.flatMap((a) => asksOf(a, found.devices, maker));
  const own = withSecurity(plain, security, spansOf(signs.filter((s) => s.name !== 'visit').map((s) => s.said)));
  const full = security || own.some((a) => a.kind === 'entitlement') ? own : withDescribed(own, found, maker);
  const unread = told.some(
    (a) => !a.settled && a.text.trim().endsWith('?') && asksOf(a, found.devices, maker).length === 0,
  );
  const doubts: TicketDoubt[] = [
    ...(unread ? (['unread-question'] as const) : []),
    ...(isCut || text.isCut ? (['cut'] as const) : []),
  ];
  const advertises = signs.some((s) => s.name === 'spam');
  if (
    language === null &&
    !names &&
    !signs.some((s) => s.name === 'subject') &&
    full.every((a) => !isOurs(a, advertises))
  )
    return finish([unrelated(spansOf([text.own.slice(0, 200)]))], ['unsure']);
  if (full.length > 0) {
    const about = full.every((a) => a.kind === 'human') ? await subjectAsks(text, found, reader, maker) : [];
    return finish(together([...about, ...full]), doubts);
  }
  const whole = language === null ? await wholeAsks(text, found, reader, maker) : [];
  return whole.length > 0
    ? finish(together(whole), doubts)
    : finish(
        [{ kind: 'out-of-scope', near: true, topics: [], said: '', spans: [], confidence: 0 }],
        [...doubts, 'no-question'],
      );
}

/** What somebody who reports an incident asks beside it, surely and in so many words. */
const asksBesides = ({ settled, form, route, text }: Asked): boolean =>
  settled && form === 'question' && (route.kind !== 'entitlement' || asksForCover(text));

/** Surely something that this helpdesk is asked; in what advertises, hardly anything is. */
const isOurs = (ask: TicketAsk, advertises: boolean): boolean =>
  (ask.kind !== 'out-of-scope' || ask.topics.length > 0) && ask.confidence >= (advertises ? 0.95 : 0.6);

const unrelated = (spans: readonly TicketSpan[]): TicketAsk => ({
  kind: 'out-of-scope',
  near: false,
  topics: [],
  said: '',
  spans,
  confidence: 1,
});

/** In what is reported to the security team, a wish for a person and what the FAQ does not answer are the report. */
function withSecurity(
  asks: readonly TicketAsk[],
  security: boolean,
  spans: readonly TicketSpan[],
): readonly TicketAsk[] {
  if (!security) return asks;
  const others = asks.filter((a) => a.kind !== 'human' && a.kind !== 'out-of-scope' && a.kind !== 'identify');
  const topics = asks.flatMap((a) => (a.kind === 'out-of-scope' ? a.topics : []));
  return [{ kind: 'out-of-scope', near: true, topics, said: '', spans, confidence: 1 }, ...others];
}

/** A ticket that describes a device in full wants to know what holds for it, whatever else it asks. */
function withDescribed(asks: readonly TicketAsk[], { devices }: TicketDevices, maker: AskMaker): readonly TicketAsk[] {
  const described = devices.filter(
    ({ facts }) =>
      isDescribed(facts) && (asks.length === 0 || facts.commissioned !== undefined || facts.plan !== undefined),
  );
  return [...asks, ...described.map((device) => deviceAsk(device, [], 1, maker))];
}

const isDescribed = (facts: Facts): boolean =>
  [facts.family, facts.nmc, facts.commissioned, facts.plan].filter((f) => f !== undefined).length >= 3;

/** What a wish for a person is about, where the subject surely names a topic that is not answered. */
async function subjectAsks(
  { subject }: TicketText,
  { devices }: TicketDevices,
  reader: Parameters<typeof readText>[1],
  maker: AskMaker,
): Promise<readonly TicketAsk[]> {
  if (subject === '') return [];
  const asked = await readText(subject, reader);
  return asked.route.kind === 'out-of-scope' && asked.route.topic ? asksOf(asked, devices, maker) : [];
}

/** A ticket without a piece that asks, read as a whole, and by its subject. */
async function wholeAsks(
  text: TicketText,
  { devices }: TicketDevices,
  reader: Parameters<typeof readText>[1],
  maker: AskMaker,
): Promise<readonly TicketAsk[]> {
  for (const said of [text.subject, `${text.subject}\n${text.own}`, text.own]) {
    if (!/\p{L}/u.test(said)) continue;
    const asked = await readText(said.slice(0, LONGEST_WHOLE), reader);
    const asks = asksOf({ ...asked, words: [said.slice(0, LONGEST_WHOLE)] }, devices, maker);
    if (asks.length > 0) return asks;
  }
  return devices.some(({ facts }) => Object.keys(facts).length > 1)
    ? devices.map((d) => deviceAsk(d, [], 0.5, maker))
    : [];
}

/** More of a text than this says no more of what it asks as a whole, in characters. */
const LONGEST_WHOLE = 600;

/** Reads texts as of the day of the ticket, dates in the way that its sender writes them. */
function readerOf(ticket: Ticket, text: TicketText, language: string | null, parts: AssistantParts) {
  const order = dayOrderShown(`${text.own}\n${text.quoted}`, { today: ticket.received }) ?? undefined;
  const dayFirst = order ?? (language === null ? undefined : true);
  const known = new Map<string, Understood>();
  const read = (said: string): Understood => {
    const around = { today: ticket.received, ...(dayFirst === undefined ? {} : { dayFirst }) };
    const understood = known.get(said) ?? parts.understand(said, around);
    known.set(said, understood);
    return understood;
  };
  return { read, dayFirst };
}

/** Where words stand in a ticket: in the body, else in the subject. */
function spansIn(ticket: Ticket): (words: readonly string[]) => readonly TicketSpan[] {
  const body = locatorOf('body', ticket.body.slice(0, LONGEST_BODY));
  const subject = locatorOf('subject', ticket.subject.slice(0, LONGEST_SUBJECT));
  return (words) => {
    const spans = words.map((said) => body.find(said) ?? subject.find(said)).filter((s) => s !== null);
    return spans.filter(
      (s, i) => spans.findIndex((o) => o.field === s.field && o.start === s.start && o.end === s.end) === i,
    );
  };
}

function missingOf(asks: readonly TicketAsk[]): readonly FactName[] {
  const all = new Set(asks.flatMap((a) => (a.kind === 'entitlement' ? a.verdict.missing : [])));
  return FACT_NAMES.filter((fact) => all.has(fact) && !(fact === 'contractStart' && all.has('plan')));
}
