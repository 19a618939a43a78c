import type { TypeAhead } from '../answering/type-ahead.js';
import type { Day } from '../domain/day.js';
import type { Suggestion } from '../domain/reply.js';
import type { SearchHit } from '../domain/search-hit.js';
import type { TypeAheadSuggestion } from '../domain/type-ahead.js';
import { decide } from '../entitlement/decide.js';
import type { Product } from '../knowledge/catalogue.js';
import type { Entry, Knowledge } from '../knowledge/knowledge.js';
import { plainAnswer } from './opened-answer.js';

/** What the knowledge base has on a text, best first; on less than two letters what is asked most. */
export type KnowledgeSearch = (typed: string, today: Day) => readonly SearchHit[];

/** More of what is typed is not looked at, in characters. */
const LONGEST_TYPED = 500;
/** More is never found at once. */
const MOST_HITS = 50;
/** The fewest letters and figures that say anything. */
const FEWEST = 2;

/**
 * Searches questions and products by the type-ahead, each once. A question or product that is written out in full comes first: the
 * type-ahead has nothing to add to it. Last come questions whose answer has all the words in one sentence, such as the name of a
 * plan. `starters` are listed first where nothing is typed, then all other questions of the source.
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
  const sentences = entries.map((entry) => ({
    entry,
    each: [entry.title, ...entry.sentences.map((s) => s.text)].map(wordsOf),
  }));
  const holding = (text: string): readonly Entry[] => {
    const wanted = wordsOf(text);
    const has = (words: readonly string[]) => wanted.every((one) => words.some((word) => word.startsWith(one)));
    return sentences.filter(({ each }) => each.some(has)).map(({ entry }) => entry);
  };
  return (typed, today) => {
    const text = typed.slice(0, LONGEST_TYPED).trim();
    if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < FEWEST) return unasked;
    const suggestions = typeAhead.suggest(text, MOST_HITS).map(suggested);
    const found = [...whole(text), ...suggestions, ...holding(text)].filter((one) => one !== null);
    return [...new Set(found)].map((one) => ('id' in one ? questionHit(one) : productHit(one, today)));
  };
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}+]+/gu) ?? [];
const folded = (text: string): string => text.trim().toLowerCase();
const questionHit = (entry: Entry): SearchHit => ({ kind: 'question', answer: plainAnswer(entry) });
