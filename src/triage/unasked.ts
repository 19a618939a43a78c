import type { Facts } from '../domain/facts.js';
import type { TicketAsk } from '../domain/ticket.js';
import { asksOf, deviceAsk } from './asks.js';
import type { OpenTicket } from './open-ticket.js';
import { readText } from './read-text.js';

/** A ticket that describes a device in full wants to know what holds for it, whatever else it asks. */
export function withDescribed(asks: readonly TicketAsk[], { found, maker }: OpenTicket): readonly TicketAsk[] {
  const told = ({ commissioned, plan }: Facts) => commissioned !== undefined || plan !== undefined;
  const described = found.devices.filter(({ facts }) => isDescribed(facts) && (asks.length === 0 || told(facts)));
  return [...asks, ...described.map((device) => deviceAsk(device, [], 1, maker))];
}

const isDescribed = (facts: Facts): boolean =>
  [facts.family, facts.nmc, facts.commissioned, facts.plan].filter((f) => f !== undefined).length >= 3;

/** What a wish for a person is about, where the subject surely names a topic that is not answered. */
export async function subjectAsks({ text, found, reader, maker }: OpenTicket): Promise<readonly TicketAsk[]> {
  if (text.subject === '') return [];
  const asked = await readText(text.subject, reader);
  return asked.route.kind === 'out-of-scope' && asked.route.topic ? asksOf(asked, found.devices, maker) : [];
}

/** What the subject surely asks, where the text asks nothing that can be read. */
export async function titleAsks({ text, found, reader, maker }: OpenTicket): Promise<readonly TicketAsk[]> {
  if (text.subject === '') return [];
  const asked = await readText(text.subject, reader);
  const isMatter = asked.route.kind === 'entitlement' || asked.route.kind === 'identify' || asked.route.kind === 'faq';
  return asked.settled && isMatter ? asksOf({ ...asked, form: 'question' }, found.devices, maker) : [];
}

/** A ticket without a piece that asks: its subject, then both together, then its text. */
export async function wholeAsks({ text, found, reader, maker }: OpenTicket): Promise<readonly TicketAsk[]> {
  for (const whole of [text.subject, `${text.subject}\n${text.own}`, text.own]) {
    const said = whole.slice(0, LONGEST_WHOLE);
    if (!/\p{L}/u.test(said)) continue;
    const asks = asksOf(await readText(said, reader), found.devices, maker);
    if (asks.length > 0) return asks;
  }
  return unaskedDevices({ found, maker }, 2);
}

/** Devices of which so many facts are told, where what is asked of them cannot be read. */
export function unaskedDevices(
  { found, maker }: Pick<OpenTicket, 'found' | 'maker'>,
  least: number,
): readonly TicketAsk[] {
  const told = found.devices.some(({ facts }) => Object.keys(facts).length >= least);
  return told ? found.devices.map((device) => deviceAsk(device, [], UNASKED, maker)) : [];
}

/** More of a text than this says no more of what it asks as a whole, in characters. */
const LONGEST_WHOLE = 600;
/** How sure it is that somebody who describes a device and asks nothing wants to know whether it is covered. */
const UNASKED = 0.5;
