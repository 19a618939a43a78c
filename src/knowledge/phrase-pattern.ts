/** A phrase of routing, made ready to be looked for in many texts. */
export interface Phrase {
  /** Minds words and no capitals. */
  readonly pattern: RegExp;
  /** Of each of these lists (see `wordStarts`) every text that it is in has one; none: nothing is known of such texts. */
  readonly starts: readonly (readonly string[])[];
}

/** What a phrase may be written with. */
export const PHRASE_SIGNS = /^[\p{L}\p{N}'%&()|*. -]+$/u;

/** A few words between, within one sentence, from where a word ends up to where one begins. */
const GAP = '(?![\\p{L}\\p{N}])[^.?!\\n]{1,60}?(?<![\\p{L}\\p{N}])';
const PART_OF: Readonly<Record<string, string>> = {
  '(': '(?:',
  '*': '[\\p{L}\\p{N}]*',
  ' ': '[\\s–-]+',
  '-': '[\\s–-]*',
  "'": "['’]",
  '.': '\\.',
};

/** A phrase as written in `routing.yaml`; null where its brackets do not close, or nothing stands between them. */
export function phraseOf(text: string): Phrase | null {
  if (/[(|][|)]/.test(text)) return null;
  const pieces = text.split(/\s+\.\.\s+/);
  const sources = pieces.map((piece) => [...piece].map((sign) => PART_OF[sign] ?? sign).join(''));
  try {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join(GAP)})(?![\\p{L}\\p{N}])`, 'iu');
    return { pattern, starts: tellingStarts(text) };
  } catch {
    return null;
  }
}

const WORD = /[\p{L}\p{N}]+/gu;
/** So many letters of a word are looked at: enough to tell most words apart, and never more than the shortest telling word has. */
const START = 3;

/** How the words of a text begin, in small letters: so many letters of each, or all where it has fewer. */
export const wordStarts = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .match(WORD)
      ?.map((word) => word.slice(0, START)),
  );

/** False: the phrase is surely not in a text whose words begin so. Hundreds of phrases are looked for in each text, and few are tried. */
export const mayBeAmong = ({ starts }: Phrase, words: ReadonlySet<string>): boolean =>
  starts.every((place) => place.some((start) => words.has(start)));

/** The starts of each word of a phrase, or of its alternatives, that has letters enough to tell; the longest and so rarest first. */
function tellingStarts(text: string): readonly (readonly string[])[] {
  const places = wordsOf(text)
    .map(alternativesOf)
    .filter((place) => place.every((word) => word.length >= START));
  const lengthOf = (place: readonly string[]) => place.reduce((sum, word) => sum + word.length, 0) / place.length;
  return places
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .map((place) => [...new Set(place.map((word) => word.slice(0, START).toLowerCase()))]);
}

/** A phrase cut at the spaces that are not within brackets. */
function wordsOf(text: string): readonly string[] {
  let depth = 0;
  let words = '';
  for (const sign of text) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    words += sign === ' ' && depth === 0 ? '\n' : sign;
  }
  return words.split('\n');
}

/** The first word of each alternative; an empty one where it begins with brackets of its own. */
function alternativesOf(word: string): readonly string[] {
  if (!word.startsWith('(')) return [firstWord(word)];
  const alternatives: string[] = [''];
  let depth = 0;
  for (const sign of word) {
    if (sign === ')' && --depth === 0) break;
    if (depth === 1 && sign === '|') alternatives.push('');
    else if (depth > 0) alternatives[alternatives.length - 1] += sign;
    if (sign === '(') depth++;
  }
  return alternatives.map(firstWord);
}

const firstWord = (text: string): string => /^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '';
