import type { Citation } from '../domain/citation.js';
import type { Knowledge } from './knowledge.js';

/**
 * What a cited sentence of the source says, as the entries put it: of those that rest on it the sentence that rests on the
 * fewest, in the entry of the cited question first. Null where no entry rests on it.
 */
export function quoteOf(
  { entries }: Pick<Knowledge, 'entries'>,
  { question, sentence }: Pick<Citation, 'question' | 'sentence'>,
): string | null {
  const found = entries.flatMap((entry) =>
    entry.sentences
      .filter(({ citations }) => citations.some((c) => c.question === question && c.sentence === sentence))
      .map(({ text, citations }) => ({
        text,
        elsewhere: entry.question === question ? 0 : 1,
        rests: citations.length,
      })),
  );
  const [best] = found.sort((a, b) => a.elsewhere - b.elsewhere || a.rests - b.rests);
  return best?.text ?? null;
}
