/** Feature numbers found by two hashes of what the feature says: pairs of check and number + 1; a number of 0 is a free place. */
export type FeatureTable = Uint32Array;

/** A feature by its hashes, both 32 bits: `place` says where to look, `check` what must stand there. */
export type VisitFeature = (place: number, check: number) => void;

const WORD = 1;
const PAIR = 2;
const GRAM = 3;
const GRAM_SIZES = [3, 4, 5] as const;
/** What stands for the ends of a text and of a word: no sign that folded words have. */
const END = 0;
const SPACE = 32;

// FNV-1a (Fowler, Noll, Vo), and the multiplier of xxHash32 for the second hash.
const PLACE_BASIS = 0x811c9dc5;
const PLACE_PRIME = 0x01000193;
const CHECK_PRIME = 0x9e3779b1;
const nextPlace = (hash: number, code: number): number => Math.imul(hash ^ code, PLACE_PRIME);
const nextCheck = (hash: number, code: number): number => {
  const mixed = Math.imul(hash + code + 1, CHECK_PRIME);
  return mixed ^ (mixed >>> 15);
};

/**
 * The features of a text's folded words, one after the other and as often as they come: words, pairs of neighbours (ends of the text
 * included), and 3 to 5 characters within a word (its ends included).
 */
export function eachFeature(words: readonly string[], visit: VisitFeature): void {
  let before: string | null = null;
  for (const word of words) {
    visitText(WORD, word, visit);
    visitPair(before, word, visit);
    visitGrams(word, visit);
    before = word;
  }
  if (before !== null) visitPair(before, null, visit);
}

function visitText(kind: number, text: string, visit: VisitFeature): void {
  let place = nextPlace(PLACE_BASIS, kind);
  let check = nextCheck(0, kind);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    place = nextPlace(place, code);
    check = nextCheck(check, code);
  }
  visit(place, check);
}

function visitPair(before: string | null, word: string | null, visit: VisitFeature): void {
  let place = nextPlace(PLACE_BASIS, PAIR);
  let check = nextCheck(0, PAIR);
  const add = (code: number) => {
    place = nextPlace(place, code);
    check = nextCheck(check, code);
  };
  if (before === null) add(END);
  else for (let i = 0; i < before.length; i++) add(before.charCodeAt(i));
  add(SPACE);
  if (word === null) add(END);
  else for (let i = 0; i < word.length; i++) add(word.charCodeAt(i));
  visit(place, check);
}

function visitGrams(word: string, visit: VisitFeature): void {
  const length = word.length + 2;
  for (const size of GRAM_SIZES) {
    for (let from = 0; from + size <= length; from++) {
      let place = nextPlace(PLACE_BASIS, GRAM);
      let check = nextCheck(0, GRAM);
      for (let i = from - 1; i < from - 1 + size; i++) {
        const code = i < 0 || i >= word.length ? END : word.charCodeAt(i);
        place = nextPlace(place, code);
        check = nextCheck(check, code);
      }
      visit(place, check);
    }
  }
}

/** Both hashes as one number of 53 bits: two of 400,000 features fall together once in 100,000 sets of them. */
export const featureKey = (place: number, check: number): number => (place >>> 0) * 2 ** 21 + (check >>> 11);

/** A table of features, numbered in their order; half of its places are free. */
export function featureTable(features: readonly { readonly place: number; readonly check: number }[]): FeatureTable {
  const places = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * features.length)));
  const table = new Uint32Array(2 * places);
  features.forEach(({ place, check }, number) => {
    let at = 2 * firstPlace(place, places);
    while (table[at + 1] !== 0) at = (at + 2) % table.length;
    table[at] = check;
    table[at + 1] = number + 1;
  });
  return table;
}

const firstPlace = (place: number, places: number): number => (place ^ (place >>> 15)) & (places - 1);

/** The number of a feature; -1 where the table has none such. A feature that it has not is taken for one that it has once in 3 billion. */
export function featureNumber(table: FeatureTable, place: number, check: number): number {
  const places = table.length / 2;
  let at = 2 * firstPlace(place, places);
  const wanted = check >>> 0;
  for (let number = table[at + 1] as number; number !== 0; number = table[at + 1] as number) {
    if (table[at] === wanted) return number - 1;
    at = at + 2 === table.length ? 0 : at + 2;
  }
  return -1;
}

/** Whether a word is one of the table's features. */
export function hasWord(table: FeatureTable, word: string): boolean {
  let found = false;
  visitText(WORD, word, (place, check) => {
    found = featureNumber(table, place, check) >= 0;
  });
  return found;
}
