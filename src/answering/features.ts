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

/** A sparse vector: feature numbers and their weights. */
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

/** From so many texts on, features that more than this share of them have are left out. */
const MANY_TEXTS = 2_000;
const COMMON_SHARE = 1 / 8;

/**
 * The features of all texts, sorted, so that the order of the texts has no say, and each text's vector. idf = ln((n+1)/(df+1)) + 1.
 * Among many texts the commonest features are left out: they hold 6 % of a vector's mass and take 60 % of the time of every comparison.
 * Holds some 8 bytes a feature of a text: 100,000 sentences take about 100 MB.
 */
export function learnFeatures(texts: readonly string[]): {
  readonly vocabulary: Vocabulary;
  readonly vectors: readonly Sparse[];
} {
  // Numbered as they come first; sorted numbers take their place at the end.
  const first = new Map<string, number>();
  const documents: number[] = [];
  const counted = texts.map((text) => {
    const counts = [...countFeatures(text)];
    const numbers = Uint32Array.from(counts, ([feature]) => {
      const known = first.get(feature);
      if (known !== undefined) return known;
      first.set(feature, first.size);
      return first.size - 1;
    });
    for (const number of numbers) documents[number] = (documents[number] ?? 0) + 1;
    return { numbers, counts: Uint16Array.from(counts, ([, count]) => count) };
  });
  const most = texts.length >= MANY_TEXTS ? texts.length * COMMON_SHARE : texts.length;
  const isKept = (number: number) => (documents[number] as number) <= most;
  const features = [...first].flatMap(([feature, number]) => (isKept(number) ? [feature] : [])).sort();
  const sorted = new Uint32Array(first.size);
  const idf = new Float32Array(features.length);
  features.forEach((feature, i) => {
    const number = first.get(feature) as number;
    sorted[number] = i;
    idf[i] = Math.log((texts.length + 1) / ((documents[number] as number) + 1)) + 1;
  });
  const vectors = counted.map(({ numbers, counts }) =>
    weighed(
      numbers.filter(isKept).map((number) => sorted[number] as number),
      counts.filter((_, i) => isKept(numbers[i] as number)),
      idf,
    ),
  );
  return { vocabulary: { features, idf }, vectors };
}

/** From features to their numbers. */
export const numberFeatures = (vocabulary: Vocabulary): ReadonlyMap<string, number> =>
  new Map(vocabulary.features.map((feature, i) => [feature, i]));

/** The tf-idf vector of a text, of length 1 (or without features), its features in no order; features outside the vocabulary are left out. */
export function vectorOf(
  counts: ReadonlyMap<string, number>,
  numbers: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
): Sparse {
  const features = new Uint32Array(counts.size);
  const known = new Uint16Array(counts.size);
  let size = 0;
  for (const [feature, count] of counts) {
    const number = numbers.get(feature);
    if (number === undefined) continue;
    features[size] = number;
    known[size++] = count;
  }
  return weighed(features.subarray(0, size), known, vocabulary.idf);
}

/** (1 + ln count) × idf for each feature, brought to length 1. */
function weighed(features: Uint32Array, counts: Uint16Array, idf: Float32Array): Sparse {
  const weights = new Float32Array(features.length);
  let square = 0;
  for (let i = 0; i < features.length; i++) {
    const weight = (1 + Math.log(counts[i] as number)) * (idf[features[i] as number] as number);
    weights[i] = weight;
    square += weight * weight;
  }
  const length = Math.sqrt(square) || 1;
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) / length;
  return { features, weights };
}
