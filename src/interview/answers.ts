import { type Day, plusDays } from '../domain/day.js';
import type { FactName, Facts, Nmc } from '../domain/facts.js';
import type { PlanId } from '../domain/ids.js';

import { boundsOfDate, dateFromRange, type PartialDate } from '../domain/partial-date.js';
import type { Question } from '../domain/reply.js';
import { bareCardNumber } from '../understanding/card-claims.js';
import { saysNotYet } from '../understanding/commissioning.js';
import { looseDate, saysOnlyDates } from '../understanding/loose-dates.js';
import { picksOf } from '../understanding/picks.js';
import { NOT_QUALIFIED } from '../understanding/plans/stated-plan.js';
import { supposes } from '../understanding/supposes.js';
import type { Trouble, Understood } from '../understanding/understand.js';
import { contractDates } from './contract-dates.js';
import { dayOfKnownMonth } from './day-of-month.js';
import { wordsFor } from './fact-words.js';
import { putsRight } from './known-years.js';
import { SAYS } from './next-question.js';
import type { Pending } from './state.js';

/** What an answer to the open question comes to. */
export type Answered =
  /** `forget`: a fact that no longer holds and has no other value. */
  | { readonly kind: 'facts'; readonly facts: Facts; readonly forget?: FactName }
  | { readonly kind: 'dont-know'; readonly of: FactName }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'no-answer' };

