import type { Answer, Notice, Question, Reply, ReplyKind } from '../domain/reply.js';
import { UNDETERMINED } from '../domain/verdict.js';
import { type Block, item, paragraph, plain } from './blocks.js';
import { explanationBlocks, whatToDoBlocks } from './explain-verdict.js';
import { deviceWords, listWords } from './fact-words.js';
import { onDaysBlocks } from './on-days.js';
import { questionWords } from './question-words.js';
import { separationSentence } from './separation-words.js';
import {
  contradictionBlocks,
  eachCardBlocks,
  stuckBlocks,
  undeterminedBlocks,
  verdictBlocks,
  verdictSentence,
} from './verdict-blocks.js';
import { WORDING } from './wording.js';

/** What wording needs beside the reply. */
export interface Frame {
  /** Whom to ask for a person: a name with a way to reach it, from the configuration. */
  readonly contact: string;
  /** What people say of answers is kept where somebody reads it; absent: it is not. */
  readonly keepsFeedback?: boolean;
}

type Of<K extends ReplyKind> = Extract<Reply, { kind: K }>;
type Draw = { readonly [K in ReplyKind]: (reply: Of<K>, frame: Frame) => readonly Block[] };

export function answerBlocks({ lead, sentences }: Answer): readonly Block[] {
  const [first, ...rest] = sentences;
  if (!first || lead === null) return [paragraph(...sentences)];
  // The word and the sentence that bears it out are one, so that it has a source too.
  return [paragraph({ ...first, text: `${WORDING.leads[lead]} ${first.text}` }, ...rest)];
}

const DRAW: Draw = {
  faq: (reply) => reply.answers.flatMap(answerBlocks),
  clarify: (reply) => [
    paragraph(WORDING.clarify),
    ...reply.options.map((o) => item(o.title)),
    paragraph(WORDING.clarifyEnd),
  ],
  entitlement: (reply) => entitlementBlocks(reply),
  identify: (reply) => identifyBlocks(reply),
  'one-phase': (reply) => [paragraph(...(reply.sentences.length > 0 ? reply.sentences : [plain(WORDING.onePhase)]))],
  'out-of-scope': (reply, { contact }) => {
    const { topic } = reply;
    const says = topic ? [topic.says, WORDING.ask(topic.ask)] : [WORDING.outOfScope[reply.reason]];
    const offers = reply.near.length > 0 ? [paragraph(WORDING.near), ...reply.near.map((n) => item(n.title))] : [];
    return [paragraph(...says), ...offers, paragraph(WORDING.askPerson(contact))];
  },
  human: (_reply, { contact }) => [paragraph(WORDING.human(contact))],
  smalltalk: (reply, frame) =>
    reply.which === 'complaint' ? [complaintBlock(frame)] : [paragraph(WORDING.smalltalk[reply.which])],
  cancel: (reply) => [paragraph(WORDING.cancel[reply.what])],
};

function complaintBlock({ contact, keepsFeedback = false }: Frame): Block {
  const { sorry, kept, now } = WORDING.complaint;
  return paragraph(sorry, ...(keepsFeedback ? [kept] : []), now(contact));
}

export function noticeWords(notice: Notice): string {
  switch (notice.kind) {
    case 'not-understood':
      return WORDING.notices['not-understood'][Math.min(notice.attempt, 3) - 1] ?? '';
    case 'choices':
      return WORDING.notices.choices(listWords(notice.says, 'or'));
    case 'supposed':
      return WORDING.notices.supposed;
    case 'card-conflict':
      return WORDING.notices[notice.bothSaid ? 'two-cards' : 'card-conflict'](notice.said, notice.shown);
    case 'commissioning-conflict':
      return WORDING.notices['commissioning-conflict'](notice.said, notice.other);
    case 'implausible-date':
      return WORDING.notices[notice.why](notice.said);
    default:
      return WORDING.notices[notice.kind](notice.said);
  }
}

