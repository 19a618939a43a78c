import Fuse, { type FuseResult } from 'fuse.js';
import { LRUCache } from 'lru-cache';
import type { Catalogue } from '../../knowledge/catalogue.js';
import type { Plan } from '../../knowledge/knowledge.js';

export type MendTypos = (text: string) => string;

/** Words shorter than this are too close to others to be mended. */
const SHORTEST = 5;
/** fuse.js: 0 is equal. One wrong letter in seven scores about 0.14, two in eight about 0.25. */
const FARTHEST = 0.26;
/** A second brand word this close makes the first a guess. */
const MARGIN = 0.08;

/** A word that people write more often than this is a word of its own, unless the name beside it is written ten times as often. */
const ORDINARY = 2;
const TIMES = 10;
/** A slip of the pen leaves the first letter, and no more than so many letters are added or missing. */
const LENGTHS_APART = 2;
/** Words that are remembered with what they were mended to. */
const REMEMBERED = 10_000;

/** A brand word of a plan is long and capital ('EcoCare'); its short words ('Prime') are too near to ordinary ones ('price'). */
const PLAN_BRAND = /\b[A-Z][A-Za-z]{6,}\b/g;

/**
 * Puts right misspelt words of product and plan names ('Galxy', 'simmetra', 'Advantge') and leaves everything else alone. A
 * word that is as near to two names is left as it is: never a guess between two.
 */
export function typoMender(
  catalogue: Catalogue,
  plans: readonly Plan[],
  wordCounts: ReadonlyMap<string, number>,
): MendTypos {
  const names = [
    ...catalogue.products.flatMap((p) => [p.name, ...p.aliases]),
    ...catalogue.ambiguous.map((a) => a.said),
    ...plans.flatMap((p) => p.names.flatMap((name) => name.match(PLAN_BRAND) ?? [])),
  ];
  const words = [...new Set(names.flatMap((n) => n.toLowerCase().match(/[a-z]+/g) ?? []))].filter(
    (w) => w.length >= SHORTEST,
  );
  const known = new Set([...words, ...catalogue.ordinary]);
  const near = nearWords(words);
  const written = (word: string) => wordCounts.get(word) ?? 0;
  const mostWritten = Math.max(...words.map(written));
  const mend = (word: string): string => {
    const lower = word.toLowerCase();
    const own = written(lower);
    // Written too often to be a misspelling of any name.
    if (own * TIMES > mostWritten) return word;
    if (known.has(lower) || known.has(lower.replace(/s$/, ''))) return word;
    const [first, second] = near(lower);
    if (first?.score === undefined || first.score > FARTHEST) return word;
    if (own > ORDINARY && own * TIMES > written(first.item)) return word;
    return second?.score !== undefined && second.score - first.score < MARGIN ? word : first.item;
  };
  // The same words come again and again, and a search costs as much as all else that is read of a word.
  const mended = new LRUCache<string, string>({ max: REMEMBERED });
  const shortOnes = new Set(names.flatMap((n) => /^([a-z]+)[- ]ups\b/i.exec(n)?.[1]?.toLowerCase() ?? []));
  return (text) =>
    text
      .replace(/[A-Za-z]{5,20}/g, (word) => {
        const known = mended.get(word);
        if (known !== undefined) return known;
        const right = mend(word);
        mended.set(word, right);
        return right;
      })
      .replace(SHORT_BEFORE_UPS, (word) => withLetter(word, shortOnes));
}

/** A word too short to be mended by its likeness, in front of 'UPS'. */
const SHORT_BEFORE_UPS = /(?<![\p{L}\p{N}])[a-z]{3,4}(?=[- ]ups\b)/giu;

/** 'Smrt' as 'smart': the one word of the set that has one letter more behind the first; as it is where there is none, or more than one. */
function withLetter(word: string, words: ReadonlySet<string>): string {
  const lower = word.toLowerCase();
  const isShorter = (long: string) =>
    long.length === lower.length + 1 &&
    [...long].some((_, i) => i > 0 && long.slice(0, i) + long.slice(i + 1) === lower);
  const meant = [...words].filter(isShorter);
  return words.has(lower) || meant.length !== 1 ? word : (meant[0] ?? word);
}

/** The words that one may have meant, nearest first. Each initial has a list of its own: a search looks at every word of its list. */
function nearWords(words: readonly string[]): (word: string) => readonly FuseResult<string>[] {
  const initials = new Set(words.map((w) => w[0]));
  const lists = new Map(
    [...initials].map((initial) => [
      initial,
      new Fuse(
        words.filter((w) => w[0] === initial),
        { includeScore: true, threshold: FARTHEST, distance: 20, minMatchCharLength: 3 },
      ),
    ]),
  );
  return (word) =>
    lists
      .get(word[0])
      ?.search(word)
      .filter(({ item }) => Math.abs(item.length - word.length) <= LENGTHS_APART) ?? [];
}
