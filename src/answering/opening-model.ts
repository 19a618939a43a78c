import { learnFeatures, type Vocabulary } from './features.js';
import { indexRows, type LexicalIndex } from './lexical-index.js';
import { lexicalLikeness } from './likeness.js';
import { type Ridge, solveRidge } from './ridge.js';
import { thresholdFor } from './threshold.js';

/** What a sentence says to a yes/no question, negations taken out; open: nothing, or it is none. */
export const SAYS = ['open', 'yes', 'no'] as const;
export type Says = (typeof SAYS)[number];

/** A way of asking that one sentence of an entry's answer should come first for; sentences count from 0. */
export interface OpeningExample {
  readonly entry: string;
  readonly sentence: number;
  readonly says: Says;
  /** As the matcher reads it, negations taken out. */
  readonly text: string;
}

/** What one entry has learned; weights are examples × sentences, and examples × `SAYS`, row by row. */
export interface EntryOpenings {
  readonly entry: string;
  readonly sentenceCount: number;
  readonly vocabulary: Vocabulary;
  readonly index: LexicalIndex;
  readonly sentenceWeights: Float32Array;
  readonly saysWeights: Float32Array;
}

/** All that is needed to choose which sentence opens an answer: plain data. Words alone do: within one entry they tell well what is asked. */
export interface OpeningModel {
  readonly entries: readonly EntryOpenings[];
  /** From this lead over the next sentence on, the best one is moved to the front. */
  readonly sureSentence: number;
  /** From this difference between yes and no on, one of them is said. */
  readonly sureSays: number;
  readonly measured: {
    /** Shares of hidden examples: opened by the right sentence without any threshold; said yes or no, of those that have one. */
    readonly rightSentence: number;
    readonly said: number;
  };
}

const SETTINGS = { ridge: 0.1, balance: 0 };
export interface OpeningRates {
  /** The share of examples that may open with the wrong sentence; the right one still follows. */
  readonly wrongSentence: number;
  /** The share of yes/no examples that may get the wrong word, which would mislead. */
  readonly wrongSays: number;
}
const RATES: OpeningRates = { wrongSentence: 0.1, wrongSays: 0.01 };

interface Trial {
  readonly confidence: number;
  readonly wrong: boolean;
}

/**
 * Learns from examples, entry by entry; deterministic, whatever their order. Thresholds keep the rates on hidden examples, so
 * a rate of 1 % needs a hundred examples to be shown at all.
 */
export function trainOpenings(examples: readonly OpeningExample[], rates: OpeningRates = RATES): OpeningModel {
  const names = [...new Set(examples.map((e) => e.entry))].sort();
  const learned = names.map((entry) =>
    learnEntry(
      entry,
      examples.filter((e) => e.entry === entry),
    ),
  );
  const sentences = learned.flatMap((l) => l.sentenceTrials);
  const says = learned.flatMap((l) => l.saysTrials);
  const sureSays = safeThreshold(says, rates.wrongSays);
  return {
    entries: learned.map((l) => l.openings),
    sureSentence: safeThreshold(sentences, rates.wrongSentence),
    sureSays,
    measured: {
      rightSentence: shareOf(sentences, (t) => !t.wrong),
      said: shareOf(says, (t) => t.confidence >= sureSays),
    },
  };
}

const shareOf = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.filter(holds).length / Math.max(1, items.length);

const safeThreshold = (trials: readonly Trial[], promised: number): number =>
  thresholdFor(
    trials.map((t) => ({ ...t, share: 1 / trials.length })),
    1,
    promised,
  );

/** One entry: its weights, and each example judged as if it had not been learned. */
function learnEntry(entry: string, unsorted: readonly OpeningExample[]) {
  const examples = [...unsorted].sort((a, b) => (a.text < b.text ? -1 : 1));
  const sentenceCount = Math.max(...examples.map((e) => e.sentence)) + 1;
  const { vocabulary, vectors } = learnFeatures(examples.map((e) => e.text));
  const index = indexRows(vectors, vocabulary.idf.length);
  const likeness = lexicalLikeness(index, vectors, Uint32Array.from(examples.keys()));
  const solve = (labels: readonly number[], count: number): Ridge =>
    solveRidge(likeness, Uint16Array.from(labels), count, SETTINGS);
  const bySentence = solve(
    examples.map((e) => e.sentence),
    sentenceCount,
  );
  const bySays = solve(
    examples.map((e) => SAYS.indexOf(e.says)),
    SAYS.length,
  );
  const openings: EntryOpenings = {
    entry,
    sentenceCount,
    vocabulary,
    index,
    sentenceWeights: Float32Array.from(bySentence.weights),
    saysWeights: Float32Array.from(bySays.weights),
  };
  const sentenceTrials = examples.map((e, row): Trial => {
    const { best, lead } = bestOf(bySentence.scoresWithout([row]));
    return { confidence: lead, wrong: best !== e.sentence };
  });
  const saysTrials = examples.flatMap((e, row): readonly Trial[] => {
    if (e.says === 'open') return [];
    const difference = yesOverNo(bySays.scoresWithout([row]));
    return [{ confidence: Math.abs(difference), wrong: difference > 0 !== (e.says === 'yes') }];
  });
  return { openings, sentenceTrials, saysTrials };
}

/** The best by score, and its lead over the next. */
export function bestOf(scores: ArrayLike<number>): { readonly best: number; readonly lead: number } {
  const [best = 0, next = -1] = Array.from(scores, (_, i) => i).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number),
  );
  return { best, lead: (scores[best] ?? 0) - Math.max(0, scores[next] ?? 0) };
}

export const yesOverNo = (scores: ArrayLike<number>): number =>
  (scores[SAYS.indexOf('yes')] as number) - (scores[SAYS.indexOf('no')] as number);
