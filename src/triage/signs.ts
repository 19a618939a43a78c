import { mayBeAmong, wordStarts } from '../knowledge/phrase-pattern.js';
import type { Sign } from '../knowledge/routing-schema.js';
import { sentencesOf } from '../understanding/clauses.js';

/** A sign found: whose it is, and the words. */
export interface FoundSign {
  readonly name: string;
  readonly said: string;
}

/** What tells a sign in words. */
export type SignWords = Pick<Sign, 'name' | 'phrases' | 'unless' | 'despite'>;

/** The signs that a text has, each phrase once; in a sentence with a word that makes a sign void there, it is none. */
export function signsIn(text: string, signs: readonly SignWords[]): readonly FoundSign[] {
  const words = wordStarts(text);
  const sentences = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  return signs.flatMap(({ name, phrases, unless, despite }) => {
    const likely = phrases.filter((phrase) => mayBeAmong(phrase, words));
    if (likely.length === 0) return [];
    const voiding = unless.filter((phrase) => mayBeAmong(phrase, words));
    const looked = (sentence: string) => despite.reduce((text, { pattern }) => text.replace(pattern, ' '), sentence);
    const told =
      voiding.length === 0
        ? sentences
        : sentences.filter((sentence) => !voiding.some(({ pattern }) => pattern.test(looked(sentence))));
    return likely.flatMap(({ pattern }): readonly FoundSign[] => {
      const found = told.map((sentence) => pattern.exec(sentence)).find((m) => m !== null);
      return found ? [{ name, said: found[0] }] : [];
    });
  });
}
