import type { CitedSentence } from '../domain/citation.js';
import type { Facts } from '../domain/facts.js';
import { exactDay, type PartialDate } from '../domain/partial-date.js';
import type { Notice } from '../domain/reply.js';
import type { TicketAsk, Triage } from '../domain/ticket.js';
import { UNDETERMINED } from '../domain/verdict.js';
import { type Block, item, paragraph, plain } from './blocks.js';
import { dateWords } from './date-words.js';
import { capital, deviceWords, factsWords, listWords } from './fact-words.js';
import { answerBlocks, type Frame, noticeWords } from './reply-blocks.js';
import { verdictBlocks, verdictSentence } from './verdict-blocks.js';
import { WORDING } from './wording.js';

type Of<K extends TicketAsk['kind']> = Extract<TicketAsk, { kind: K }>;
type Draw = { readonly [K in TicketAsk['kind']]: (ask: Of<K>, frame: Frame) => readonly Block[] };

const { ticket: SAYS } = WORDING;

/** More devices than this get a sentence each. */
const MOST_IN_FULL = 3;
/** A longer question is not repeated in full, in characters. */
const LONGEST_QUESTION = 140;

const DRAW: Draw = {
  faq: ({ answer }) => answerBlocks(answer),
  entitlement: ({ facts, verdict }) =>
    verdict.outcome === UNDETERMINED ? openBlocks(facts, verdict) : verdictBlocks(facts, verdict),
  identify: ({ answer }) => (answer ? [paragraph(...answer.sentences)] : []),
  'one-phase': ({ sentences }) => [paragraph(...sentences)],
  'out-of-scope': ({ topics }) =>
    topics.length === 0
      ? [paragraph(SAYS.notAnswered)]
      : topics.map((topic) => paragraph(topic.says, SAYS.passedTo(topic.ask))),
  human: (_ask, { contact }) => [paragraph(SAYS.person(contact))],
  smalltalk: () => [paragraph(SAYS.nothingAsked)],
};

function openBlocks(facts: Facts, verdict: Of<'entitlement'>['verdict']): readonly Block[] {
  const known = factsWords(facts, verdict.planName, verdict.asOf);
  const already =
    verdict.covered === 'no' ? WORDING.notCoveredAnyway : verdict.covered === 'yes' ? WORDING.coveredAnyway : '';
  return [
    paragraph(
      known === '' ? '' : SAYS.known(known),
      already === '' ? SAYS.open(deviceWords(facts)) : already,
      ...verdict.contradictions.map((c) => plain(c.text)),
      ...verdict.notes,
    ),
  ];
}

/**
 * A draft of the reply: what is asked in its order, the facts that are missing asked for at once, whom it goes to next. Empty for what
 * nobody answers.
 */
export function draftBlocks({ asks, route, missing, reasons }: Triage, frame: Frame): readonly Block[] {
  if (route === 'unrelated') return [];
  const next = SAYS.next[route];
  const first = route === 'security-team' ? [paragraph(next)] : [];
  // What is reported needs no word that the FAQ is silent on it.
  const drawn = first.length > 0 ? asks.filter((a) => a.kind !== 'out-of-scope' || a.topics.length > 0) : asks;
  const told = groupsOf(drawn).flatMap((group, _i, groups) =>
    first.length > 0 && group[0]?.kind === 'human'
      ? [paragraph(SAYS.callPassedOn)]
      : groupBlocks(group, groups.length > 1, frame),
  );
  // Whom to turn to is said once, unless it answers a wish that nothing else does.
  const asked = asks.flatMap((ask) => ask.spans);
  const wished = (reasons[0]?.spans ?? []).some((s) => !asked.some((a) => a.start <= s.start && s.end <= a.end));
  const saysSo =
    !wished && route === 'service-partner' && told.some((b) => b.sentences.some((s) => PARTNER.test(s.text)));
  const last = first.length > 0 || next === '' || saysSo ? [] : [paragraph(next)];
  return [
    paragraph(SAYS.greeting),
    paragraph(SAYS.thanks),
    ...first,
    ...told.filter((block) => block.sentences.length > 0),
    ...noticeBlocks(asks),
    ...(missing.length > 0 ? neededBlocks(asks) : []),
    ...last,
    paragraph(SAYS.closing),
  ];
}

/** Asks under one heading: devices that one question is about stand together. */
function groupsOf(asks: readonly TicketAsk[]): readonly (readonly TicketAsk[])[] {
  const groups: TicketAsk[][] = [];
  for (const ask of asks) {
    const last = groups.at(-1);
    if (last?.[0]?.kind === 'entitlement' && ask.kind === 'entitlement') last.push(ask);
    else groups.push([ask]);
  }
  return groups;
}

