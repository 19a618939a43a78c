import type { Suggestion } from '../domain/reply.js';
import type { Entry, Knowledge } from '../knowledge/knowledge.js';
import { phrasingWords } from './phrasing-words.js';
import { type TypeAhead, typeAhead } from './type-ahead.js';
import type { TypeAheadItem } from './type-ahead-item.js';

/** A title that is longer is listed by its short form. */
const LONGEST_LABEL = 80;

/**
 * The type-ahead of a knowledge base: its entries, `more` questions, and the names of products and plans. Left out are names that
 * name no one thing: kinds of equipment, and contracts that the knowledge base does not know.
 */
export function knowledgeTypeAhead(knowledge: Knowledge, more: readonly Suggestion[] = []): TypeAhead {
  // What is written of other subjects altogether tells nothing of what a word is typed for here.
  const far = new Set([...knowledge.boundaries.values()].filter((b) => !b.near).map((b) => `topic:${b.id}`));
  const { ordinary, bestOf } = phrasingWords(knowledge.phrasings.filter(({ label }) => !far.has(label)));
  const entries = knowledge.entries.map((entry) => entryItem(entry, bestOf(`faq:${entry.id}`)));
  const known = new Set(knowledge.entries.flatMap(({ title, short }) => [title, short]));
  const others = more.filter(({ says }) => !known.has(says));
  const products = knowledge.catalogue.products.filter((product) => product.class !== 'excluded' && !product.generic);
  const plans = knowledge.plans.filter((plan) => plan.names.length > 0 && plan.gives !== 'open');
  return typeAhead(
    [
      ...others.map(({ label, says }) => ({ kind: 'question' as const, label, says, alsoKnownAs: [] })),
      ...entries,
      ...products.map(({ name, aliases, short }) => nameItem('product', name, [...aliases, ...short])),
      ...plans.map(({ name, names, short }) => nameItem('plan', name, [...names, ...short])),
    ],
    ordinary,
  );
}

function entryItem({ title, short }: Entry, bestWords: readonly string[]): TypeAheadItem {
  const [label, other] = title.length <= LONGEST_LABEL ? [title, short] : [short, title];
  return { kind: 'question', label, says: label, alsoKnownAs: [other, ...bestWords] };
}

const nameItem = (kind: 'product' | 'plan', name: string, others: readonly string[]): TypeAheadItem => ({
  kind,
  label: name,
  says: name,
  alsoKnownAs: others.filter((other) => other !== name),
});
