import type { TypeAheadSuggestion } from '../domain/type-ahead.js';
import { nameCompletions } from './name-completions.js';
import { questionFinder } from './question-finder.js';
import type { TypeAheadItem } from './type-ahead-item.js';

export interface TypeAhead {
  /** At most `limit` suggestions for a text that is being typed, best first; none for fewer than two letters. */
  readonly suggest: (text: string, limit: number) => readonly TypeAheadSuggestion[];
}

/** The fewest letters and figures that say anything. */
const FEWEST = 2;

/**
 * Suggestions for what a person is typing: names of products and plans complete its last words and keep the rest, questions take its
 * place. `ordinary` are words that are never taken for misspelt ones. Pure, and it keeps nothing of what was typed. Build it once.
 */
export function typeAhead(items: readonly TypeAheadItem[], ordinary: readonly string[] = []): TypeAhead {
  const isQuestion = (item: TypeAheadItem) => item.kind === 'question';
  const completions = nameCompletions(
    items.filter((item) => !isQuestion(item)),
    ordinary,
  );
  const questions = questionFinder(items.filter(isQuestion), ordinary);
  return {
    suggest: (text, limit) => {
      if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < FEWEST) return [];
      const typed = text.trim().toLowerCase();
      return [...completions(text), ...questions(text)]
        .filter(({ says }) => says.trim().toLowerCase() !== typed)
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
        .map(({ kind, label, says }) => ({ kind, label, says }));
    },
  };
}
