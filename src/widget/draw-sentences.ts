import type { CitedSentence } from '../domain/citation.js';
import type { Block } from './blocks.js';
import { button, el } from './dom.js';
import type { Footnote, Footnotes, Reference } from './footnotes.js';
import { icon } from './icons.js';
import { type Piece, piecesOf } from './links.js';
import { strings } from './strings.js';

/** Where a message's footnotes lead: made once a message, so that one source has one number in it. */
export class SourceList {
  readonly #items = new Map<number, { readonly item: HTMLLIElement; readonly back: HTMLButtonElement }>();
  readonly #details: HTMLDetailsElement;
  #cameFrom: HTMLElement | null = null;

  constructor(readonly footnotes: Footnotes) {
    const list = el('ol', { class: 'sources-list' }, ...footnotes.list.map((note) => this.#drawSource(note)));
    const summary = el('summary', {}, strings.sources(footnotes.list.length));
    this.#details = el('details', { class: 'sources' }, summary, list);
  }

  /** The list under the message; null where the message claims nothing. */
  get element(): HTMLElement | null {
    return this.footnotes.list.length > 0 ? this.#details : null;
  }

  /** The small numbers after a sentence. */
  references(sentence: CitedSentence): readonly HTMLElement[] {
    return this.footnotes.of(sentence).map((reference) => this.#drawReference(reference));
  }

  #drawSource({ number, question, title, sentences }: Footnote): HTMLElement {
    const back = button(
      { class: 'source-back', 'aria-label': strings.back(number), hidden: '' },
      () => this.#cameFrom?.focus(),
      icon('back'),
    );
    const item = el(
      'li',
      { tabindex: '-1', class: 'source' },
      el('span', { class: 'source-number', 'aria-hidden': 'true' }, String(number)),
      el(
        'span',
        { class: 'source-text' },
        el('span', { class: 'source-name' }, `${strings.sourceName(question)} · ${title}`),
        el('span', { class: 'source-where' }, strings.sourceSentences(sentences)),
      ),
      back,
    );
    this.#items.set(number, { item, back });
    return item;
  }

  #drawReference({ number, question, sentences }: Reference): HTMLElement {
    const label = strings.footnote(number, strings.sourceName(question), strings.sourceSentences(sentences));
    const element = button(
      { class: 'footnote', 'aria-label': label },
      () => this.#open(number, element),
      String(number),
    );
    return element;
  }

  /** Opens the list at a source; the way back leads to where one came from. */
  #open(number: number, from: HTMLElement): void {
    const source = this.#items.get(number);
    if (!source) return;
    this.#details.open = true;
    this.#cameFrom = from;
    for (const [other, { back }] of this.#items) back.hidden = other !== number;
    source.item.focus({ preventScroll: true });
    const room = source.item.closest('.scroll')?.clientHeight ?? 0;
    source.item.scrollIntoView({ block: source.item.offsetHeight < room ? 'nearest' : 'start' });
  }
}

/** Paragraphs and lists, each sentence with its footnotes. */
export function drawBlocks(blocks: readonly Block[], sources: SourceList): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const block of blocks) {
    if (block.kind === 'paragraph') fragment.append(el('p', {}, ...drawInline(block.sentences, sources)));
    else fragment.append(el('ul', {}, ...block.items.map((item) => el('li', {}, ...drawInline(item, sources)))));
  }
  return fragment;
}

/** Sentences one after the other on a line. */
export function drawInline(sentences: readonly CitedSentence[], sources: SourceList): readonly (Node | string)[] {
  return sentences.flatMap((sentence, i) => {
    const pieces = piecesOf(sentence.text);
    const references = sources.references(sentence);
    const last = pieces.at(-1);
    const [, start = '', word = ''] = /^(.*?)(\S{0,24})$/s.exec(last?.href === null ? last.text : '') ?? [];
    return [
      ...(i > 0 ? [' '] : []),
      ...(references.length === 0 || word === '' ? pieces : pieces.slice(0, -1)).map(drawPiece),
      ...(references.length === 0 || word === ''
        ? references
        : [start, el('span', { class: 'keep' }, word, ...references)]),
    ];
  });
}

const drawPiece = ({ text, href }: Piece): Node | string =>
  href === null ? text : el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text);
