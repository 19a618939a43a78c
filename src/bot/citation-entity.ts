import type { Entity } from 'botbuilder';
import type { Citation } from '../domain/citation.js';
import type { MarkedSource } from '../rendering/source-marks.js';
import { WORDING } from '../rendering/wording.js';

/** What Teams takes of citations (Microsoft's 'Enhance AI-generated bot messages'); a message beyond it is refused with 400. */
export const CITATION_LIMITS = { citations: 20, name: 80, abstract: 160, keywords: 3, keyword: 28 } as const;

/** What a sentence of a source says, in the words of whoever knows it; null: not known. */
export type QuoteOf = (sentence: Pick<Citation, 'question' | 'sentence'>) => string | null;

/**
 * The entity by which Teams shows what stands behind the marks [1], [2], … of a text; null where there are none. A message
 * may have one such entity. It bears no label of generated content, since none is generated.
 */
export function citationEntity(sources: readonly MarkedSource[], quoteOf: QuoteOf): Entity | null {
  const citation = sources.flatMap(({ mark, ...source }) =>
    mark === null || mark > CITATION_LIMITS.citations
      ? []
      : [
          {
            '@type': 'Claim',
            position: mark,
            appearance: {
              '@type': 'DigitalDocument',
              name: cut(WORDING.marked.title(source.question, source.title), CITATION_LIMITS.name),
              abstract: cut(saidThere(source, quoteOf), CITATION_LIMITS.abstract),
              keywords: [cut(WORDING.marked.sentences(source.sentences), CITATION_LIMITS.keyword)],
            },
          },
        ],
  );
  if (citation.length === 0) return null;
  return { type: 'https://schema.org/Message', '@type': 'Message', '@context': 'https://schema.org', citation };
}

function saidThere({ question, sentences, bears }: Omit<MarkedSource, 'mark'>, quoteOf: QuoteOf): string {
  const quotes = sentences.map((sentence) => quoteOf({ question, sentence })).filter((quote) => quote !== null);
  return quotes.length === 0 ? WORDING.marked.bears(bears) : [...new Set(quotes)].join(' ');
}

/** As much of a text as has room, in UTF-16 units, up to a whole word where one ends near, with an ellipsis. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  const words = room.replace(/[\s,.;:]+\S*$/, '');
  return `${words.length > most / 2 ? words : room}…`;
}
