import type { CitedSentence } from '../domain/citation.js';
import type { TicketAsk, Triage } from '../domain/ticket.js';
import { UNDETERMINED } from '../domain/verdict.js';
import { type Block, item, paragraph, plain } from './blocks.js';
import { deviceWords, factsWords, listWords } from './fact-words.js';
import { answerBlocks, type Frame } from './reply-blocks.js';
import { headOf, inOrderAsked, takesYesOrNo } from './ticket-heading.js';
import { isOpenPlan, neededBlocks } from './ticket-needs.js';
import { saidOnce } from './ticket-said-once.js';
import { gapSentences, verdictBlocks, verdictSentence } from './verdict-blocks.js';
import { WORDING } from './wording.js';

type Of<K extends TicketAsk['kind']> = Extract<TicketAsk, { kind: K }>;
type Draw = { readonly [K in TicketAsk['kind']]: (ask: Of<K>, frame: Frame) => readonly Block[] };

const { ticket: SAYS } = WORDING;

/** More devices than this get a sentence each. */
const MOST_IN_FULL = 3;

const DRAW: Draw = {
  faq: ({ answer }) => answerBlocks(answer),
  entitlement: (ask) => deviceBlocks(ask),
  identify: ({ answer }) => (answer ? [paragraph(...answer.sentences)] : []),
  'one-phase': ({ sentences }) => [paragraph(...sentences)],
  'out-of-scope': ({ topics }) => (topics.length === 0 ? [paragraph(SAYS.notAnswered)] : topicBlocks(topics)),
  human: (_ask, { contact }) => [paragraph(SAYS.person(contact))],
  smalltalk: () => [paragraph(SAYS.nothingAsked)],
};

const deviceBlocks = (ask: Of<'entitlement'>): readonly Block[] =>
  isOpen(ask) ? openBlocks(ask) : verdictBlocks(ask.facts, ask.verdict);

const isOpen = ({ verdict }: Of<'entitlement'>): boolean => verdict.outcome === UNDETERMINED;

function openBlocks(ask: Of<'entitlement'>): readonly Block[] {
  const { facts, verdict } = ask;
  const known = factsWords(facts, verdict.planName, verdict.asOf);
  const already =
    verdict.covered === 'no' ? WORDING.notCoveredAnyway : verdict.covered === 'yes' ? WORDING.coveredAnyway : '';
  return [
    paragraph(
      known === '' ? '' : SAYS.known(known),
      already === '' ? SAYS.open(deviceWords(facts)) : already,
      ...verdict.contradictions.map((c) => plain(c.text)),
      // Where it is asked what contract that is, it is said there how to find out.
      ...(isOpenPlan(ask) ? [] : verdict.notes),
    ),
  ];
}

/** What the FAQ does not answer, with whom each belongs: topics of one place together. */
function topicBlocks(topics: Of<'out-of-scope'>['topics']): readonly Block[] {
  const places = [...new Set(topics.map((topic) => topic.ask))];
  return places.map((place) => {
    const those = topics.filter((topic) => topic.ask === place);
    return paragraph(...those.map((topic) => topic.says), SAYS.passedTo(place, those.length > 1));
  });
}

/**
 * A draft of the reply: what is asked in its order, the facts that are missing asked for at once, whom it goes to next. Empty for what
 * nobody answers.
 */
export function draftBlocks({ asks, route, reasons }: Triage, frame: Frame): readonly Block[] {
  if (route === 'unrelated') return [];
  if (route === 'security-team') return securityBlocks(asks, frame);
  const wantsPerson = asks.some((ask) => ask.kind === 'human');
  // A person who takes over takes the wish for one along.
  const drawn = route === 'human-agent' ? asks.filter((ask) => ask.kind !== 'human') : asks;
  const groups = inOrderAsked(groupsOf(saidOnce(drawn)));
  const told = headedBlocks(groups, groups.length > 1, frame);
  const next = route === 'human-agent' && wantsPerson ? SAYS.nextPerson(frame.contact) : SAYS.next[route];
  // Whom to turn to is said once, unless it answers a wish that nothing else does.
  const asked = asks.flatMap((ask) => ask.spans);
  const wished = (reasons[0]?.spans ?? []).some((s) => !asked.some((a) => a.start <= s.start && s.end <= a.end));
  const saysSo =
    !wished && route === 'service-partner' && told.some((b) => b.sentences.some((s) => PARTNER.test(s.text)));
  return [
    paragraph(SAYS.greeting),
    paragraph(SAYS.thanks),
    ...told.filter((block) => block.sentences.length > 0),
    ...neededBlocks(asks, groups.length > 1),
    ...(next === '' || saysSo ? [] : [paragraph(next)]),
    paragraph(SAYS.closing),
  ];
}

