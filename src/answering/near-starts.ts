import Fuse from 'fuse.js';

/** A text that begins as something typed does. `distance`: 0 where it does to the letter, more for every wrong letter. */
export interface NearStart {
  readonly text: string;
  readonly distance: number;
}

/** The texts that begin with what was typed, in the order of the list. */
export type NearStarts = (typed: string) => readonly NearStart[];

/**
 * fuse.js: 0 is equal, and one wrong letter in four is 0.25. One in three, 0.33, makes another word, and two in seven, 0.29, were
 * taken for names nobody meant.
 */
const FARTHEST = 0.26;
/** fuse.js: how soon a match that begins later counts as none; one letter later costs 0.05. */
const DRIFT = 20;

/**
 * Finds which of many texts begin as something typed does. Typing errors are forgiven only where neither a text nor one of
 * `ordinary` words begins with it to the letter, so that 'price' is not 'prime' misspelt; and never in the first letter: people
 * seldom get that one wrong, and so only a few texts need comparing. Lower case and blanks are the caller's. Build it once.
 */
export function nearStarts(texts: readonly string[], ordinary: readonly string[]): NearStarts {
  const options = { includeScore: true, ignoreFieldNorm: true, threshold: FARTHEST, location: 0, distance: DRIFT };
  const ordinaryBy = byFirstLetter(ordinary);
  const groups = new Map(
    [...byFirstLetter(texts)].map(([letter, all]) => [letter, { all, fuse: new Fuse(all, options) }]),
  );
  return (typed) => {
    const letter = typed[0] ?? '';
    const group = groups.get(letter);
    if (!group) return [];
    const exact = group.all.filter((text) => text.startsWith(typed));
    if (exact.length > 0) return exact.map((text) => ({ text, distance: 0 }));
    if (ordinaryBy.get(letter)?.some((word) => word.startsWith(typed))) return [];
    return group.fuse.search(typed).map(({ item, score = 1 }) => ({ text: item, distance: score }));
  };
}

function byFirstLetter(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const text of new Set(texts)) {
    const letter = text[0] ?? '';
    const group = groups.get(letter);
    if (group) group.push(text);
    else groups.set(letter, [text]);
  }
  return groups;
}
