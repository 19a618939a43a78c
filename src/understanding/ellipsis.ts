import type { Facts } from '../domain/facts.js';
import { cardMentions } from './card-claims.js';
import type { Span } from './clauses.js';
import type { Understood } from './understand.js';

/** What a message names and says nothing else of, so that it repeats what was said before for another name. */
export type Named =
  | { readonly kind: 'products' }
  /** A card or a plan, or that there is no plan; `said`: in as few words. */
  | { readonly kind: 'fact'; readonly facts: Facts; readonly said: string };

/** Words that say nothing beside the name they stand with: 'and what about the … too?'. */
const FILLER =
  /\b(?:and|or|but|what|how|about|if|for|the|an?|our|my|your|also|too|as|well|same|question|i|we|mean|its|it|is|got|here|there|told|you|said|already|are|was|were|had|has|have|that|this|those|with|then|so|ok|okay|in|of|on|case|old|new|please|pls|does|do|s|next|to|beside|near|by|him|them|ups|pdus?|units?|devices?|one|ones|only|just|instead)\b/gi;
/** Words that belong to the name of a card or of a plan. */
const OF_NAME = /\b(?:nmc|cards?|no|without|any|service|maintenance|contracts?|plans?|membership|agreement|at|all)\b/gi;
/** A kind of device, which names no product and yet another thing than the one before. */
const DEVICES = /\b(?:ups|pdu|unit|device)s?\b/i;
const ASKS_FOR = /^\W*(?:(?:ok|so|then)[, ]+)*(?:and|or|what about|how about)\b/i;
const LONGEST = 60;
/** Where a device stands says nothing that anything hangs on. */
const PLACE =
  /\b(?:in|at|of|from) (?:the|our|my|your|their)? ?(?:\w+ )?(?:hall|room|building|site|plant|rack|basement|office|floor|container)\b(?: \w{1,2}\b)?/gi;

/** 'Is our VXL in?' asks by itself whether it is included, 'we have a VXL' tells of a device: neither only names one. */
const OWN_CLAUSE =
  /^\W*(?:(?:and|so|but|also|ok|okay)[, ]+)*(?:(?:is|are)\b.*\bin\W*$|(?:we|i)(?: have|['’]ve(?: got)?| got| own| run| use| operate)\b[^?]*$)/i;

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** What a message only names ('and the VXL?', 'what about NMC2?', 'and without a contract?'); null where it says more. */
export function onlyNamed(understood: Understood, read: (text: string) => Understood): Named | null {
  const { text, products } = understood;
  if (text.length > LONGEST) return null;
  if (products.length > 0)
    return OWN_CLAUSE.test(text) ||
      hasWords(without(text, products).replace(PLACE, ' ').replace(FILLER, ' ').replace(OF_NAME, ' '))
      ? null
      : { kind: 'products' };
  const said = text
    .replace(FILLER, ' ')
    .replace(/[^\p{L}\p{N}+ -]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!hasWords(said)) return DEVICES.test(text) && ASKS_FOR.test(text) ? { kind: 'products' } : null;
  const { plans, devices } = read(said);
  const facts = devices[0]?.facts ?? {};
  if (facts.nmc === undefined && facts.plan === undefined) return null;
  const rest = without(said, [...plans, ...cardMentions(said)]).replace(OF_NAME, ' ');
  return hasWords(rest) ? null : { kind: 'fact', facts, said };
}

/**
 * A question said before, asked for another name: the name takes the place of one of its kind, or is put behind the question where there
 * is none.
 */
export function askedFor(
  named: Named,
  before: Understood,
  understood: Understood,
  read: (text: string) => Understood,
): string {
  const [place, another] = placesFor(named, before, read);
  const said = named.kind === 'products' ? (understood.products[0]?.said ?? '') : named.said;
  if (!place || another) return `${before.text} ${understood.text}`;
  return `${before.text.slice(0, place.start)}${said}${before.text.slice(place.end)}`;
}

function placesFor(named: Named, before: Understood, read: (text: string) => Understood): readonly Span[] {
  if (named.kind === 'products') return before.products;
  if (named.facts.nmc !== undefined) return cardMentions(before.text);
  return before.plans.length > 0 ? before.plans : shortNames(before.text, read);
}

/** Plans by a short name, which is one only where it stands alone. */
const shortNames = (text: string, read: (text: string) => Understood): readonly Span[] =>
  [...text.matchAll(/\p{Lu}\p{L}+/gu)]
    .map((m) => ({ start: m.index, end: m.index + m[0].length, said: m[0] }))
    .filter(({ said }) => read(said).plans.length > 0);

function without(text: string, spans: readonly Span[]): string {
  let rest = text;
  for (const s of [...spans].sort((a, b) => b.start - a.start)) rest = `${rest.slice(0, s.start)} ${rest.slice(s.end)}`;
  return rest;
}
