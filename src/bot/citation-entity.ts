import type { Entity } from 'botbuilder';
import type { MarkedSource } from '../rendering/source-marks.js';
import { WORDING } from '../rendering/wording.js';

/** What Teams takes of citations (Microsoft's 'Enhance AI-generated bot messages'); a message beyond it is refused with 400. */
export const CITATION_LIMITS = { citations: 20, name: 80, abstract: 160, keywords: 3, keyword: 28 } as const;

/**
 * The entity by which Teams shows what stands behind the marks [1], [2], … of a text; null where there are none. A message
 * may have one such entity. It bears no label of generated content, since none is generated.
 */
export function citationEntity(sources: readonly MarkedSource[]): Entity | null {
  const citation = sources.flatMap(({ mark, question, title, sentences, bears }) =>
    mark === null || mark > CITATION_LIMITS.citations
      ? []
      : [
          {
            '@type': 'Claim',
            position: mark,
            appearance: {
              '@type': 'DigitalDocument',
              name: cut(WORDING.marked.title(question, title), CITATION_LIMITS.name),
              abstract: cut(bears, CITATION_LIMITS.abstract),
              keywords: [cut(WORDING.marked.sentences(sentences), CITATION_LIMITS.keyword)],
            },
          },
        ],
  );
  if (citation.length === 0) return null;
  return { type: 'https://schema.org/Message', '@type': 'Message', '@context': 'https://schema.org', citation };
}

/** As much of a text as has room, in UTF-16 units, up to a whole word where one ends near, with an ellipsis. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  const words = room.replace(/[\s,.;:]+\S*$/, '');
  return `${words.length > most / 2 ? words : room}…`;
}
