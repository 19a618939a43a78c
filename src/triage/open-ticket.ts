import { describesDevice } from '../assistant/route.js';
import type { AssistantParts } from '../assistant/turn.js';
import type { Ticket, TicketSpan } from '../domain/ticket.js';
import { dayOrderShown } from '../understanding/dates/find-dates.js';
import { dayOrderSaid } from '../understanding/dates/order-said.js';
import { foreignLanguage } from '../understanding/language.js';
import type { Understood } from '../understanding/understand.js';
import { signsByLikeness } from './alike.js';
import type { AskReader } from './ask-reader.js';
import type { AskMaker } from './asks.js';
import { devicesOf, type TicketDevice, type TicketDevices } from './devices.js';
import { locatorOf } from './locate.js';
import { pastedTables } from './pasted-table.js';
import { type FoundSign, signsIn } from './signs.js';
import { LONGEST_BODY, LONGEST_SUBJECT, plainBody, type TicketText, ticketText } from './ticket-text.js';

/** A ticket with all that is read out of it before anything is asked of the matcher. */
export interface OpenTicket {
  readonly text: TicketText;
  /** Not all of the body was read, or not all of its devices. */
  readonly isCut: boolean;
  /** Of the sender's own words; null: English, or too little to say. */
  readonly language: string | null;
  /** The products that subject and own words name. */
  readonly products: Understood['products'];
  readonly found: TicketDevices;
  readonly signs: readonly FoundSign[];
  /** A product, a card or a plan is named. */
  readonly namesSubject: boolean;
  readonly reader: AskReader;
  readonly maker: AskMaker;
}

export function openTicket(ticket: Ticket, parts: AssistantParts): OpenTicket {
  const { knowledge } = parts;
  const plain = plainBody(ticket.body);
  // Any date of the ticket shows how its sender writes them, in a table or in what is quoted, if no word says so.
  const order = dayOrderSaid(plain) ?? dayOrderShown(plain, { today: ticket.received });
  const early = readerOf(ticket, order, parts);
  const tables = pastedTables(plain, { knowledge, today: ticket.received, ...early });
  const text = ticketText(ticket.subject, tables.rest);
  const all = [text.subject, text.own].filter((t) => t !== '').join('\n');
  const language = foreignLanguage(text.own, parts.isEnglishWord);
  // Of the languages that are told from English, none puts the month first.
  const { read, dayFirst } = order === null && language !== null ? readerOf(ticket, true, parts) : early;
  const found = devicesOf(text, tables.devices, { knowledge, read, today: ticket.received, dayFirst });
  // Each by itself: what a subject tells of the device is put together with the rest where devices are told apart.
  const readings = [read(text.subject), read(text.own)];
  const products = readings.flatMap((r) => r.products);
  return {
    text,
    isCut: ticket.body.length > LONGEST_BODY || found.isCut,
    language,
    products,
    found,
    signs: [
      ...signsIn(all, knowledge.routing.signs),
      ...(language === null ? signsByLikeness([text.subject, text.own], knowledge.routing.signs, parts.likest) : []),
    ],
    namesSubject: products.length > 0 || readings.some(namesCardOrPlan),
    reader: {
      parts,
      read,
      describes:
        describesDevice({ devices: found.devices, text: all }) ||
        (found.devices.length > 1 && (found.devices.some(isMoreThanNamed) || readings.some(pointsAtProduct))) ||
        (found.fromQuoted && found.devices.some(isToldOf)),
      card: (found.devices.length === 1 && found.devices[0]?.facts.nmc) || null,
      ownsOne: OWNS.test(text.own),
      products: found.devices.flatMap(({ facts }) => facts.family ?? []),
      product: (found.devices.length === 1 && found.devices[0]?.facts.family) || null,
      has: (sign, said) =>
        signsIn(
          said,
          knowledge.routing.signs.filter((s) => s.name === sign),
        ).length > 0,
    },
    maker: { parts, received: ticket.received, spansOf: spansIn(ticket) },
  };
}

const namesCardOrPlan = ({ cards, plans, evidence }: Understood): boolean =>
  cards.length > 0 || plans.some((p) => p.plan.id !== 'other') || evidence !== null;

/** 'They own four of your rack ATS', 'our VS', 'the VL': particular ones, and none in general as in 'are row coolers in it?'. */
const PARTICULAR =
  /\b(?:own|owns|have|has|got|runs?|operates?|uses?|our|my|their|his|her|the|these|those|this|that|both)\s+(?:[\p{L}\d'’-]+\s+){0,4}$/iu;
const pointsAtProduct = ({ text, products }: Understood): boolean =>
  products.some((p) => PARTICULAR.test(text.slice(Math.max(0, p.start - 50), p.start)));

/** More is told of a device than its name. */
const isMoreThanNamed = ({ facts }: TicketDevice): boolean => Object.keys(facts).some((name) => name !== 'family');

/** 'We have a three-phase UPS', 'our PDU' */
const OWNS =
  /\b(?:we|i)(?:['’]ve(?: got)?| have| are having| run| own| got| use| operate)\b[^.?!]{0,60}\b(?:ups|pdu|usv)\b|\bthere(?:['’]s| is) (?:[\w-]+ ){0,4}(?:ups|pdu)\b|\b(?:our|my|this) (?:[\w-]+ ){0,3}(?:ups|pdu|usv)\b|\b(?:customer|client)s?\b[^.?!]{0,25}\b(?:has|have|runs|owns) [^.?!]{0,60}\b(?:ups|pdu|usv)\b/i;

/** The newest mail and those before it together tell of a device. */
const isToldOf = ({ facts }: TicketDevice): boolean =>
  facts.family !== undefined &&
  (facts.nmc !== undefined || facts.commissioned !== undefined || facts.plan !== undefined);

/** Reads texts as of the day of the ticket, dates in the way that its sender writes them; each text once. */
function readerOf(ticket: Ticket, order: boolean | null, parts: AssistantParts) {
  const dayFirst = order ?? undefined;
  const around = { today: ticket.received, ...(dayFirst === undefined ? {} : { dayFirst }) };
  const known = new Map<string, Understood>();
  const read = (said: string): Understood => {
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
