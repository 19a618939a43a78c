import { type Day, plusDays } from '../domain/day.js';
import type { FactName, Facts, Nmc } from '../domain/facts.js';
import type { PlanId } from '../domain/ids.js';

import { dateFromRange } from '../domain/partial-date.js';
import type { Question } from '../domain/reply.js';
import { bareCardNumber } from '../understanding/card-claims.js';
import { saysNotYet } from '../understanding/commissioning.js';
import { looseDate, type Trouble, type Understood } from '../understanding/understand.js';
import { SAYS } from './next-question.js';
import type { Pending } from './state.js';

/** What an answer to the open question comes to. */
export type Answered =
  | { readonly kind: 'facts'; readonly facts: Facts }
  | { readonly kind: 'dont-know' }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'no-answer' };

const DONT_KNOW =
  /\b(?:(?:i|we)? ?(?:do ?n['’]?o?t|dont|don t|have no|no) (?:really )?(?:know|idea|clue)|not sure|unsure|no idea|no clue|can(?:no|['’]?)t (?:say|tell|find|remember)|unknown|nobody (?:here )?knows|beats me|dunno|idk|haven['’]?t (?:a clue|got a clue|any idea)|how (?:do|can|would) (?:i|we) (?:know|find|see|tell))\b/i;
const YES = /^\W*(?:yes|yep|yeah|yup|sure|correct|right|indeed|exactly|it (?:is|does)|true|ok(?:ay)?)\b/i;
const NO = /^\W*(?:no|nope|nah|none|nothing|not|without|negative|neither)\b/i;

export const saysDontKnow = (text: string): boolean => DONT_KNOW.test(text);

/** Facts that a message gives by itself, before the open question is looked at; none of them a bare word. */
export const statedFacts = (understood: Understood): Facts => understood.devices[0]?.facts ?? {};

/**
 * Reads a message as the answer to the open question. What was understood of it by itself goes first;
 * after that bare words count ('4', 'no', 'May 2025'), which mean nothing without the question.
 */
export function readAnswer(
  understood: Understood,
  pending: Pending,
  question: Question | null,
  today: Day,
  known: Facts,
): Answered {
  const facts = statedFacts(understood);
  if (facts[pending.fact] !== undefined && !isAmbiguousAgain(facts, known, pending.fact))
    return { kind: 'facts', facts };
  const bare = BARE[pending.fact](understood, question, today);
  if (bare) return { kind: 'facts', facts: { ...facts, ...bare } };
  const [trouble] = understood.troubles;
  if (trouble) return { kind: 'trouble', trouble };
  if (pending.fact === 'nmc' && noSuchNumber(understood)) {
    return { kind: 'trouble', trouble: { kind: 'no-such-card', said: understood.text.trim() } };
  }
  if (saysDontKnow(understood.text)) return { kind: 'dont-know' };
  return Object.keys(facts).length > 0 ? { kind: 'facts', facts } : { kind: 'no-answer' };
}

const isAmbiguousAgain = (facts: Facts, known: Facts, fact: FactName): boolean =>
  fact === 'family' && facts.family === known.family && Object.keys(facts).length === 1;

type Bare = (u: Understood, question: Question | null, today: Day) => Facts | null;

const BARE: Readonly<Record<FactName, Bare>> = {
  family: (u, question) => {
    const option = pickedOption(u.text, question?.choices.map((c) => c.says) ?? []);
    return option === null ? null : { family: option };
  },
  nmc: (u) => {
    const number = bareCardNumber(u.text);
    if (number !== null && number >= 1 && number <= 4) return { nmc: `NMC${number}` as Nmc };
    return /\b(?:none|no card|not fitted|without)\b/i.test(u.text) ? { nmc: 'none' } : null;
  },
  commissioned: (u) => {
    if (saysNotYet(u.text) || /^\W*(?:not yet|no,? not yet)\W*$/i.test(u.text)) return { commissioned: 'not-yet' };
    const date = looseDate(u);
    return date === null ? null : { commissioned: date };
  },
  plan: (u) => {
    const [mention] = u.plans;
    if (mention)
      return {
        plan: mention.plan.id as PlanId,
        ...(mention.plan.gives === 'cover' ? { contractStart: 'in-effect' } : {}),
      };
    return NO.test(u.text) && !/\bnot sure\b/i.test(u.text) ? { plan: 'none' as PlanId } : null;
  },
  contractStart: (u, _q, today) => {
    const date = looseDate(u);
    if (date !== null) return { contractStart: date };
    if (
      u.text.trim() === SAYS.startsLater ||
      /\b(?:not yet|later|in (?:the )?future|still to come)\b/i.test(u.text) ||
      NO.test(u.text)
    ) {
      return { contractStart: dateFromRange({ from: plusDays(today, 1), to: '2099-12-31' as Day }) };
    }
    return YES.test(u.text) || /\b(?:in effect|running|active|in force|current|already|runs)\b/i.test(u.text)
      ? { contractStart: 'in-effect' }
      : null;
  },
  contractEnd: (u) => {
    const date = looseDate(u);
    return date === null ? null : { contractEnd: date };
  },
};

const noSuchNumber = (u: Understood): boolean => {
  const number = bareCardNumber(u.text);
  return number !== null && (number < 1 || number > 4) && u.text.trim().length <= 12;
};

const ORDINALS: readonly RegExp[] = [
  /\b(?:first|1st|former)\b/i,
  /\b(?:second|2nd)\b/i,
  /\b(?:third|3rd)\b/i,
  /\b(?:fourth|4th)\b/i,
  /\b(?:fifth|5th)\b/i,
];

/** 'the second one', or an option by its name, of what was offered. */
export function pickedOption(text: string, options: readonly string[]): string | null {
  const said = text.trim().toLowerCase();
  const exact = options.find((o) => o.toLowerCase() === said);
  if (exact !== undefined) return exact;
  if (text.trim().length > 40) return null;
  if (/\blast\b/i.test(text)) return options.at(-1) ?? null;
  const at = ORDINALS.findIndex((o) => o.test(text));
  return at >= 0 ? (options[at] ?? null) : null;
}
