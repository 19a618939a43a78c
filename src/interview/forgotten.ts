import type { FactName } from '../domain/facts.js';

const FORGET =
  /^\W*(?:(?:ok(?:ay)?|no|well|oh|actually|sorry|please|pls|wait|hm+|and|then)[,. ]+)*(?:forget|ignore|scratch|disregard|drop|strike|skip|remove|delete|leave out|take back|never ?mind|cancel)\s+(?:about\s+)?(?:what i (?:said|wrote|told you) (?:about|of|on)\s+)?(?:the|my|our|that|this|its|his|her|their|any)?\s*(?:\w+\s+)?(contract|plan|agreement|membership|commissioning|date|day|card|nmc\d?|product|family|name|model)(?: (?:date|day|name|type|part|thing|bit|then|please|i said|i gave|i gave you|i mentioned|for now|again|of commissioning))*\W*$/i;

const FACT: Readonly<Record<string, FactName>> = {
  contract: 'plan',
  plan: 'plan',
  agreement: 'plan',
  membership: 'plan',
  commissioning: 'commissioned',
  date: 'commissioned',
  day: 'commissioned',
  card: 'nmc',
  nmc: 'nmc',
  product: 'family',
  family: 'family',
  name: 'family',
  model: 'family',
};

/** The fact that a message takes back ('forget the contract', 'ignore the date I gave'); null where it is no such message. */
export function forgottenFact(text: string): FactName | null {
  if (text.length > 80) return null;
  const word = FORGET.exec(text)?.[1]?.toLowerCase().replace(/\d$/, '');
  if (word === undefined) return null;
  // 'The start date' of a contract goes with the contract's dates, and of nothing else.
  if (/\bstart date\b|\bcontract (?:date|day)\b/i.test(text)) return 'contractStart';
  if (/\bend date\b/i.test(text)) return 'contractEnd';
  return FACT[word] ?? null;
}
