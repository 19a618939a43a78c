import { vectorizer } from './features.js';
import { lexicalSimilarities } from './lexical-index.js';
import { bestOf, type EntryOpenings, type OpeningModel, SAYS, type Says, yesOverNo } from './opening-model.js';
import { foldedWords } from './words.js';

/** Which sentence of an entry opens its answer. */
export interface Opening {
  /** Its place in the answer, from 0; null where none is surely meant. */
  readonly sentence: number | null;
  /** What it says to the message read as a yes/no question without negation; open where that is not sure. */
  readonly says: Says;
}

/** Chooses for one entry and a message as the matcher reads it, negations taken out. */
export type Opener = (entry: string, text: string) => Opening;

const PLAIN: Opening = { sentence: null, says: 'open' };

/** Makes a model ready; an entry that it does not know keeps its own order. */
export function createOpener(model: OpeningModel): Opener {
  const choosers = new Map(model.entries.map((openings) => [openings.entry, chooser(openings, model)]));
  return (entry, text) => choosers.get(entry)?.(text) ?? PLAIN;
}

function chooser(openings: EntryOpenings, { sureSentence, sureSays }: OpeningModel): (text: string) => Opening {
  const { vocabulary, index, sentenceCount } = openings;
  const vectorOf = vectorizer(vocabulary);
  const likeness = new Float32Array(openings.saysWeights.length / SAYS.length);
  return (text) => {
    lexicalSimilarities(index, vectorOf(foldedWords(text)), likeness);
    const { best, lead } = bestOf(scoresOf(likeness, openings.sentenceWeights, sentenceCount));
    const difference = yesOverNo(scoresOf(likeness, openings.saysWeights, SAYS.length));
    const says = Math.abs(difference) < sureSays ? 'open' : difference > 0 ? 'yes' : 'no';
    return lead < sureSentence ? { sentence: null, says } : { sentence: best, says };
  };
}

function scoresOf(likeness: Float32Array, weights: Float32Array, labels: number): Float64Array {
  const scores = new Float64Array(labels);
  for (let row = 0; row < likeness.length; row++) {
    const like = likeness[row] as number;
    if (like === 0) continue;
    for (let label = 0; label < labels; label++)
      scores[label] = (scores[label] as number) + like * like * (weights[row * labels + label] as number);
  }
  return scores;
}
