import { noticeOf } from '../assistant/dialog-turn.js';
import type { Day } from '../domain/day.js';
import { FACT_NAMES, type FactName, type Facts } from '../domain/facts.js';
import type { Notice } from '../domain/reply.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { sentencesOf } from '../understanding/clauses.js';
import { looseDate } from '../understanding/loose-dates.js';
import type { Understood } from '../understanding/understand.js';
import { namedUnits } from './named-units.js';
import type { ListedDevice } from './pasted-table.js';
import { saidOfAll } from './said-of-all.js';
import { corrects, tells } from './thread.js';
import type { TicketText } from './ticket-text.js';

/** A device that a ticket speaks of. */
export interface TicketDevice {
  readonly facts: Facts;
  readonly notices: readonly Notice[];
  /** What its name can mean, where that is several products. */
  readonly couldBe: readonly string[];
  /** The words of the ticket that its facts rest on, as they were read. */
  readonly words: readonly string[];
}

export interface TicketDevices {
  /** At least one, without facts where the ticket tells none; at most `MOST_DEVICES`. */
  readonly devices: readonly TicketDevice[];
  /** The ticket tells of more. */
  readonly isCut: boolean;
  /** Facts were taken from what is quoted. */
  readonly fromQuoted: boolean;
}

export interface DeviceReader {
  readonly knowledge: Knowledge;
  readonly read: (text: string) => Understood;
  readonly today: Day;
  readonly dayFirst: boolean | undefined;
}

/** At most so many devices of one ticket are decided. */
export const MOST_DEVICES = 50;

type AllDevices = Omit<TicketDevices, 'isCut'>;

/** The devices of a ticket, the first `MOST_DEVICES` of them. */
export function devicesOf(
  text: Pick<TicketText, 'answering' | 'subject' | 'quoted'>,
  listed: readonly ListedDevice[],
  reader: DeviceReader,
): TicketDevices {
  const { devices, fromQuoted } = allDevices(text, listed, reader);
  return { devices: devices.slice(0, MOST_DEVICES), isCut: devices.length > MOST_DEVICES, fromQuoted };
}

/**
 * All devices of a ticket: rows of a table, points of a list that name the same product more than once, else those named in the
 * text. A single device is completed by what the subject says, and by what earlier mails of the thread say of the same one.
 */
function allDevices(
  text: Pick<TicketText, 'answering' | 'subject' | 'quoted'>,
  listed: readonly ListedDevice[],
  reader: DeviceReader,
): AllDevices {
  if (listed.length > 0) {
    const ofAll = saidOfAll(text.answering, reader.read);
    const devices = listed.map(({ facts, row }) => ({
      facts: facts.plan === undefined ? { ...facts, ...ofAll } : facts,
      notices: [],
      couldBe: couldBe(facts, reader),
      words: [row],
    }));
    return { devices, fromQuoted: false };
  }
  const points = samePoints(text.answering, reader);
  if (points.length > 0) return { devices: points, fromQuoted: false };
  const units = unitDevices(text.answering, reader);
  if (units.length > 0) return { devices: units, fromQuoted: false };
  const own = reader.read(text.answering);
  const told = statedDevices(own, reader);
  const [only, second] = told;
  if (!only || second) return { devices: told, fromQuoted: false };
  const withSubject = completed(only, statedDevices(reader.read(text.subject), reader), subjectAdds(only), reader);
  const earlier = statedDevices(reader.read(statedIn(text.quoted)), reader).filter(
    (d) => Object.keys(d.facts).length > 0,
  );
  // Where the newest mail tells nothing of a device, it is about those of the mails before it.
  if (Object.keys(withSubject.facts).length === 0 && earlier.length > 1) return { devices: earlier, fromQuoted: true };
  const same = earlier.filter((e) => isSame(withSubject, e) || (earlier.length === 1 && corrects(text.answering)));
  // Whatever the newest mail says of a contract, the earlier ones say nothing of it any more.
  const ownPlan = own.plans.length > 0 || own.deniedPlans.length > 0 || ENDED.test(text.answering);
  const mayAdd = ownPlan ? OF_THE_DEVICE : FACT_NAMES;
  const withQuoted = completed(withSubject, same, mayAdd, reader);
  return { devices: [withQuoted], fromQuoted: withQuoted !== withSubject };
}

const ENDED = /\b(?:cancel\w*|terminat\w*|expired?|lapsed?|ended|ran out|run out|not renewed)\b/i;

/** An earlier mail without its questions and suppositions. */
const statedIn = (quoted: string): string =>
  sentencesOf(quoted)
    .map(({ start, end }) => quoted.slice(start, end))
    .filter(tells)
    .join('');

/** Whether two mails can speak of one device: neither names another product than the other. */
function isSame(a: TicketDevice, b: TicketDevice): boolean {
  const [one, other] = [a.facts.family, b.facts.family];
  if (one === undefined || other === undefined || one === other) return true;
  return a.couldBe.includes(other) || b.couldBe.includes(one);
}

/** What a subject says of a contract may be what is asked about: it counts only where nothing else is said. */
const subjectAdds = ({ facts }: TicketDevice): readonly FactName[] =>
  Object.keys(facts).length === 0 ? FACT_NAMES : OF_THE_DEVICE;

