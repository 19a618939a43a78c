import type { Phrasing } from '../knowledge/knowledge.js';
import { foldedWords } from './words.js';

/** How many words a label is found by. */
const BEST = 16;
/** A word of fewer phrasings may be one person's. */
const FEWEST_PHRASINGS = 3;
/** A best word is so many times as frequent in the label's phrasings as in all others. */
const FREQUENT = 4;
/** A word of so many phrasings is written on purpose; the commonest misspelling of a product's name is in nine. */
const ORDINARY = 12;

export interface PhrasingWords {
  /** The words that people write often, whatever they ask about. */
  readonly ordinary: readonly string[];
  /** The words that tell the phrasings of a label from all others, best first. */
  readonly bestOf: (label: string) => readonly string[];
}

/** In how many texts of a group each word stands. */
interface Group {
  texts: number;
  readonly counts: Map<string, number>;
}

/** What the phrasings of a knowledge base show about words. */
export function phrasingWords(phrasings: readonly Phrasing[]): PhrasingWords {
  const all: Group = { texts: 0, counts: new Map() };
  const groups = new Map<string, Group>();
  for (const { label, text } of phrasings) {
    const group = groups.get(label) ?? { texts: 0, counts: new Map() };
    groups.set(label, group);
    const words = new Set(foldedWords(text));
    add(group, words);
    add(all, words);
  }
  return {
    ordinary: [...all.counts].filter(([, count]) => count >= ORDINARY).map(([word]) => word),
    bestOf: (label) => {
      const group = groups.get(label);
      return group ? bestWords(group, all) : [];
    },
  };
}

function add(group: Group, words: ReadonlySet<string>): void {
  group.texts++;
  for (const word of words) group.counts.set(word, (group.counts.get(word) ?? 0) + 1);
}

function bestWords(group: Group, all: Group): readonly string[] {
  return [...group.counts]
    .filter(([, inside]) => inside >= FEWEST_PHRASINGS)
    .map(([word, inside]) => {
      // One more, so that a word nobody else uses is not infinitely good.
      const outside = ((all.counts.get(word) ?? 0) - inside + 1) / (all.texts - group.texts + 1);
      const lift = inside / group.texts / outside;
      return { word, lift, score: inside * Math.log(lift) };
    })
    .filter(({ lift }) => lift >= FREQUENT)
    .sort((a, b) => b.score - a.score)
    .slice(0, BEST)
    .map(({ word }) => word);
}
