import stopwords from 'stopwords-iso';

/** ISO 639-1 codes that are told apart from English; what else there is counts as English. */
const LANGUAGES = ['de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'no', 'fi', 'cs', 'tr', 'hu', 'ro'] as const;

const english = new Set(stopwords.en);
/** The languages of each function word that English has not. */
const others = new Map<string, string[]>();
for (const code of LANGUAGES)
  for (const word of new Set(stopwords[code] ?? [])) {
    if (!english.has(word)) others.set(word, [...(others.get(word) ?? []), code]);
  }

/** Scripts that English is never written in. */
const OTHER_SCRIPT =
  /\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}|\p{Script=Devanagari}/gu;

/**
 * The language other than English that a message is written in, or null for English and for what is
 * too short or too mixed to say. Counts function words, which hold even where all nouns are product
 * names; `isKnownWord` tells words that the knowledge base itself uses in English.
 */
export function foreignLanguage(text: string, isKnownWord: (word: string) => boolean): string | null {
  const foreignLetters = text.match(OTHER_SCRIPT)?.length ?? 0;
  const letters = foreignLetters === 0 ? 0 : (text.match(/\p{L}/gu)?.length ?? 0);
  if (letters > 0 && foreignLetters / letters > 0.3) return 'und';
  const words = text.toLowerCase().match(/\p{L}[\p{L}'’]*/gu) ?? [];
  if (words.length < 3) return null;
  const hits = new Map<string, number>();
  for (const word of words) for (const code of others.get(word) ?? []) hits.set(code, (hits.get(code) ?? 0) + 1);
  if (hits.size === 0) return null;
  const inEnglish = words.filter((w) => english.has(w) || isKnownWord(w)).length;
  let best: { readonly code: string; readonly hits: number } = { code: 'en', hits: 0 };
  for (const code of LANGUAGES) {
    const found = hits.get(code) ?? 0;
    if (found > best.hits) best = { code, hits: found };
  }
  const needed = Math.max(2, Math.ceil(words.length * 0.25));
  return best.hits >= needed && best.hits > inEnglish * 0.75 ? best.code : null;
}
