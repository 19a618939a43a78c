import type { CitedSentence } from '../domain/citation.js';
import type { ContractReply } from '../domain/contract.js';
import type { TimelinePicture } from '../domain/picture.js';
import type { Verdict } from '../domain/verdict.js';
import { type Block, blocksOf, sentencesOfText } from './blocks.js';
import { button, el, unseen } from './dom.js';
import { canBeJudged, JudgingBar } from './draw-judging.js';
import { drawBlocks, SourceList } from './draw-sentences.js';
import { drawDevices, drawProgress, drawVerdict } from './draw-verdict.js';
import { Footnotes } from './footnotes.js';
import { icon } from './icons.js';
import type { Judgements } from './judgements.js';
import { strings } from './strings.js';
import type { Entry } from './transcript.js';
import { verdictView } from './verdict-view.js';

export interface DrawOptions {
  readonly tryAgain: () => void;
  /** What visitors have said of answers, and where they say it. */
  readonly judgements: Judgements;
}

/** One entry of the conversation as an element of its own. */
export function drawEntry(entry: Entry, options: DrawOptions): HTMLElement {
  switch (entry.kind) {
    case 'note':
      return el('p', { class: 'note' }, entry.text);
    case 'user':
      return el(
        'article',
        { class: `message user ${entry.state}` },
        el('div', { class: 'bubble' }, unseen(`${strings.you} `), entry.text),
        drawState(entry.state, options),
      );
    case 'person':
      return el(
        'article',
        { class: 'message assistant person' },
        el('span', { class: 'face', 'aria-hidden': 'true' }, icon('person')),
        el('div', { class: 'body' }, el('p', { class: 'name' }, `${entry.name}:`), el('p', {}, entry.text)),
      );
    case 'assistant': {
      const labels = entry.suggestions.map((s) => s.label);
      return el(
        'article',
        { class: 'message assistant' },
        el('span', { class: 'face', 'aria-hidden': 'true' }, icon('card')),
        el(
          'div',
          { class: 'body' },
          unseen(`${strings.assistant} `),
          ...(entry.reply ? drawReply(entry.reply, entry.pictures) : drawPlain(entry.text)),
          entry.reply !== null && canBeJudged(entry.reply) && new JudgingBar(entry.key, options.judgements).element,
          labels.length > 0 && el('span', { class: 'unseen suggested' }, strings.suggestionsFollow(labels)),
        ),
      );
    }
  }
}

/** Takes a message of the person's to its new state without drawing, and so reading out, its text again. */
export function updateEntry(element: HTMLElement, before: Entry, after: Entry, options: DrawOptions): HTMLElement {
  if (before.kind !== 'user' || after.kind !== 'user' || before.text !== after.text) {
    const drawn = drawEntry(after, options);
    element.replaceWith(drawn);
    return drawn;
  }
  element.className = `message user ${after.state}`;
  element.querySelector('.state')?.remove();
  element.append(drawState(after.state, options) ?? '');
  return element;
}

function drawState(state: string, options: DrawOptions): HTMLElement | null {
  if (state === 'waiting') {
    const again = button({ class: 'link' }, options.tryAgain, strings.tryAgain);
    return el('p', { class: 'state' }, `${strings.waiting} – `, again);
  }
  if (state === 'held') return el('p', { class: 'state' }, strings.held);
  if (state === 'refused') return el('p', { class: 'state' }, strings.refused);
  return null;
}

function drawPlain(text: string): readonly Node[] {
  return [drawBlocks(blocksOf(sentencesOfText(text)), new SourceList(new Footnotes([])))];
}

function drawReply(reply: ContractReply, pictures: readonly (TimelinePicture | null)[]): readonly (Node | string)[] {
  const said = new Set(reply.sentences.map((s) => s.text));
  const devices = reply.devices.length > 1 ? reply.devices : [];
  const views = devices.map(({ facts, verdict }) => verdictView(facts, verdict, said));
  const verdict = devices.length === 0 && showsVerdict(reply) ? reply.verdict : null;
  const view = verdict && verdictView(reply.facts, verdict, said);
  const inCards: readonly CitedSentence[] = [...views, ...(view ? [view] : [])].flatMap((v) =>
    v.sections.flatMap((section) => section.sentences),
  );
  const sources = new SourceList(new Footnotes([...reply.sentences, ...inCards]));
  const blocks = reply.sentences.length > 0 ? blocksOf(reply.sentences) : blocksOf(sentencesOfText(reply.text));
  const leads = leadsOf(blocks, devices.length);
  const isDrawn = (block: Block) => leads === null || block.kind !== 'list';
  const cards = leads ? blocks.findIndex((block) => block.kind === 'list') : blocks.length;
  const open = verdict !== null && isOpen(verdict);
  const [picture = null] = pictures;
  return [
    ...(view && !open ? [drawVerdict(view, picture, sources)] : []),
    drawBlocks(blocks.slice(0, cards).filter(isDrawn), sources),
    ...(views.length > 0 ? [drawDevices(views, leads ?? [], pictures, sources)] : []),
    drawBlocks(blocks.slice(cards).filter(isDrawn), sources),
    ...(view && open && view.facts.length > 0 ? [drawProgress(view, picture)] : []),
    ...(sources.element ? [sources.element] : []),
  ];
}

/** What the text says of each of several devices, where it is a list with an item for each: that is drawn in their cards. */
function leadsOf(blocks: readonly Block[], devices: number): readonly (readonly CitedSentence[])[] | null {
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  return devices > 0 && items.length === devices ? items : null;
}

/** A verdict that is merely carried along (an FAQ answer between two questions of the dialog) is not drawn again. */
function showsVerdict(reply: ContractReply): boolean {
  const kinds = [reply.kind, ...reply.parts.map((part) => part.kind)];
  return kinds.some((kind) => kind === 'entitlement' || kind === 'one-phase');
}

const isOpen = (verdict: Verdict) => verdict.outcome === 'undetermined' && verdict.missing.length > 0;