const POINT = /^\s*(?:[-•*·–]|\(?(?:\d{1,2}|[a-h])[.)])\s+/;
/** 'Hall 2: Galaxy VS, …' */
const LABELLED = /^\s*[\p{L}\p{N}][^:;,.?!\n]{0,30}:\s+(?=\P{Ll})/u;

/** Points of a list, or lines with a label in front, where a product is named twice, so that they are several devices of one name: each read by itself. */
function samePoints(own: string, reader: DeviceReader): readonly TicketDevice[] {
  const lines = own.split('\n');
  const points = lines.filter((line) => POINT.test(line));
  const read = (line: string, mark: RegExp) => statedDevices(reader.read(line.replace(mark, '')), reader);
  if (points.length >= 2) return ofOneName(withoutMentions(points.map((line) => read(line, POINT))));
  const labelled = lines.filter((line) => LABELLED.test(line)).map((line) => read(line, LABELLED));
  return ofOneName(labelled.filter(([device]) => device !== undefined && Object.keys(device.facts).length >= 2));
}

/** '3. On the VS the traps do not arrive': a point that only names what another tells of is no device more. */
const withoutMentions = (read: readonly (readonly TicketDevice[])[]): readonly (readonly TicketDevice[])[] =>
  read.filter(([device, more]) => {
    const only = device !== undefined && more === undefined && Object.keys(device.facts).join() === 'family';
    const told = ([other]: readonly TicketDevice[]) =>
      other?.facts.family === device?.facts.family && Object.keys(other?.facts ?? {}).length > 1;
    return !(only && read.some(told));
  });

function ofOneName(read: readonly (readonly TicketDevice[])[]): readonly TicketDevice[] {
  const single = read.filter(([device, more]) => device?.facts.family !== undefined && more === undefined).flat();
  const names = single.map((d) => d.facts.family);
  return single.length >= 2 && single.length === read.length && new Set(names).size < names.length ? single : [];
}

/** 'Two Galaxy RPP: the left one has an NMC4, the right one …': each with what is said of both. */
function unitDevices(own: string, reader: DeviceReader): readonly TicketDevice[] {
  const named = namedUnits(own, reader.read);
  if (named === null) return [];
  const [kind, more] = statedDevices(reader.read(named.rest), reader);
  if (kind?.facts.family === undefined || more !== undefined) return [];
  const dated = named.units.some(({ read }) => read.devices[0]?.facts.commissioned !== undefined);
  return named.units.map(({ said, read }): TicketDevice => {
    const facts = read.devices[0]?.facts ?? {};
    // 'Line A was commissioned in May 2024, line B in July 2026.'
    const loose = dated && facts.commissioned === undefined ? looseDate(read) : null;
    return {
      ...kind,
      facts: { ...kind.facts, ...facts, ...(loose === null ? {} : { commissioned: loose }) },
      words: [...kind.words, said],
    };
  });
}

function statedDevices(understood: Understood, reader: DeviceReader): readonly TicketDevice[] {
  const { devices, troubles } = understood;
  return devices.map(({ facts, mention }, i) => ({
    facts,
    // What is wrong somewhere is told once.
    notices: i === 0 ? troubles.map(noticeOf) : [],
    couldBe: couldBe(facts, reader),
    words: [...(mention ? [mention.said] : []), ...(i === 0 ? factWords(understood) : [])],
  }));
}

const factWords = ({ cards, dates, plans }: Understood): readonly string[] => [
  ...cards.map((c) => c.said),
  ...dates.filter((d) => d.role !== 'other' && d.role !== 'none').map((d) => d.said),
  ...plans.map((p) => p.said),
];

/** A device with the facts that it lacks, where another text speaks of one device and no more; the more exact name of the two. */
function completed(
  device: TicketDevice,
  [other, second]: readonly TicketDevice[],
  mayAdd: readonly FactName[],
  reader: DeviceReader,
): TicketDevice {
  if (!other || second) return device;
  const named = device.couldBe.includes(other.facts.family ?? '') ? { family: other.facts.family } : {};
  const planKnown = device.facts.plan !== undefined;
  const lacking = mayAdd.filter(
    (fact) =>
      other.facts[fact] !== undefined && device.facts[fact] === undefined && !(planKnown && OF_A_PLAN.includes(fact)),
  );
  if (lacking.length === 0 && named.family === undefined) return device;
  const facts: Facts = {
    ...Object.fromEntries(lacking.map((fact) => [fact, other.facts[fact]])),
    ...device.facts,
    ...(named.family === undefined ? {} : { family: named.family }),
  };
  return { ...device, facts, couldBe: couldBe(facts, reader), words: [...device.words, ...other.words] };
}

/** The days of a contract belong to the plan that they are told with. */
const OF_A_PLAN: readonly FactName[] = ['contractStart', 'contractEnd'];

/** Facts that stay the same whoever speaks of the device. */
const OF_THE_DEVICE: readonly FactName[] = ['family', 'nmc', 'commissioned'];

const couldBe = ({ family }: Facts, { knowledge }: DeviceReader): readonly string[] =>
  (family === undefined ? null : knowledge.catalogue.ambiguousName(family))?.options ?? [];
