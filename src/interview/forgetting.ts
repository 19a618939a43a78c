import type { FactName } from '../domain/facts.js';

const FORGET =
  /^\W*(?:(?:ok|no|well|oh|actually|sorry|please|and|but|can you|could you)[,. ]+)*(?:forget|ignore|disregard|scrap|strike|drop|leave out)\b/i;
const SPOKEN_OF: readonly (readonly [FactName, RegExp])[] = [
  ['plan', /\b(?:contract|plan|agreement|membership|service plan|sla)\b/i],
  ['nmc', /\b(?:card|nmc)\b/i],
  ['commissioned', /\b(?:commissioning|start-?up|commissioned|date)\b/i],
];
/** More words than these put something in its place. */
const MOST_WORDS = 12;

/** The fact that a message takes back without saying what is so instead ('forget the contract'); null where it takes none back. */
export function forgottenFact(text: string): FactName | null {
  if (!FORGET.test(text) || text.split(/\s+/).length > MOST_WORDS || text.includes('?')) return null;
  return SPOKEN_OF.find(([, words]) => words.test(text))?.[0] ?? null;
}
