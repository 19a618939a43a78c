import type { Citation, CitedSentence } from '../domain/citation.js';

/** A piece of a reply as it is laid out: a paragraph or a list item, made of sentences with their sources. */
export interface Block {
  readonly kind: 'paragraph' | 'item';
  readonly sentences: readonly CitedSentence[];
}

/** A sentence of the frame, which rests on nothing. */
export const plain = (text: string): CitedSentence => ({ text, citations: [] });

export const paragraph = (...sentences: readonly (CitedSentence | string)[]): Block => ({
  kind: 'paragraph',
  sentences: sentences.map((s) => (typeof s === 'string' ? plain(s) : s)).filter((s) => s.text !== ''),
});

export const item = (sentence: CitedSentence | string): Block => ({
  kind: 'item',
  sentences: [typeof sentence === 'string' ? plain(sentence) : sentence],
});

/** Each sentence that some blocks rest on, once, in the order of their first use. */
export function citationsOf(blocks: readonly Block[]): readonly Citation[] {
  const all = blocks.flatMap((b) => b.sentences.flatMap((s) => s.citations));
  return [...new Map(all.map((c) => [`${c.source} ${c.question}.${c.sentence}`, c])).values()];
}
