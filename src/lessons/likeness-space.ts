import { labelRuns, nearestByLabel } from '../answering/evidence.js';
import { eachFeature, featureKey, featureNumber } from '../answering/feature-table.js';
import { type Sparse, wordTest } from '../answering/features.js';
import { indexRows, lexicalSimilarities } from '../answering/lexical-index.js';
import type { Model } from '../answering/model.js';
import { foldedWords } from '../answering/words.js';

/** What of a trained model tells how alike texts are in words and characters. */
export type LikenessModel = Pick<Model, 'vocabulary' | 'index' | 'rowLabels'> & {
  readonly labels: readonly { readonly label: string }[];
};

/** How alike texts are, to each other and to the phrasings, 0 to 1, in words and characters alone. */
export interface LikenessSpace {
  /** For each text, those of the others that are at least so alike, by their places, ascending. Time grows with the square of their number; `pause` is awaited in between. */
  readonly alike: (
    texts: readonly string[],
    least: number,
    pause: () => Promise<void>,
  ) => Promise<readonly (readonly number[])[]>;
  /** For each label the likeness of its nearest phrasing, nearest first, those without any left out. */
  readonly nearest: (text: string) => readonly { readonly label: string; readonly likeness: number }[];
}

/**
 * The likeness that the matcher goes by, made ready for texts that are none of the phrasings; the caller prepares them as for the matcher. Words that no
 * phrasing has count as rare ones, or what is asked for the first time would be like nothing.
 */
export function likenessSpace({ vocabulary, index, rowLabels, labels }: LikenessModel): LikenessSpace {
  const runs = labelRuns(rowLabels);
  const { table, idf } = vocabulary;
  const isKnown = wordTest(vocabulary);
  /** Features of words that no phrasing has, numbered after all others as they come. */
  const own = new Map<number, number>();
  const rarest = idf.reduce((most, one) => Math.max(most, one), 1);

  const vectorOf = (text: string): Sparse => {
    const words = foldedWords(text);
    const counts = new Map<number, number>();
    const count = (number: number) => counts.set(number, (counts.get(number) ?? 0) + 1);
    eachFeature(words, (place, check) => {
      const number = featureNumber(table, place, check);
      if (number >= 0) count(number);
    });
    // A feature that is missing may be too common to be one; of a word that no phrasing has, it is not.
    for (const word of words)
      if (!isKnown(word))
        eachFeature([word], (place, check) => {
          if (featureNumber(table, place, check) >= 0) return;
          const key = featureKey(place, check);
          const number = own.get(key) ?? idf.length + own.size;
          own.set(key, number);
          count(number);
        });
    return weighed(counts, (number) => idf[number] ?? rarest);
  };

  return {
    alike: async (texts, least, pause) => {
      const vectors = texts.map(vectorOf);
      const among = indexRows(vectors, idf.length + own.size);
      const likeness = new Float32Array(texts.length);
      const alike: (readonly number[])[] = [];
      for (const [row, vector] of vectors.entries()) {
        await pause();
        lexicalSimilarities(among, vector, likeness);
        const others: number[] = [];
        likeness.forEach((like, other) => {
          if (other !== row && like >= least) others.push(other);
        });
        alike.push(others);
      }
      return alike;
    },
    nearest: (text) => {
      const likeness = new Float32Array(rowLabels.length);
      // The features beyond the vocabulary's, which no phrasing has, only make it less like them.
      lexicalSimilarities(index, vectorOf(text), likeness);
      const nearest = nearestByLabel(likeness, runs, labels.length, null);
      return labels
        .map(({ label }, number) => ({ label, likeness: nearest[number] ?? 0 }))
        .filter((one) => one.likeness > 0)
        .sort((a, b) => b.likeness - a.likeness || (a.label < b.label ? -1 : 1));
    },
  };
}

/** As the matcher weighs features: (1 + ln count) × idf, brought to length 1. */
function weighed(counts: ReadonlyMap<number, number>, idfOf: (feature: number) => number): Sparse {
  const weights = Float32Array.from(counts, ([feature, count]) => (1 + Math.log(count)) * idfOf(feature));
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return { features: Uint32Array.from(counts.keys()), weights: weights.map((weight) => weight / length) };
}
