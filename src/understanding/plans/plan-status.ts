import type { Plan } from '../../knowledge/knowledge.js';
import { clauseAround, type Span, sentenceAt } from '../clauses.js';
import { OTHERS_BELIEVE } from '../hearsay.js';
import { startIsOpen } from './contract-start.js';
import { asksWhetherHeld, isHeld, isToldOf, ofOthers, wishesFor } from './plan-held.js';
import { BOUGHT, ELSEWHERE, HYPOTHETICAL, LEFT_OUT, SAID_BY_OTHERS } from './plan-words.js';
import { visitStatus } from './visit-status.js';

/** How a plan is spoken of, which decides whether it is a fact and whether it is in effect. */
export type PlanStatus = 'had' | 'bought' | 'over' | 'hypothetical' | 'stated';

const OVER =
  /(?:\b(?:not|never)|n['’]?t) (?:been )?(?:renew|extend|prolong|continu)(?:e?d)?\b(?![^.;,?!]{0,30}\b(?:yet|so far)\b)|\b(?:ran out|run out|lapsed?|has ended|have ended|ended|(?:is|was|has|contract|plan|agreement|membership|amc) (?:\w+ )?finished|expired|terminated|cancell?ed|no longer|used to (?:have|be)|former(?:ly)?|previous(?:ly)?|old contract|is over|discontinued|let .{0,30}lapse|let go of|stopped|gave up|dropped)\b/i;
/** 'It has not been cancelled' */
const NOT_OVER =
  /(?:\b(?:not|never)|n['’]t) (?:been |yet |so far )*(?:cancell?ed|terminated|expired|ended|lapsed|stopped|discontinued|finished)\b/i;
const ALL_NOT_OVER = new RegExp(NOT_OVER.source, 'gi');
/** 'We had bought one for three years back in 2019' */
const HAD_ONCE =
  /\b(?:once|previously) had (?:bought|signed|ordered|purchased|concluded|taken|agreed|renewed|extended)\b|\bhad (?:bought|signed|ordered|purchased|concluded|taken|agreed)\b[^.;?!]*\b(?:for [\w-]+ years?|back in|in (?:19|20)\d\d)\b/i;
/** What somebody only believes, was promised or hopes for; and what holds for some alone. */
const HEARSAY = new RegExp(
  `\\b(?:perhaps|maybe|possibly|(?:may|might|could) have had|(?:meant|supposed|said|believed|thought|rumou?red|reported) to (?:be|have|get)|ought to|promised|hop(?:e|es|ed|ing) (?:for|to)|foresees?|foreseen|envisaged?|(?:we|i|he|she|they) (?:have |has )?heard|${OTHERS_BELIEVE}|not (?:all|both|every|each|any of))\\b`,
  'i',
);
/** 'EcoCare is in place at head office, but I cannot say whether it extends to us.' */
const REACHES_UNKNOWN =
  /(?:\b(?:not|cannot|unsure|unclear|unknown|no idea|nobody)\b|n['’]t)[^.;?!]{0,30}\b(?:whether|if) (?:it|that|this|they|(?:the|that|this) (?:plan|contract|membership|agreement|cover)) (?:also |too |really )?(?:extends?|appl(?:ies|y)|covers?|includes?|counts?|holds?|reach(?:es)?|goes|is (?:also )?(?:for|valid|meant)|was (?:also )?(?:for|meant))\b|(?:^|[.;,]\s*)(?:but |and )?(?:whether|if) (?:it|that|this|they|(?:the|that|this) (?:plan|contract|membership|agreement|cover)) (?:also |too |really )?(?:extends?|appl(?:ies|y)|covers?|includes?|counts?|holds?|reach(?:es)?|is (?:also )?(?:for|valid|meant))\b[^.;?!]{0,50}(?:\b(?:not|cannot|nobody|unsure|unclear|unknown|no idea)\b|n['’]t)/i;

/** Before a plan: what will be, from a day that may not be told. */
const TO_COME =
  /(?:\b(?:will|shall|is to|are to)|['’]ll) (?:\w+ )?(?:get|have|be|receive|come|run|fall|go|change|switch|move)\b[^.;?!]{0,30}$/i;
const NEXT_YEAR =
  /\b(?:gets?|comes? under|goes? (?:on|under|to)) [^.;?!]{0,40}\bnext (?:year|month|week|spring|summer|autumn|winter)\b/i;
const WILL_BUY =
  /(?:\b(?:will|shall|(?:decided|resolved|about|wants?|asked|requests?|requested|decision|wish|going|order) to)|['’]ll) (?:\w+ )?(?:purchase|buy|order|sign|conclude|take(?! effect\b)|get|enter into)\b/i;
const BOUGHT_ALREADY = /\b(?:bought|purchased|signed|ordered|concluded|agreed)\b/i;
/** 'Different device now: …' turns to that device, so that what follows is said of the one spoken of. */
const TURNS_TO = /\b(?:another|different) (?:ups|device)(?: (?:now|then|please))*\s*:/gi;
/** A clause that asks about a plan states none. */
const ASKS =
  /^\W*(?:(?:and|but|so|ok)[, ]+)*(?:what|which|how|does|do|is|are|would|should|could|can|will|who|why|when|(?:have|has|had|did) (?:you|it|they|he|she|the))\b/i;
const NOT_BEGUN =
  /\b(?:has ?n['’]?o?t|have ?n['’]?o?t|is ?n['’]?o?t|not)(?: yet)? (?:started|begun|in effect|active|running|in force)|(?:starts|begins) later|not yet in\b/i;
const WAS_HAD =
  /\b(?:we|they|he|she|it|customer) (?:once |previously |only )?had\b(?! (?:since |just |already |now )?(?:bought|signed|ordered|purchased|concluded|taken|agreed|renewed|extended)\b)|\bex[- ]|\bup to (?:19|20)\d\d\b|\bwas (?:on|under|with)\b/i;

/** 'Nothing on whether the former owner had a plan', 'we don't know if there is one': says neither. */
const NOT_SAID =
  /(?:^|[.;,])\W*(?:and |but )?whether\b[^,;]*$|\b(?:what|which|whatever)(?: (?:kind|sort|type) of)? (?:\w+ )?$|\b(?:on|about|know|say|tell|sure|clear|certain|find out|figure out|neither|nor)(?: is| was)? (?:if|whether)\b[^,;]*$/i;

/** 'EcoCare, ended', 'EcoCare? not any more'. */
const OVER_NEXT =
  /^\W*(?:(?:has |have |is |was |it )?(?:ended|expired|lapsed|cancelled|over|terminated)|not (?:any ?more|renewed)|no longer|[^.;?!]{0,30}\bbut (?:(?:we|have|has|then) )*(?:left|quit|withdrew|dropped out))\b/i;

const SHORT_BEFORE = /^\W*(?:an?|the|and|or|maybe)?\W*$/i;

/** So far behind its name, in characters, a sentence may go on about a plan. */
const RANGE = 100;

/** How a text speaks of a plan that it names at `m`. In effect (had, stated) only where somebody has it, or where it stands in a list. */
export function statusOf(text: string, m: Span & { readonly plan: Plan }): PlanStatus {
  const sentence = sentenceAt(text, m.start);
  const clause = clauseAround(text, m);
  const here = text.slice(clause.start, clause.end);
  const around = text.slice(Math.max(sentence.start, m.start - 60), Math.min(sentence.end, m.end + 60));
  if (m.plan.gives === 'visit') return visitStatus(text, m);
  if (ELSEWHERE.test(around.replace(TURNS_TO, '')) || LEFT_OUT.test(text.slice(sentence.start, sentence.end)))
    return 'hypothetical';
  // 'Advantage Plus? Not sure.' asks itself.
  if (/^\s*\?/.test(text.slice(m.end)) && SHORT_BEFORE.test(text.slice(sentence.start, m.start))) return 'hypothetical';
  if (NOT_SAID.test(text.slice(clause.start, m.start))) return 'hypothetical';
  if (
    HEARSAY.test(here) ||
    SAID_BY_OTHERS.test(text.slice(clause.start, m.start)) ||
    REACHES_UNKNOWN.test(text.slice(m.end, m.end + 160))
  )
    return 'hypothetical';
  if (asksWhetherHeld(here) || wishesFor(text.slice(clause.start, m.start)) || ofOthers(here)) return 'hypothetical';
  if (NOT_BEGUN.test(around)) return 'bought';
  if (WAS_HAD.test(here) || OVER_NEXT.test(text.slice(m.end, m.end + 40))) return 'over';
  if (HAD_ONCE.test(here)) return 'over';
  // 'It was never cancelled but it ran out': what stands behind the denial counts as well.
  const told = NOT_OVER.test(here) ? text.slice(sentence.start, sentence.end).replace(ALL_NOT_OVER, '') : here;
  if (OVER.test(told) && !/\b(?:year|warranty)\b.{0,12}\b(?:over|ended|expired)\b/i.test(here)) return 'over';
  if (HYPOTHETICAL.test(here) || (WILL_BUY.test(here) && !BOUGHT_ALREADY.test(here))) return 'hypothetical';
  // '… , is entitled through its plan' goes on with what the sentence began.
  const mayAsk = clause.start === sentence.start || text.slice(sentence.start, sentence.end).includes('?');
  if (
    mayAsk &&
    ASKS.test(here) &&
    here.length > m.end - m.start + 4 &&
    !/\b(?:we have|i have|has|have an?|under|with|our|since)\b/i.test(here)
  )
    return 'hypothetical';
  const isToCome = TO_COME.test(text.slice(clause.start, m.start)) || NEXT_YEAR.test(here);
  if (BOUGHT.test(here) || isToCome) return 'bought';
  if (startIsOpen(text, m)) return 'bought';
  const [front, behind] = [text.slice(clause.start, m.start), text.slice(m.end, clause.end)];
  if (isHeld(front, behind, text.slice(m.end, m.end + RANGE))) return 'had';
  // 'A plan was ordered, Prime': the name alone between commas says nothing of its own.
  const alone = here.replace(/\b(?:namely|called|i\.?e\.?|that is|an?)\b/gi, '').trim().length <= m.end - m.start + 2;
  const before = text.slice(sentence.start, clause.start);
  if (alone) return /\b(?:bought|purchased|signed|ordered|booked)\s*[,:(–-]\s*$/i.test(before) ? 'bought' : 'stated';
  // What a sentence tells of a plan in other words than those for having it may be anything: then it is asked since when it runs.
  return isToldOf(front, behind) ? 'bought' : 'stated';
}
