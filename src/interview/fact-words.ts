import type { FactName } from '../domain/facts.js';

/** The words by which people speak of a fact. */
const WORDS = {
  family: ['product', 'family', 'name', 'model', 'type'],
  nmc: ['card', 'nmc'],
  commissioned: ['commissioning', 'date', 'day', 'month'],
  plan: ['contract', 'plan', 'agreement', 'membership'],
} as const satisfies Partial<Record<FactName, readonly string[]>>;

/** A fact that people speak of in a word of its own; what is said of the contract's days is said of it. */
export type SpokenFact = keyof typeof WORDS;

/** Alternatives of a pattern: the words for these facts, a card's number with them. */
export const wordsFor = (...facts: readonly SpokenFact[]): string =>
  facts.flatMap((fact) => WORDS[fact].map((word) => (word === 'nmc' ? 'nmc\\d?' : word))).join('|');

/** The fact that one of the words speaks of. */
export function factOf(word: string): SpokenFact | null {
  const said = word.toLowerCase().replace(/\d$/, '');
  const facts = Object.keys(WORDS) as readonly SpokenFact[];
  return facts.find((fact) => (WORDS[fact] as readonly string[]).includes(said)) ?? null;
}
