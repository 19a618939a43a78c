import type { FactName } from '../domain/facts.js';
import { factOf, wordsFor } from './fact-words.js';

/** What was said of these is taken back by any of the verbs. */
const TOLD = wordsFor('family', 'commissioned');
/** These exist in the world as well, where they can be cancelled or removed. */
const OWNED = wordsFor('nmc', 'plan');
const BEFORE =
  '(?:what i (?:said|wrote|told you) (?:about|of|on)\\s+)?(?:the|my|our|that|this|its|his|her|their|any)?\\s*(?:\\w+\\s+)?';
const FORGET = new RegExp(
  `^\\W*(?:(?:ok(?:ay)?|no|well|oh|actually|sorry|please|pls|wait|hm+|and|then)[,. ]+)*(?:(?:forget|ignore|scratch|disregard|strike|skip|leave out|take back|never ?mind)\\s+(?:about\\s+)?${BEFORE}(?:${TOLD}|${OWNED})|(?:drop|remove|delete|cancel)\\s+${BEFORE}(?:${TOLD}))(?: (?:date|day|name|type|part|thing|bit|then|please|i said|i gave|i gave you|i mentioned|for now|again|of commissioning))*\\W*$`,
  'i',
);
const WORD = new RegExp(`\\b(${TOLD}|${OWNED})\\b`, 'i');

/** The fact that a message takes back ('forget the contract', 'ignore the date I gave'); null where it is no such message. */
export function forgottenFact(text: string): FactName | null {
  if (text.length > 80) return null;
  if (!FORGET.test(text)) return null;
  // 'The start date' of a contract goes with the contract's dates, and of nothing else.
  if (/\bstart date\b|\bcontract (?:date|day)\b/i.test(text)) return 'contractStart';
  if (/\bend date\b/i.test(text)) return 'contractEnd';
  return factOf(WORD.exec(text)?.[1] ?? '');
}