function entitlementBlocks(reply: Of<'entitlement'>): readonly Block[] {
  const blocks: Block[] = reply.notices.map((n) => paragraph(noticeWords(n)));
  const { pending, verdict, facts } = reply;
  if (reply.why && pending) {
    const separates = verdict ? separationSentence(pending.fact, verdict) : null;
    blocks.push(paragraph(WORDING.why[pending.fact], ...(separates ? [separates] : [])));
  }
  if (reply.devices.length > 1) {
    for (const d of reply.devices) blocks.push(item(verdictSentence(d.facts, d.verdict)));
    return blocks;
  }
  const hindered = reply.notices.some((n) => n.kind !== 'unknown-name' && n.kind !== 'supposed');
  if (verdict === null || hindered || (reply.why && pending)) return blocks;
  if (reply.onDays) blocks.push(...onDaysBlocks(facts, reply.onDays, reply.why));
  else if (reply.why) blocks.push(...explanationBlocks(facts, verdict));
  else if (reply.changes) blocks.push(...whatToDoBlocks(verdict));
  else if (pending?.because.kind === 'contradiction') blocks.push(...contradictionBlocks(facts, verdict));
  else if (verdict.outcome !== UNDETERMINED) blocks.push(...verdictBlocks(facts, verdict));
  else blocks.push(...(pending ? undeterminedBlocks : stuckBlocks)(facts, verdict));
  blocks.push(...eachCardBlocks(reply.withEachCard ?? []));
  return blocks;
}

function identifyBlocks(reply: Of<'identify'>): readonly Block[] {
  const sentences = reply.answer?.sentences ?? [];
  const personnel = sentences.filter((s) => s.citations.some((c) => c.sentence === 2)).slice(0, 1);
  switch (reply.step) {
    case 'web-page':
      return [paragraph(...sentences.slice(0, 2)), paragraph(WORDING.identify.ask)];
    case 'other-evidence':
      return [paragraph(WORDING.identify.otherEvidence, ...personnel)];
    case 'service-personnel':
      return [paragraph(...personnel), ...eachCardBlocks(reply.withEachCard)];
    case 'known': {
      const { nmc } = reply.facts;
      const known = nmc === undefined ? '' : nmc === 'none' ? WORDING.identify.knownNone : WORDING.identify.known(nmc);
      return [paragraph(reply.because ?? '', known)];
    }
  }
}

/** The dialog's open question, with the device named again after something else came between. */
function pendingBlock(pending: Question, reply: Reply): Block {
  const { kind } = reply.parts.at(-1) ?? reply;
  const back = kind !== 'entitlement' && kind !== 'identify' ? WORDING.back(deviceWords(reply.facts)) : '';
  return paragraph(back, questionWords(pending, reply.facts));
}

/** What a reply says of itself, without the question that is still open. */
export function partBlocks(reply: Reply, frame: Frame): readonly Block[] {
  const blocks = (DRAW[reply.kind] as (r: Reply, f: Frame) => readonly Block[])(reply, frame);
  return blocks.filter((b) => b.sentences.length > 0);
}

/** Parts one after the other; what two of them end with in the same words (whom to ask) is said once, by the last. */
function partsBlocks(parts: readonly Reply[], frame: Frame): readonly Block[] {
  const each = parts.map((part) => partBlocks(part, frame));
  const words = (block: Block | undefined) => block?.sentences.map((s) => s.text).join(' ');
  return each.flatMap((blocks, i) => {
    const saidLater = each.slice(i + 1).some((later) => words(later.at(-1)) === words(blocks.at(-1)));
    return saidLater ? blocks.slice(0, -1) : blocks;
  });
}

/** Everything that a reply says, laid out for any channel: its parts in the order asked, then the open question. */
export function blocksOf(reply: Reply, frame: Frame): readonly Block[] {
  const own = reply.parts.length > 0 ? partsBlocks(reply.parts, frame) : partBlocks(reply, frame);
  const blocks = [
    ...own,
    ...(reply.leftOut ? [paragraph(WORDING.leftOut)] : []),
    ...(reply.pending ? [pendingBlock(reply.pending, reply)] : []),
  ];
  return blocks.filter((b) => b.sentences.length > 0);
}
