import type { Sign } from '../knowledge/routing-schema.js';
import { sentencesOf } from '../understanding/clauses.js';

/** A sign found: whose it is, and the words. */
export interface FoundSign {
  readonly name: string;
  readonly said: string;
}

/** The signs that a text has, each phrase once; in a sentence with a word that makes a sign void there, it is none. */
export function signsIn(text: string, signs: readonly Sign[]): readonly FoundSign[] {
  const sentences = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  return signs.flatMap(({ name, phrases, unless }) => {
    const told = sentences.filter((sentence) => !unless.some((phrase) => phrase.test(sentence)));
    return phrases.flatMap((phrase): readonly FoundSign[] => {
      const found = told.map((sentence) => phrase.exec(sentence)).find((m) => m !== null);
      return found ? [{ name, said: found[0] }] : [];
    });
  });
}
