import type { Day } from '../domain/day.js';
import type { Facts, Nmc } from '../domain/facts.js';
import { boundsOfDate } from '../domain/partial-date.js';
import { dateWords, onDate } from './date-words.js';
import { WORDING } from './wording.js';

/** How a device is called in a sentence: 'the Galaxy VS', 'the cooling unit', or 'the device'. */
export const deviceWords = ({ family }: Facts): string =>
  family === undefined ? WORDING.theDevice : `the ${isPlainNoun(family) ? family.toLowerCase() : family}`;

/** A kind of device and no product's name: 'Cooling unit'. */
const isPlainNoun = (family: string): boolean => /^[A-Z][a-z]+(?: [a-z]+)+$/.test(family);

/** A card in a sentence: 'an NMC3', 'no network management card'. */
export const cardWords = (nmc: Nmc | undefined): string =>
  nmc === undefined ? 'some card' : nmc === 'none' ? 'no network management card' : `an ${nmc}`;

/** The facts known of a device, shortly: 'Galaxy VS, NMC3, commissioned on 14 May 2026, no service contract'. */
export function factsWords(facts: Facts, planName: string | null, asOf: Day): string {
  const parts: string[] = [];
  if (facts.family !== undefined) parts.push(facts.family);
  if (facts.nmc !== undefined) parts.push(facts.nmc === 'none' ? 'no network management card' : facts.nmc);
  if (facts.commissioned === 'not-yet') parts.push('not commissioned yet');
  else if (facts.commissioned !== undefined) {
    const ahead = boundsOfDate(facts.commissioned).from > asOf;
    parts.push(`${ahead ? 'to be commissioned' : 'commissioned'} ${onDate(facts.commissioned)}`);
  }
  if (facts.plan !== undefined) {
    const start = facts.contractStart;
    const from = start === undefined ? '' : start === 'in-effect' ? ' in effect' : ` from ${dateWords(start)}`;
    const to = facts.contractEnd === undefined ? '' : ` until ${dateWords(facts.contractEnd)}`;
    parts.push(`${planName ?? facts.plan}${from}${to}`);
  }
  return parts.join(', ');
}

/** With its first letter large. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** 'a, b or c'. */
export function listWords(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
