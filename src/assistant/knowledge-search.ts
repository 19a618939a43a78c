import type { TypeAhead } from '../answering/type-ahead.js';
import type { Day } from '../domain/day.js';
import type { Suggestion } from '../domain/reply.js';
import type { SearchHit } from '../domain/search-hit.js';
import type { TypeAheadSuggestion } from '../domain/type-ahead.js';
import { decide } from '../entitlement/decide.js';
import { foldName, type Product } from '../knowledge/catalogue.js';
import type { Entry, Knowledge } from '../knowledge/knowledge.js';
import { plainAnswer } from './opened-answer.js';

/** What the knowledge base has on a text, best first; on less than two letters what is asked most. */
export type KnowledgeSearch = (typed: string, today: Day) => readonly SearchHit[];

/** More of what is typed is not looked at, in characters. */
const LONGEST_TYPED = 500;
/** More is never found at once. */
const MOST_HITS = 50;

/**
 * Searches questions and products by the type-ahead, each once. A question or product that is written out in full comes first: the
 * type-ahead has nothing to add to it. `starters` are listed first where nothing is typed, then all other questions of the source.
 */
export function knowledgeSearch(
  knowledge: Knowledge,
  typeAhead: TypeAhead,
  starters: readonly Suggestion[],
): KnowledgeSearch {
  const { entries, catalogue } = knowledge;
  const titled = new Map(entries.flatMap((entry) => [entry.short, entry.title].map((title) => [folded(title), entry])));
  const entryOf = ({ says }: Pick<Suggestion, 'says'>): Entry | undefined => titled.get(folded(says));
  const first = starters.map(entryOf).filter((entry) => entry !== undefined);
  const unasked = [...new Set([...first, ...entries])].map(questionHit);

  const productHit = ({ name }: Product, today: Day): SearchHit => {
    const facts = { family: name };
    return { kind: 'product', name, facts, verdict: decide(facts, today, knowledge.rules) };
  };
  const whole = (typed: string): readonly (Entry | Product)[] => {
    const product = catalogue.byName(typed);
    const entry = entryOf({ says: typed });
    return [...(entry ? [entry] : []), ...(product && !product.generic ? [product] : [])];
  };
  const suggested = ({ kind, label, says }: TypeAheadSuggestion): Entry | Product | null => {
    if (kind === 'question') return entryOf({ says }) ?? null;
    return kind === 'product' ? catalogue.byName(label) : null;
  };
  return (typed, today) => {
    const text = typed.slice(0, LONGEST_TYPED).trim();
    if (foldName(text).length < 2) return unasked;
    const found = [...whole(text), ...typeAhead.suggest(text, MOST_HITS).map(suggested)].filter((one) => one !== null);
    return [...new Set(found)].map((one) => ('id' in one ? questionHit(one) : productHit(one, today)));
  };
}

const folded = (text: string): string => text.trim().toLowerCase();
const questionHit = (entry: Entry): SearchHit => ({ kind: 'question', answer: plainAnswer(entry) });
