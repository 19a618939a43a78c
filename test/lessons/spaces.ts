import { learnFeatures } from '../../src/answering/features.js';
import { indexRows } from '../../src/answering/lexical-index.js';
import { type LikenessSpace, likenessSpace } from '../../src/lessons/likeness-space.js';

/** A space of phrasings given by label, as training would make it. */
export function spaceOf(phrasings: Readonly<Record<string, readonly string[]>>): LikenessSpace {
  const labels = Object.keys(phrasings).map((label) => ({ label }));
  const { vocabulary, vectors } = learnFeatures(Object.values(phrasings).flat());
  const rowLabels = Uint16Array.from(labels.flatMap(({ label }, i) => (phrasings[label] ?? []).map(() => i)));
  return likenessSpace({ vocabulary, index: indexRows(vectors, vocabulary.idf.length), rowLabels, labels });
}

/** A small knowledge base with entries, and a topic that is not answered. */
export const SMALL = {
  'faq:renew': ['how do i renew the system', 'renew after the first year', 'what is needed to renew it'],
  'faq:activate': ['how is it activated', 'who activates the system for me'],
  'topic:discount': ['is there a discount', 'any rebate for many devices'],
};
