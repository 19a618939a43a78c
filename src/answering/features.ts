import { foldedWords } from './words.js';

/** A text as the two halves of the matcher read it: words and characters, and the sentence encoder. */
export interface Prepared {
  readonly lexical: string;
  readonly semantic: string;
}

/** Makes a text ready; the caller may put class words in the place of names and dates. */
export type Prepare = (text: string) => Prepared;

/** Lower case for the encoder: it tells 'NMC' from 'nmc', which askers do not (0.5 to 1 point on unseen voices). */
export const asItStands: Prepare = (text) => ({ lexical: text, semantic: text.toLowerCase() });

/** A sparse vector: feature numbers, ascending, and their weights. */
export interface Sparse {
  readonly features: Uint32Array;
  readonly weights: Float32Array;
}

/** Features that the training texts have, each with its inverse document frequency. */
export interface Vocabulary {
  readonly features: readonly string[];
  readonly idf: Float32Array;
}

export const WORD = 'w:';
const PAIR = 'p:';
const GRAM = 'c:';
const GRAM_SIZES = [3, 4, 5] as const;

/** How often a text has each feature: words, pairs of neighbours (ends of the text included), and 3 to 5 characters within a word. */
export function countFeatures(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  let before = '^';
  for (const word of foldedWords(text)) {
    add(WORD + word);
    add(`${PAIR}${before} ${word}`);
    const bounded = `_${word}_`;
    for (const size of GRAM_SIZES)
      for (let i = 0; i + size <= bounded.length; i++) add(GRAM + bounded.slice(i, i + size));
    before = word;
  }
  if (before !== '^') add(`${PAIR}${before} $`);
  return counts;
}

/** The features of all texts, sorted, so that the order of the texts has no say. idf = ln((n+1)/(df+1)) + 1. */
export function vocabularyOf(counted: readonly ReadonlyMap<string, number>[]): Vocabulary {
  const documents = new Map<string, number>();
  for (const counts of counted)
    for (const feature of counts.keys()) documents.set(feature, (documents.get(feature) ?? 0) + 1);
  const features = [...documents.keys()].sort();
  const idf = Float32Array.from(features, (f) => Math.log((counted.length + 1) / ((documents.get(f) ?? 0) + 1)) + 1);
  return { features, idf };
}

/** From features to their numbers. */
export const numberFeatures = (vocabulary: Vocabulary): ReadonlyMap<string, number> =>
  new Map(vocabulary.features.map((feature, i) => [feature, i]));

/** The tf-idf vector of a text, of length 1 (or without features): (1 + ln count) × idf, features outside the vocabulary left out. */
export function vectorOf(
  counts: ReadonlyMap<string, number>,
  numbers: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
): Sparse {
  const known: [number, number][] = [];
  let square = 0;
  for (const [feature, count] of counts) {
    const number = numbers.get(feature);
    if (number === undefined) continue;
    const weight = (1 + Math.log(count)) * (vocabulary.idf[number] ?? 0);
    known.push([number, weight]);
    square += weight * weight;
  }
  known.sort((a, b) => a[0] - b[0]);
  const length = Math.sqrt(square) || 1;
  return {
    features: Uint32Array.from(known, ([number]) => number),
    weights: Float32Array.from(known, ([, weight]) => weight / length),
  };
}