/** What is reported is passed on before anything else is said; then what is asked beside it. */
function securityBlocks(asks: readonly TicketAsk[], frame: Frame): readonly Block[] {
  const besides = asks.flatMap((ask): readonly TicketAsk[] => {
    if (ask.kind !== 'out-of-scope') return [ask];
    // That the FAQ is silent on what is reported helps nobody: what it does say of it stays.
    const topics = ask.topics.filter(({ says }) => says.citations.length > 0);
    return topics.length > 0 ? [{ ...ask, topics }] : [];
  });
  const told = groupsOf(saidOnce(besides)).flatMap((group) => {
    const [first] = group;
    if (first?.kind === 'human') return [paragraph(SAYS.callPassedOn)];
    if (first?.kind === 'out-of-scope') return first.topics.map(({ says }) => paragraph(says));
    return headedBlocks([group], true, frame);
  });
  return [
    paragraph(SAYS.greeting),
    paragraph(SAYS.toldUs),
    paragraph(SAYS.next['security-team']),
    ...told.filter((block) => block.sentences.length > 0),
    ...neededBlocks(asks, true),
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

/** Each group under what it answers, where there are several; what two in a row answer is repeated once. */
function headedBlocks(groups: readonly (readonly TicketAsk[])[], headed: boolean, frame: Frame): readonly Block[] {
  const heads = groups.map((group) => (headed ? headOf(group) : ''));
  return groups.flatMap((group, i) => {
    const head = heads[i] ?? '';
    const drawn = head === '' || takesYesOrNo(group) ? group : group.map(withoutLead);
    const blocks = groupBlocks(drawn, frame);
    return head === '' || head === heads[i - 1] ? blocks : [paragraph(head), ...blocks];
  });
}

function groupBlocks(group: readonly TicketAsk[], frame: Frame): readonly Block[] {
  const devices = group.filter((ask) => ask.kind === 'entitlement');
  if (devices.length > 1) return devicesBlocks(devices);
  return group.flatMap((ask) => (DRAW[ask.kind] as (a: TicketAsk, f: Frame) => readonly Block[])(ask, frame));
}

const withoutLead = (ask: TicketAsk): TicketAsk =>
  ask.kind === 'faq' ? { ...ask, answer: { ...ask.answer, lead: null } } : ask;

/** Several devices: what can be done is said once where it is the same for each, and of many in any case. */
function devicesBlocks(devices: readonly Of<'entitlement'>[]): readonly Block[] {
  if (devices.length > MOST_IN_FULL) return listBlocks(devices);
  const common = actionItems(devices);
  const isShared = common.length > 0 && devices.every((d) => !isOpen(d) && d.verdict.actions.length === common.length);
  if (!isShared) return devices.flatMap(deviceBlocks);
  const reasons = devices[0]?.verdict.reasons ?? [];
  const isCommon = ({ text }: CitedSentence) => devices.every((d) => d.verdict.reasons.some((r) => r.text === text));
  const own = devices.flatMap(({ facts, verdict }) =>
    verdictBlocks(facts, { ...verdict, actions: [], reasons: verdict.reasons.filter((r) => !isCommon(r)) }),
  );
  return [...own, paragraph(SAYS.forEach, ...reasons.filter(isCommon)), ...common];
}

/** Many devices: a line each, then what is assumed of any, and what can be done for which. */
function listBlocks(devices: readonly Of<'entitlement'>[]): readonly Block[] {
  const assumptions = devices.flatMap(({ verdict }) => (verdict.outcome === UNDETERMINED ? [] : verdict.assumptions));
  const assumed = [...new Map(assumptions.map((assumption) => [assumption.text, assumption])).values()];
  const actions = actionItems(devices);
  return [
    paragraph(SAYS.devices),
    ...devices.map(
      (device): Block => ({
        kind: 'item',
        sentences: [
          named(device),
          ...device.verdict.contradictions.map((c) => plain(c.text)),
          ...gapSentences(device.verdict),
        ],
      }),
    ),
    ...(assumed.length > 0 ? [paragraph(WORDING.assumption, ...assumed)] : []),
    ...(actions.length > 0 ? [paragraph(SAYS.actions), ...actions] : []),
  ];
}

const PARTNER = /\bservice partner\b/i;

/** A verdict in one sentence; where that does not name the device, its name stands in front. */
function named({ facts, verdict }: Of<'entitlement'>): CitedSentence {
  const sentence = verdictSentence(facts, verdict);
  const isNamed = facts.family === undefined || sentence.text.toLowerCase().includes(facts.family.toLowerCase());
  return isNamed ? sentence : { ...sentence, text: `${facts.family} – ${lowered(sentence.text)}` };
}

/** 'Not covered' behind the name. */
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What can be done for any of the devices, each once, with the names of those that it is for where others stand beside them. */
function actionItems(devices: readonly Of<'entitlement'>[]): readonly Block[] {
  const actions = new Map(devices.flatMap((d) => d.verdict.actions.map((action) => [action.text, action] as const)));
  return [...actions.values()].map((action) => {
    const those = devices.filter((d) => d.verdict.actions.some(({ text }) => text === action.text));
    const names = [...new Set(those.map(({ facts }) => deviceWords(facts)))];
    const text = those.length === devices.length ? action.text : SAYS.forDevices(listWords(names, 'and'), action.text);
    return item({ ...action, text });
  });
}