function groupBlocks(group: readonly TicketAsk[], headed: boolean, frame: Frame): readonly Block[] {
  const [first] = group;
  if (!first) return [];
  const head = headed ? headOf(first) : '';
  const devices = group.filter((ask) => ask.kind === 'entitlement');
  const blocks =
    devices.length > MOST_IN_FULL
      ? [
          paragraph(SAYS.devices),
          ...devices.map((d) => item(...named(d))),
          paragraph(SAYS.actions),
          ...commonActions(devices),
        ]
      : group.flatMap((ask) => (DRAW[ask.kind] as (a: TicketAsk, f: Frame) => readonly Block[])(ask, frame));
  return head === '' ? blocks : [paragraph(head), ...blocks];
}

function headOf(ask: TicketAsk): string {
  const said = ask.said.replace(/\s+/g, ' ').replace(/[\s;,:.]+$/, '');
  if (said === '') return ask.kind === 'entitlement' ? SAYS.onDevice(deviceWords(ask.facts)) : '';
  const short = said.length <= LONGEST_QUESTION ? said : `${said.slice(0, LONGEST_QUESTION).replace(/\s+\S*$/, '')} …`;
  return SAYS.on(capital(short));
}

const PARTNER = /\bservice partner\b/i;

/** A verdict in one sentence; where that does not name the device, its name stands in front. */
function named({ facts, verdict }: Of<'entitlement'>): readonly [CitedSentence] {
  const sentence = verdictSentence(facts, verdict);
  const isNamed = facts.family === undefined || sentence.text.includes(facts.family);
  return [isNamed ? sentence : { ...sentence, text: `${facts.family} – ${lowered(sentence.text)}` }];
}

/** 'Not covered' behind the name. */
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What can be done for any of the devices, each once. */
function commonActions(devices: readonly Of<'entitlement'>[]): readonly Block[] {
  const actions = devices.flatMap((d) => d.verdict.actions);
  return [...new Map(actions.map((action) => [action.text, action])).values()].map(item);
}

/** What was said and cannot be taken as it was said. */
function noticeBlocks(asks: readonly TicketAsk[]): readonly Block[] {
  const notices = asks.flatMap((ask) => (ask.kind === 'entitlement' ? ask.notices : []));
  return [...new Set(notices.map(draftNotice))].map((text) => paragraph(text));
}

const draftNotice = (notice: Notice): string =>
  notice.kind === 'unknown-name' ? SAYS['unknown-name'](notice.said) : noticeWords(notice);

/** Each fact that a verdict misses, with how to find it, the same of several devices in one; a single fact takes no list. */
function neededBlocks(asks: readonly TicketAsk[]): readonly Block[] {
  const open = asks.filter((ask) => ask.kind === 'entitlement' && ask.verdict.missing.length > 0);
  const needs = open.flatMap((ask) =>
    ask.kind !== 'entitlement'
      ? []
      : ask.verdict.missing
          .filter((fact) => !(fact === 'contractStart' && ask.verdict.missing.includes('plan')))
          .map((fact) => ({
            device: deviceWords(ask.facts),
            what: neededWords(fact, ask),
            how: fact === 'contractStart' ? SAYS.contractStart : WORDING.howToFind[fact],
          })),
  );
  const byNeed = new Map<string, { readonly how: string; readonly devices: string[] }>();
  for (const { device, what, how } of needs) {
    const same = byNeed.get(what) ?? { how, devices: [] };
    same.devices.push(device);
    byNeed.set(what, same);
  }
  const [only, another] = byNeed;
  if (only && !another && open.length === 1) return [paragraph(SAYS.neededOne(only[0], only[1].how))];
  const items = [...byNeed].map(([what, { how, devices }]) =>
    item(open.length > 1 ? SAYS.needOf(listWords([...new Set(devices)], 'and'), what, how) : SAYS.need(what, how)),
  );
  return [paragraph(SAYS.needed), ...items];
}

function neededWords(
  fact: Of<'entitlement'>['verdict']['missing'][number],
  { facts, couldBe }: Of<'entitlement'>,
): string {
  if (fact === 'family' && couldBe.length > 0) return SAYS.whichOf(facts.family ?? '', listWords(couldBe, 'or'));
  if (fact === 'commissioned' && facts.commissioned !== undefined && facts.commissioned !== 'not-yet') {
    const date: PartialDate = facts.commissioned;
    if (exactDay(date) !== null) return SAYS.facts[fact];
    return date.includes('|') ? SAYS.whichDay(dateWords(date)) : SAYS.exactDay(dateWords(date));
  }
  return SAYS.facts[fact];
}
