import Fuse from 'fuse.js';
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
  const known = new Set(words);
  const fuse = new Fuse(words, { includeScore: true, threshold: FARTHEST, distance: 20, minMatchCharLength: 3 });
  const mostWritten = Math.max(...words.map((w) => wordCounts.get(w) ?? 0));
  const mend = (word: string): string => {
    const lower = word.toLowerCase();
    // Written too often to be a misspelling of any name.
    if ((wordCounts.get(lower) ?? 0) * TIMES > mostWritten) return word;
    if (known.has(lower) || known.has(lower.replace(/s$/, ''))) {
      return word;
    }
    const near = fuse
      .search(lower)
      .filter(({ item }) => Math.abs(item.length - lower.length) <= 2 && item[0] === lower[0]);
    const [first, second] = near;
    if (first?.score === undefined || first.score > FARTHEST) return word;
    const own = wordCounts.get(lower) ?? 0;
    if (own > ORDINARY && own * TIMES > (wordCounts.get(first.item) ?? 0)) return word;
    return second?.score !== undefined && second.score - first.score < MARGIN ? word : first.item;
  };
  // The same words come again and again, and a search costs as much as all else that is read of a word.
  const mended = new LRUCache<string, string>({ max: REMEMBERED });
  return (text) =>
    text.replace(/[A-Za-z]{5,20}/g, (word) => {
      const known = mended.get(word);
      if (known !== undefined) return known;
      const right = mend(word);
      mended.set(word, right);
      return right;
    });
}