const DONT_KNOW =
  /\b(?:(?:i|we)? ?(?:do ?n['’]?o?t|dont|don t|have no|no) (?:really )?(?:know|idea|clue)|not sure|unsure|no idea|no clue|can(?:no|['’]?)t (?:say|tell|find|remember)|unknown|nobody (?:here )?knows|beats me|dunno|idk|none of (?:us|them) knows?|not that i know|have to (?:ask|check|look)|haven['’]?t (?:a clue|got a clue|any idea)|how (?:do|can|would) (?:i|we) (?:know|find|see|tell))\b/i;
const YES = /^\W*(?:yes|yep|yeah|yup|sure|correct|right|indeed|exactly|it is|it does|true|ok(?:ay)?)\W*$/i;
/** A plain no, and nothing else: 'no idea', 'no, wait' are none. */
const PLAIN_NO =
  /^\W*(?:(?:(?:we|they|i|he|she|it|there)(?:['’](?:s|ve|re))? )?(?:have |has |had |is |are |got )?(?:none|nothing)(?: (?:of (?:them|these|those|that|it)|at all|like that|so far|yet|here|now|anymore|any more))?|no|nope|nah|neither|nil|zero|not any|not at all|none at all|no,? (?:none|nothing|we|i|it|they|there)\b.{0,40}|no (?:service |maintenance |support )?(?:contract|plan|agreement|cover)\b.{0,20})\W*$/i;
/** After plans that are denied: and there is no other. */
const NOTHING_ELSE = /\b(?:nothing|none|neither|nor|no (?:contract|plan)s?|not any)\b/i;
const OWN = /\b(?:our|ours|my|mine)\b/i;
/** A message that asks or supposes states nothing. */
const ASKS =
  /^\W*(?:(?:and|but|so|ok)[, ]+)*(?:what|which|how|who|why|when|was|were|is|are|does|do|did|could|would|should|may|might|if|suppose|let['’]?s say|say we|imagine)\b[^.]*\?\s*$/i;
const DOUBTS = /\b(?:hopefully|maybe|perhaps|i doubt|might be|could be|i guess|possibly|supposedly)\b/i;
/** Of signing, buying or paying, which is not when a contract takes effect. */
const PURCHASE = /\b(?:sign\w*|order\w*|bought|purchas\w*|invoice\w*|quote\w*|paid|dated|offer\w*)\b/i;
/** Says of a day asked back about that it is still to come. */
const PLANNED =
  /^\W*(?:yes,? )?(?:(?:it|that|the commissioning)(?:['’]s| is| was)? )?(?:meant to be )?(?:planned|scheduled|still to come|to come|in the future)\b(?: for (?:then|that day|that date))?\W*$|\bplanned for (?:then|that)\b/i;
const CONTRACT_OVER = /\b(?:expired|ended|cancel\w*|lapsed|ran out|terminated|over|no longer)\b/i;
const IN_EFFECT =
  /^\W*(?:yes,? )?(?:it(?:['’]s| is)? |they(?:['’]re| are)? |we(?:['’]re| are)? )?(?:is |has been )?(?:already |currently )?(?:in effect|in force|running|runs|active|current|valid|ongoing|in place)(?: already| now| today)?\W*$/i;
const LATER =
  /\b(?:not yet|later|in (?:the )?future|still to come|(?:has|have) ?n['’]?o?t (?:started|begun)|will (?:start|begin|be active|run))\b/i;

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
  // 'Is our Galaxy VS covered?' says which product it is, as long as that is not known.
  const names = known.family === undefined && facts.family !== undefined && OWN.test(understood.text);
  if ((ASKS.test(understood.text) && !names) || supposes(understood.text)) return { kind: 'no-answer' };
  if (pending.fact === 'nmc' && DOUBTS.test(understood.text)) return { kind: 'dont-know', of: 'nmc' };
  // 'No clue about contracts' names a contract and tells of none.
  const tells = Object.keys(facts).filter((name) => name !== 'plan' || facts.plan !== 'other');
  if (saysDontKnow(understood.text) && tells.length === 0 && looseDate(understood) === null)
    return { kind: 'dont-know', of: factSpokenOf(understood.text, pending.fact) ?? pending.fact };
  if (facts[pending.fact] !== undefined && !isAmbiguousAgain(facts, known, pending.fact))
    return { kind: 'facts', facts };
  // 'No idea' is no 'no'; a date beside it is as near as the asker knows.
  if (saysDontKnow(understood.text) && looseDate(understood) === null) return { kind: 'dont-know', of: pending.fact };
  if (pending.doubted !== undefined && pending.fact === 'commissioned' && PLANNED.test(understood.text))
    return { kind: 'facts', facts: { ...facts, commissioned: pending.doubted } };
  const asks = understood.text.trim().endsWith('?');
  if (pending.fact === 'contractEnd' && IN_EFFECT.test(understood.text))
    return { kind: 'facts', facts: { contractStart: 'in-effect' }, forget: 'contractEnd' };
  const bare = asks ? null : BARE[pending.fact](understood, question, today, known);
  if (bare) return { kind: 'facts', facts: { ...facts, ...bare } };
  // 'No, they are no partner' tells of the contract that was said before, whatever is asked for now.
  if (!asks && known.plan === 'other' && pending.fact !== 'plan' && NOT_QUALIFIED.test(understood.text))
    return { kind: 'facts', facts: { ...facts, plan: 'none' as PlanId } };
  const date = asks ? null : dayOfNothingElse(understood, pending.fact, known);
  if (date) return { kind: 'facts', facts: { ...facts, commissioned: date } };
  const trouble = understood.troubles.find((t) => t.kind !== 'unknown-name');
  if (trouble) return { kind: 'trouble', trouble };
  if (pending.fact === 'nmc' && noSuchNumber(understood)) {
    return { kind: 'trouble', trouble: { kind: 'no-such-card', said: understood.text.trim() } };
  }
  if (saysDontKnow(understood.text)) return { kind: 'dont-know', of: pending.fact };
  return Object.keys(facts).length > 0 ? { kind: 'facts', facts } : { kind: 'no-answer' };
}

/**
 * A date and nothing else, where no date was asked for, is the day of commissioning: told ahead of its question, or put right. A
 * second day that is not said to put the first one right is left alone: it may be of the contract.
 */
function dayOfNothingElse(understood: Understood, asked: FactName, known: Facts): PartialDate | null {
  if (asked !== 'family' && asked !== 'nmc' && asked !== 'plan') return null;
  const right = putsRight(understood.text);
  const loose = looseDate(understood);
  if (loose !== null && saysOnlyDates(understood, right ? MORE_WORDS : 0))
    return known.commissioned === undefined || right ? loose : null;
  return right ? dayOfKnownMonth(understood.text, dateKnown(known)) : null;
}

const SPOKEN = {
  plan: new RegExp(`\\b(?:${wordsFor('plan')})s?\\b`, 'i'),
  nmc: new RegExp(`\\b(?:${wordsFor('nmc')})s?\\b`, 'i'),
};

/** The fact that 'I don't know' is said of, where it names one. */
function factSpokenOf(text: string, asked: FactName): FactName | null {
  if (SPOKEN.plan.test(text)) return asked.startsWith('contract') ? asked : 'plan';
  if (/\bcommission\w*/i.test(text)) return 'commissioned';
  return SPOKEN.nmc.test(text) ? 'nmc' : null;
}

/** What puts a date right may say so in some words more. */
export const MORE_WORDS = 2;

/** The day of commissioning as far as it is known; null where it is not, or is still to come. */
export const dateKnown = ({ commissioned }: Facts): PartialDate | null =>
  commissioned === undefined || commissioned === 'not-yet' ? null : commissioned;

const isAmbiguousAgain = (facts: Facts, known: Facts, fact: FactName): boolean =>
  fact === 'family' && facts.family === known.family && Object.keys(facts).length === 1;

type Bare = (u: Understood, question: Question | null, today: Day, known: Facts) => Facts | null;

const BARE: Readonly<Record<FactName, Bare>> = {
  family: (u, question) => {
    const option = pickedOption(u.text, question?.choices.map((c) => c.says) ?? []);
    return option === null ? null : { family: option };
  },
  nmc: (u) => {
    const left = cardLeft(u.text);
    if (left !== null) return { nmc: left };
    const number = bareCardNumber(u.text);
    if (number !== null && number >= 1 && number <= 4) return { nmc: `NMC${number}` as Nmc };
    return /^\W*(?:none|no card|there is (?:none|no card)|not fitted|without (?:a )?card)\W*$/i.test(u.text)
      ? { nmc: 'none' }
      : null;
  },
  commissioned: (u, _q, _today, known) => {
    if (saysNotYet(u.text) || /^\W*(?:not yet|no,? not yet)\W*$/i.test(u.text)) return { commissioned: 'not-yet' };
    const date = looseDate(u) ?? dayOfKnownMonth(u.text, dateKnown(known));
    return date === null ? null : { commissioned: date };
  },
  plan: (u, question) => {
    const denied = u.deniedPlans.length > 0 && u.plans.length === 0 && NOTHING_ELSE.test(u.text);
    const foreign = question?.because.kind === 'open-plan' && NOT_QUALIFIED.test(u.text);
    // 'No, there is an NMC4 in it', 'no, it was 3 May' deny something that was said before, and no contract.
    const none = PLAIN_NO.test(u.text) && !tellsOther(u);
    return none || denied || foreign ? { plan: 'none' as PlanId } : null;
  },
  contractStart: (u, _q, today) => {
    if (saysDontKnow(u.text)) return null;
    if (CONTRACT_OVER.test(u.text)) return { plan: 'none' as PlanId };
    if (PURCHASE.test(u.text)) return null;
    const date = looseDate(u);
    if (date !== null) return { contractStart: date };
    // 'Not yet commissioned' says nothing of the contract.
    if (Object.keys(statedFacts(u)).length > 0) return null;
    if (u.text.trim() === SAYS.startsLater || LATER.test(u.text) || /^\W*(?:no|nope|not yet)\W*$/i.test(u.text))
      return { contractStart: afterToday(today) };
    return YES.test(u.text) || IN_EFFECT.test(u.text) ? { contractStart: 'in-effect' } : null;
  },
  contractEnd: (u, _q, today, known) => {
    const dates = contractDates(u);
    const end = dates.contractEnd ?? (dates.contractStart === undefined ? looseDate(u) : null);
    const over = CONTRACT_OVER.test(u.text) && (end === null || boundsOfDate(end).to < today);
    // A contract that has ended is none; that it was once said to be in effect would contradict its end again.
    if (over && (end === null || known.contractStart === 'in-effect')) return { plan: 'none' as PlanId };
    if (end !== null) return { ...dates, contractEnd: end };
    return dates.contractStart === undefined ? null : dates;
  },
};

const tellsOther = (u: Understood): boolean => u.dates.length > 0 || Object.keys(statedFacts(u)).length > 0;

/** Some day after today: all that is said by 'it starts later'. */
export const afterToday = (today: Day) => dateFromRange({ from: plusDays(today, 1), to: '2099-12-31' as Day });

/** 'Not a 2 and not a 4' leaves one card; null where the message leaves more, or names one. */
function cardLeft(text: string): Nmc | null {
  const denied = new Set(
    [...text.matchAll(/\b(?:not|neither|nor|no)\s+(?:an?\s+)?(?:nmc\s?)?([2-4])\b/gi)].map((m) => m[1]),
  );
  const left = ['2', '3', '4'].filter((n) => !denied.has(n));
  return left.length === 1 ? (`NMC${left[0]}` as Nmc) : null;
}

const noSuchNumber = (u: Understood): boolean => {
  const number = bareCardNumber(u.text);
  return number !== null && (number < 1 || number > 4) && u.text.trim().length <= 12;
};

/** 'the second one', or an option by its name, of what was offered. */
export function pickedOption(text: string, options: readonly string[]): string | null {
  const said = text.trim().toLowerCase();
  const exact = options.find((o) => o.toLowerCase() === said);
  if (exact !== undefined) return exact;
  const [only, second] = picksOf(text, options.length, false);
  return only === undefined || second !== undefined ? null : (options[only] ?? null);
}
