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
/** A name scores by how much of it is there, from this: one that lacks a letter goes before one that lacks a word. */
const BARELY_BEGUN = 0.7;

/** Letters and figures; the plus is part of names. */
const WORD = /[\p{L}\p{N}+]+/gu;
const ENDED = /[.?!,;:)]\s*$/;

interface Name {
  readonly item: TypeAheadItem;
  readonly isLabel: boolean;
}
interface Hit extends Name {
  readonly distance: number;
  /** How much of the name is typed, up to 1. */
  readonly part: number;
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
      const key = foldName(said);
      names.set(key, [...(names.get(key) ?? []), { item, isLabel: said === item.says }]);
    }
  }
  const find = nearStarts([...names.keys()], ordinary);
  const mostWords = Math.max(
    0,
    ...items.flatMap((i) => [i.says, ...i.alsoKnownAs]).map((n) => n.match(WORD)?.length ?? 0),
  );

  /** The names that these words can be completed to, none where they are a whole name already; null where they begin no name. */
  const hitsOf = (typed: string): readonly Hit[] | null => {
    const hits = find(typed).flatMap(({ text, distance }) =>
      (names.get(text) ?? [])
        .map((name) => ({ ...name, distance, part: Math.min(1, typed.length / text.length) }))
        .filter(({ isLabel, part }) => isLabel || part >= MOST_OF_OTHER_NAME),
    );
    const open = hits.filter(({ isLabel, distance, part }) => !isLabel || distance > 0 || part < 1);
    return hits.length === 0 ? null : open;
  };

  return (text) => {
    if (ENDED.test(text)) return [];
    const words = [...text.matchAll(WORD)];
    for (const first of words.slice(-mostWords)) {
      const typed = foldName(text.slice(first.index));
      if (typed.length < (first === words[0] ? FEWEST.alone : FEWEST.inSentence)) continue;
      const hits = hitsOf(typed);
      if (hits === null || (hits.some(isNear) && first[0].length < FIRST_WORD)) continue;
      return completed(text.slice(0, first.index), hits);
    }
    return [];
  };
}

const isNear = (hit: Hit) => hit.distance > 0;

function completed(kept: string, hits: readonly Hit[]): readonly Scored[] {
  const nearest = Math.min(...hits.map((hit) => hit.distance));
  const best = new Map<TypeAheadItem, number>();
  for (const { item, distance, part } of hits) {
    if (distance - nearest > MARGIN) continue;
    const score = (1 - distance) * (BARELY_BEGUN + (1 - BARELY_BEGUN) * part);
    best.set(item, Math.max(score, best.get(item) ?? 0));
  }
  return [...best].map(([{ kind, label, says }, score]) => ({ kind, label, says: kept + says, score }));
}
