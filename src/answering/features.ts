import { eachFeature, type FeatureTable, featureKey, featureNumber, featureTable, hasWord } from './feature-table.js';
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
  readonly table: FeatureTable;
  /** In the order of the features' numbers. */
  readonly idf: Float32Array;
  /** Words that so many texts have that they are no features; sorted. */
  readonly common: readonly string[];
}

/** From so many texts on, features that more than this share of them have are left out. */
const MANY_TEXTS = 2_000;
const COMMON_SHARE = 1 / 4;

/**
 * The features of all texts, numbered in an order that the order of the texts has no say in, and each text's vector.
 * idf = ln((n+1)/(df+1)) + 1. Among many texts the commonest features are left out, which take most
 * of the time of every comparison; an eighth instead of a quarter would halve it again, but of hidden voices' questions 2 in 100 fewer
 * were answered without the encoder (77.6 and 79.6 %). Holds some 8 bytes a feature of a text: 100,000 sentences take about 100 MB.
 */
export function learnFeatures(texts: readonly string[]): {
  readonly vocabulary: Vocabulary;
  readonly vectors: readonly Sparse[];
} {
  // Numbered as they come first; sorted numbers take their place at the end.
  const first = new Map<number, number>();
  const hashes: { readonly place: number; readonly check: number }[] = [];
  const documents: number[] = [];
  const wordsOf = texts.map(foldedWords);
  const counted = wordsOf.map((words) => {
    const counts = new Map<number, number>();
    eachFeature(words, (place, check) => {
      const key = featureKey(place, check);
      let number = first.get(key);
      if (number === undefined) {
        number = hashes.push({ place, check }) - 1;
        first.set(key, number);
      }
      counts.set(number, (counts.get(number) ?? 0) + 1);
    });
    for (const number of counts.keys()) documents[number] = (documents[number] ?? 0) + 1;
    return { numbers: Uint32Array.from(counts.keys()), counts: Uint16Array.from(counts.values()) };
  });
  const most = texts.length >= MANY_TEXTS ? texts.length * COMMON_SHARE : texts.length;
  const isKept = (number: number) => (documents[number] as number) <= most;
  const kept = [...first.entries()].filter(([, number]) => isKept(number)).sort(([a], [b]) => a - b);
  const sorted = new Uint32Array(first.size);
  const idf = new Float32Array(kept.length);
  kept.forEach(([, number], i) => {
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
  const table = featureTable(kept.map(([, number]) => hashes[number] as { place: number; check: number }));
  const common = [...new Set(wordsOf.flat())].filter((word) => !hasWord(table, word)).sort();
  return { vocabulary: { table, idf, common }, vectors };
}

/** The tf-idf vector of a text's words, of length 1 (or without features), its features in no order; features outside the vocabulary are left out. */
export type Vectorize = (words: readonly string[]) => Sparse;

/** Makes a vocabulary ready for many texts. */
export function vectorizer({ table, idf }: Vocabulary): Vectorize {
  // For each feature its place in the vector at hand, from 1; all 0 between two texts.
  const placeOf = new Uint32Array(idf.length);
  return (words) => {
    const features: number[] = [];
    const counts: number[] = [];
    eachFeature(words, (place, check) => {
      const number = featureNumber(table, place, check);
      if (number < 0) return;
      const known = placeOf[number] as number;
      if (known > 0) counts[known - 1] = (counts[known - 1] as number) + 1;
      else {
        placeOf[number] = features.push(number);
        counts.push(1);
      }
    });
    for (const number of features) placeOf[number] = 0;
    return weighed(new Uint32Array(features), new Uint16Array(counts), idf);
  };
}

/** Whether any of the training texts has a word. */
export function wordTest({ table, common }: Vocabulary): (word: string) => boolean {
  const frequent = new Set(common);
  return (word) => frequent.has(word) || hasWord(table, word);
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
