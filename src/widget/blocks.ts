import type { CitedSentence } from '../domain/citation.js';

export type StartedSentence = CitedSentence & { readonly starts?: 'paragraph' | 'item' };

/** Sentences as they are laid out: a paragraph, or a list with the sentences of each item. */
export type Block =
  | { readonly kind: 'paragraph'; readonly sentences: readonly CitedSentence[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly CitedSentence[])[] };

/** Lays sentences out: one that starts nothing goes on where the one before it is. */
export function blocksOf(sentences: readonly StartedSentence[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const sentence of sentences) {
    const last = blocks.at(-1);
    if (sentence.starts === 'item') {
      if (last?.kind === 'list') blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, [sentence]] };
      else blocks.push({ kind: 'list', items: [[sentence]] });
    } else if (last === undefined || sentence.starts === 'paragraph') {
      blocks.push({ kind: 'paragraph', sentences: [sentence] });
    } else if (last.kind === 'paragraph') {
      blocks[blocks.length - 1] = { kind: 'paragraph', sentences: [...last.sentences, sentence] };
    } else {
      const items = [...last.items.slice(0, -1), [...(last.items.at(-1) ?? []), sentence]];
      blocks[blocks.length - 1] = { kind: 'list', items };
    }
  }
  return blocks;
}

/** The same for plain text: an empty line parts paragraphs, a line that begins with a dash or dot is an item. */
export function sentencesOfText(text: string): readonly StartedSentence[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => {
    const lines = paragraph.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line, i): StartedSentence => {
      const item = /^\s*[-*•]\s+(.*)$/.exec(line);
      if (item) return { text: item[1] ?? '', citations: [], starts: 'item' };
      return { text: line.trim(), citations: [], ...(i === 0 && { starts: 'paragraph' as const }) };
    });
  });
}
