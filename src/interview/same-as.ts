import type { FactName, Facts } from '../domain/facts.js';
import { factOf, wordsFor } from './fact-words.js';
import type { DeviceState } from './state.js';

const WORDS = `${wordsFor('family', 'nmc', 'commissioned', 'plan')}|cover`;
const SAME = new RegExp(
  `\\b(?:same|identical)\\s+(?:kind of\\s+|service\\s+|network\\s+(?:management\\s+)?|commissioning\\s+)?(${WORDS})\\b|\\b(${WORDS})s?\\s*(?:is|are|was|as|:|,)?\\s*(?:also\\s+)?(?:the\\s+)?same\\b`,
  'gi',
);
const DENIED = /(?:\bnot|n['’]t|\bno longer)\s+(?:the\s+|have\s+the\s+|on\s+the\s+)?$/i;

/** The same contract runs for the same time. */
const withDays = (fact: FactName): readonly FactName[] =>
  fact === 'plan' ? ['plan', 'contractStart', 'contractEnd'] : [fact];

/** What a message says to be the same as with the device before: 'same card', 'the date is the same'. */
function sameFacts(text: string): readonly FactName[] {
  return [...text.matchAll(SAME)]
    .filter((m) => !DENIED.test(text.slice(0, m.index)))
    .flatMap((m) => withDays(factOf(m[1] ?? m[2] ?? '') ?? 'plan'));
}

/** The facts that a message takes over from another device, by saying that they are the same there. Only what is named is taken. */
export function sameAs(text: string, other: DeviceState | null): Facts {
  if (other === null) return {};
  const facts = sameFacts(text).flatMap((name) => (other.facts[name] === undefined ? [] : [[name, other.facts[name]]]));
  return Object.fromEntries(facts) as Facts;
}

const AS_BEFORE =
  /^\W*(?:(?:the|it['’]?s|is|also|again|as|well|just)\W+)*(?:same|ditto|likewise|identical)(?: (?:as (?:before|above|the (?:first|other|last|previous)(?: one)?|with the (?:first|other)(?: one)?)|one|again|here|there|thing|too))*\W*$/i;

/** 'Same as before' to a question: the fact that is asked for, from the device before. Null where it is no such answer, or not known there. */
export function asBefore(text: string, asked: FactName, other: DeviceState | null): Facts | null {
  if (other === null || !AS_BEFORE.test(text) || other.facts[asked] === undefined) return null;
  const { plan, contractStart, contractEnd, ...rest } = other.facts;
  const contract = {
    ...(plan === undefined ? {} : { plan }),
    ...(contractStart === undefined ? {} : { contractStart }),
    ...(contractEnd === undefined ? {} : { contractEnd }),
  };
  return asked === 'plan' || asked === 'contractStart' || asked === 'contractEnd'
    ? contract
    : ({ [asked]: rest[asked] } as Facts);
}
