import { LRUCache } from 'lru-cache';
import type { AmbiguousName, Catalogue, Product } from '../../knowledge/catalogue.js';
import { nameHints, namePattern, orderNumberPattern } from './name-pattern.js';
import { withoutUndecided } from './undecided.js';

/** A product named in a text: one product, or a name that could be several. */
export type ProductMention = {
  readonly start: number;
  readonly end: number;
  readonly said: string;
} & (
  | { readonly kind: 'product'; readonly product: Product }
  | { readonly kind: 'ambiguous'; readonly name: AmbiguousName }
);

export type FindProducts = (text: string) => readonly ProductMention[];

type Meaning =
  | { readonly kind: 'product'; readonly product: Product }
  | { readonly kind: 'ambiguous'; readonly name: AmbiguousName };
interface Pattern {
  /** Where one is missing from the text in small letters, the name is too; the first is what patterns are looked up by. */
  readonly hints: readonly string[];
  /** Its place in the catalogue, which decides between names of the same place in a text. */
  readonly order: number;
  readonly regex: RegExp;
  readonly meaning: Meaning;
  readonly short: boolean;
}

/** So many texts. */
const REMEMBERED = 64;

/** 'not a …', 'like a …', 'next to the …': not the product that is spoken of. */
const ANOTHER_THING =
  /(?:\bnot|n['’]t)\s+(?:an?\s+|the\s+|really\s+(?:an?\s+)?)?$|\b(?:similar to|next to|beside|behind|near|unlike|instead of|rather than|just like|something like|looks like)\s+(?:an?\s+|the\s+|our\s+)?$/i;

/** Words after which two letters mean a device: 'the VS', 'our vx'. */
const BEFORE_SHORT =
  /(?:^|[\s,;:(])(?:the|our|my|your|this|that|a|an|one|another|for|and|or|also|other|it's|its|is)\s+$/i;

/** Finds the products of a catalogue in texts; the longest name wins, and names never overlap. Build it once. */
export function productFinder(catalogue: Catalogue): FindProducts {
  const patterns: Pattern[] = [];
  const add = (name: string, source: string, meaning: Meaning, short: boolean) =>
    patterns.push({ hints: nameHints(name), order: patterns.length, regex: new RegExp(source, 'giu'), meaning, short });
  for (const product of catalogue.products) {
    const meaning: Meaning = { kind: 'product', product };
    for (const name of [product.name, ...product.aliases]) add(name, namePattern(name), meaning, false);
    for (const name of product.short) add(name, namePattern(name), meaning, name.length <= 2);
    for (const prefix of product.orderNumbers) add(prefix, orderNumberPattern(prefix), meaning, false);
  }
  for (const name of catalogue.ambiguous) {
    for (const said of [name.said, ...name.aliases]) {
      add(said, namePattern(said), { kind: 'ambiguous', name }, name.short);
    }
  }
  const byFirstHint = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const [first = ''] = pattern.hints;
    const group = byFirstHint.get(first);
    if (group) group.push(pattern);
    else byFirstHint.set(first, [pattern]);
  }
  const hintedBy = [...byFirstHint];
  // A message is looked through as it stands and once more as it is matched, a mail sentence by sentence.
  const known = new LRUCache<string, readonly ProductMention[]>({ max: REMEMBERED });
  const find: FindProducts = (text) => {
    const found: ProductMention[] = [];
    const lower = text.toLowerCase();
    const hinted = hintedBy
      .filter(([hint]) => lower.includes(hint))
      .flatMap(([, group]) => group)
      .filter(({ hints }) => hints.every((hint) => lower.includes(hint)))
      .sort((a, b) => a.order - b.order);
    for (const { regex, meaning, short } of hinted) {
      for (const match of text.matchAll(regex)) {
        const start = match.index;
        const said = match[0];
        if (short && !isDevice(text, start, said)) continue;
        found.push({ start, end: start + said.length, said, ...meaning });
      }
    }
    // The longest name wins before what is denied is dropped, so that 'not a Galaxy VS' leaves no 'Galaxy' behind.
    found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    const kept: ProductMention[] = [];
    for (const m of found) if (kept.every((k) => m.end <= k.start || m.start >= k.end)) kept.push(m);
    kept.sort((a, b) => a.start - b.start);
    return withoutUndecided(
      text,
      kept.filter((m) => !ANOTHER_THING.test(text.slice(Math.max(0, m.start - 30), m.start))),
    );
  };
  return (text) => {
    const found = known.get(text) ?? find(text);
    known.set(text, found);
    return found;
  };
}

const BEFORE_CARD =
  /^[,;:/( ]{0,3}(?:here |ups )?(?:(?:w\/|with|has|having|and|on|got) ?(?:an? )?)?(?:nmc|network management)/i;

/** Two letters are a device's name in capitals, after 'the' or 'our', in front of its card at the beginning, or as all that was said; 'vs' between two things is not. */
function isDevice(text: string, start: number, said: string): boolean {
  // 'VM-8814' is somebody's number of something.
  if (/^-\d{3}/.test(text.slice(start + said.length, start + said.length + 4))) return false;
  const alone = text.trim().replace(/[.!?]+$/, '').length === said.length;
  const capitals = /^[\dA-Z]+$/.test(said) && !(text === text.toUpperCase() && text.length > 12);
  // 'vx, nmc4, commissioned in May'
  const leads = text.slice(0, start).trim() === '' && BEFORE_CARD.test(text.slice(start + said.length));
  return (
    alone || capitals || leads || /^\d/.test(said) || BEFORE_SHORT.test(text.slice(Math.max(0, start - 12), start))
  );
}
