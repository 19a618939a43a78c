import type { HandOffNote } from '../domain/hand-off.js';
import type { ReminderNote } from '../domain/reminder.js';
import type { Answer, Notice, Question, Reply, ReplyKind } from '../domain/reply.js';
import { UNDETERMINED } from '../domain/verdict.js';
import { type Block, item, paragraph, plain } from './blocks.js';
import { explanationBlocks, whatToDoBlocks } from './explain-verdict.js';
import { deviceWords, listWords } from './fact-words.js';
import { handOffWords } from './hand-off-words.js';
import { inTurn, missBlocks } from './miss-words.js';
import { onDaysBlocks } from './on-days.js';
import { questionWords } from './question-words.js';
import { reminderBlocks } from './reminder-words.js';
import { separationSentence } from './separation-words.js';
import {
  contradictionBlocks,
  eachCardBlocks,
  knowledgeDate,
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
  /** The request for a person that this reply is about; absent: nothing is kept of what is said. */
  readonly handOff?: HandOffNote;
  /** What became of what this reply orders about reminders; absent: none are kept. */
  readonly reminder?: ReminderNote;
  /** For how many days after the last message what is written is kept; absent: nothing is kept. */
  readonly retentionDays?: number;
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
  'one-phase': ({ sentences, verdict }) => [
    paragraph(...(sentences.length > 0 ? sentences : [plain(WORDING.onePhase)])),
    paragraph(...(verdict ? knowledgeDate(verdict) : [])),
  ],
  'out-of-scope': (reply, { contact }) => {
    const { topic, reason, attempt = 1 } = reply;
    if (topic === null && attempt > 1) return missBlocks(reason, attempt, reply.pending === null, contact);
    const says = topic ? [topic.says, WORDING.ask(topic.ask)] : [WORDING.outOfScope[reason]];
    const offers = reply.near.length > 0 ? [paragraph(WORDING.near), ...reply.near.map((n) => item(n.title))] : [];
    return [paragraph(...says), ...offers, paragraph(WORDING.askPerson(contact))];
  },
  human: (_reply, { contact, handOff }) => [paragraph(...handOffWords(handOff ?? null, contact))],
  smalltalk: (reply, frame) => {
    const { contact, retentionDays } = frame;
    if (reply.which === 'complaint') return [complaintBlock(frame)];
    if (reply.which === 'welcome') {
      const { who, kept, erase, person } = WORDING.welcome;
      return retentionDays === undefined
        ? [paragraph(who, person)]
        : [paragraph(who), paragraph(kept(retentionDays), erase)];
    }
    if (reply.which === 'questions')
      return [paragraph(WORDING.smalltalk.questions), ...reply.titles.map((title) => item(title))];
    const { which, attempt = 1, pending } = reply;
    return attempt > 1
      ? missBlocks('other', attempt, pending === null, contact)
      : [paragraph(WORDING.smalltalk[which])];
  },
  cancel: ({ what }, { retentionDays }) => {
    const words = retentionDays === undefined ? { ...WORDING.cancel, ...WORDING.unkept } : WORDING.cancel;
    return [paragraph(words[what])];
  },
  reminder: ({ order }, { reminder }) => reminderBlocks(order, reminder ?? null),
};

function complaintBlock({ contact, keepsFeedback = false }: Frame): Block {
  const { sorry, kept, now } = WORDING.complaint;
  return paragraph(sorry, ...(keepsFeedback ? [kept] : []), now(contact));
}

export function noticeWords(notice: Notice): string {
  switch (notice.kind) {
    case 'not-understood':
      return inTurn(WORDING.notices['not-understood'], notice.attempt);
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
    const [dated = []] = reply.devices.map((d) => knowledgeDate(d.verdict)).filter((said) => said.length > 0);
    return [...blocks, paragraph(...dated)];
  }
  const hindered = reply.notices.some((n) => n.kind !== 'unknown-name' && n.kind !== 'supposed');
  if (verdict === null || hindered || (reply.why && pending)) return blocks;
  if (reply.onDays)
    blocks.push(
      ...onDaysBlocks(facts, reply.onDays, reply.why),
      ...(reply.why ? [] : [paragraph(...knowledgeDate(verdict))]),
    );
  else if (reply.why) blocks.push(...explanationBlocks(facts, verdict));
  else if (reply.changes) blocks.push(...whatToDoBlocks(verdict));
  else if (pending?.because.kind === 'contradiction') blocks.push(...contradictionBlocks(facts, verdict));
  else if (verdict.outcome !== UNDETERMINED)
    blocks.push(...verdictBlocks(facts, verdict), paragraph(...knowledgeDate(verdict)));
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
