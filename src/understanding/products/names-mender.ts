import type { Knowledge } from '../../knowledge/knowledge.js';
import { type MendTypos, typoMender } from './mend-typos.js';

/** Puts right misspelt names of the products and plans of a knowledge base, measured by the words of its phrasings. Build it once. */
export const namesMender = (knowledge: Knowledge): MendTypos =>
  typoMender(knowledge.catalogue, knowledge.plans, wordCounts(knowledge));

/** How often each word stands in the phrasings. */
function wordCounts(knowledge: Knowledge): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of knowledge.phrasings) {
    for (const word of text.toLowerCase().match(/[a-z]{5,}/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
