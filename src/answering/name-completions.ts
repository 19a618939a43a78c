import { foldName } from '../knowledge/catalogue.js';
import { nearStarts } from './near-starts.js';
import type { Scored, TypeAheadItem } from './type-ahead-item.js';

/** The fewest letters that are completed: two letters within a sentence are too often a word of their own. */
const FEWEST = { alone: 2, inSentence: 3 };
/** So much of another name for the thing must be typed, since it is not that name that is put there: 'remote' is no power panel yet. */
const MOST_OF_OTHER_NAME = 0.6;
/** Typing errors are forgiven in names whose first word is that long: 'my galaxy' is not 'MGE Galaxy' misspelt. */
const FIRST_WORD = 4;
/** A name that is so much further from what was typed than the nearest is not meant. */
const MARGIN = 0.08;
/** A name scores by how many of its words are there, from this; of those that lack as many, the one that is listed first is first. */
const BARELY_BEGUN = 0.7;

/** Letters and figures; the plus is part of names. */
const WORD = /[\p{L}\p{N}+]+/gu;
const ENDED = /[.?!,;:)]\s*$/;

interface Name {
  readonly item: TypeAheadItem;
  readonly isLabel: boolean;
  readonly words: number;
}
interface Hit extends Name {
  readonly distance: number;
}

/**
 * Completes the last words of a text to names, however they are spaced and hyphenated, and keeps what stands before them. As many
 * of the last words as can be are taken for the name.
 */
export function nameCompletions(
  items: readonly TypeAheadItem[],
  ordinary: readonly string[],
): (text: string) => readonly Scored[] {
  const names = new Map<string, Name[]>();
  for (const item of items) {
    for (const said of [item.says, ...item.alsoKnownAs]) {
      const name = { item, isLabel: said === item.says, words: wordsOf(said).length };
      names.set(foldName(said), [...(names.get(foldName(said)) ?? []), name]);
    }
  }
  const find = nearStarts([...names.keys()], ordinary);
  const mostWords = Math.max(0, ...[...names.values()].flat().map(({ words }) => words));

  /** The names that these words can be completed to, none where they are a whole name already; null where they begin no name. */
  const hitsOf = (typed: string): readonly Hit[] | null => {
    const hits = find(typed).flatMap(({ text, distance }) =>
      (names.get(text) ?? [])
        .filter(({ isLabel }) => isLabel || typed.length >= MOST_OF_OTHER_NAME * text.length)
        .map((name) => ({ ...name, distance, isThere: name.isLabel && text === typed })),
    );
    return hits.length === 0 ? null : hits.filter(({ isThere }) => !isThere);
  };

  return (text) => {
    if (ENDED.test(text)) return [];
    const words = wordsOf(text);
    const from = Math.max(0, words.length - mostWords);
    for (const [i, first] of words.slice(from).entries()) {
      const typed = foldName(text.slice(first.index));
      if (typed.length < (from + i === 0 ? FEWEST.alone : FEWEST.inSentence)) continue;
      const hits = hitsOf(typed);
      if (hits === null || (hits.some(isNear) && first[0].length < FIRST_WORD)) continue;
      return completed(text.slice(0, first.index), hits, words.length - from - i);
    }
    return [];
  };
}

const wordsOf = (text: string) => [...text.matchAll(WORD)];
const isNear = (hit: Hit) => hit.distance > 0;

/** Hits as suggestions, each thing once. `typed`: how many words are completed. */
function completed(kept: string, hits: readonly Hit[], typed: number): readonly Scored[] {
  const nearest = Math.min(...hits.map((hit) => hit.distance));
  const best = new Map<TypeAheadItem, number>();
  for (const { item, distance, words } of hits) {
    if (distance - nearest > MARGIN) continue;
    const score = (1 - distance) * (BARELY_BEGUN + (1 - BARELY_BEGUN) * Math.min(1, typed / words));
    best.set(item, Math.max(score, best.get(item) ?? 0));
  }
  return [...best].map(([{ kind, label, says }, score]) => ({ kind, label, says: kept + says, score }));
}
