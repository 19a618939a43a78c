import { clauseAround, type Span, sentenceAt } from '../clauses.js';
import type { PlanStatus } from './plan-status.js';
import { BOUGHT, HYPOTHETICAL } from './plan-words.js';

/** A visit that was paid, whenever it was ordered. */
const VISIT_PAID =
  /\b(?:carried out|performed|took place|(?:was|is|has been|been|already|that['’]s) (?:done|completed|finished|over)|already happened|behind us|(?:was|has been|been) (?:here|in|on site|at our)|came(?: by| out| over| round| in)?|visited us|(?:they|technicians?|engineers?|you|somebody|your (?:people|man|men)) (?:made|did))\b/i;
/** 'One maintenance visit a year' belongs to a contract. */
const EVERY_YEAR = /^\s*(?:(?:a|per|each|every|in the) (?:year|annum)|yearly|annually|is included|included)\b/i;
const VISIT_TO_COME =
  /\b(?:not (?:yet )?(?:been |taken |happened|done)|n['’]t (?:yet )?(?:been |taken |happened|done|come)|still to|yet to|to come|is due|will be|will take|next (?:week|month|year)|upcoming|outstanding)\b/i;
/** Wishes for a visit: one that is ordered already is told of in the past. */
const VISIT_WISHED =
  /\b(?:please|kindly|set up|arrange|organi[sz]e|put us (?:down|in)|sign us up|(?:we|i|they|he|she)(?:['’]ll|['’]d| will| would) (?:\w+ )?(?:pay|order|book|buy|take|raise|go for))\b|(?:^|[.;,]\s*)(?:should|if|in case)\b[^.;?!]*,/i;
const VISIT_ORDERED =
  /(?:\b(?:have|has|is|are|was|were|been|already)|['’]ve)\b[^.;?!]{0,30}\b(?:ordered|booked|scheduled|bought|purchased|agreed|planned)\b/i;
const VISIT_DONE =
  /\b(?:last (?:year|month|week|spring|summer|autumn|winter)|was done|already (?:done|happened|took place)|took place|had (?:a|one)|performed|carried out|visited|in the past|ago)\b/i;
/** 'How does one get it by paying for a single visit?', 'is a single visit enough?' */
const ASKS =
  /^\W*(?:(?:and|but|so|or|then)[, ]+)*(?:how|what|which|who|where|when|would|could|can|is|are|do|does|may|must|will|should)\b.*\?\s*$/is;
/** 'We had no wish for a plan and have booked …' wishes for nothing. */
const UNWANTED = /\bno (?:wish|need|desire|interest|use) (?:for|in|of)\b[^,;]{0,30}?\b(?:plan|contract|agreement)\b/i;

/** How a text speaks of a single visit that it names at `m`: paid already (over), ordered (bought), wished for, or only named. */
export function visitStatus(text: string, m: Span): PlanStatus {
  const sentence = sentenceAt(text, m.start);
  const clause = clauseAround(text, m);
  const here = text.slice(clause.start, clause.end);
  const around = text.slice(Math.max(sentence.start, m.start - 60), Math.min(sentence.end, m.end + 60));
  if (EVERY_YEAR.test(text.slice(m.end, m.end + 20))) return 'hypothetical';
  const said = text.slice(sentence.start, sentence.end);
  if (VISIT_PAID.test(said) && !VISIT_TO_COME.test(said) && !HYPOTHETICAL.test(here)) return 'over';
  if (HYPOTHETICAL.test(here.replace(UNWANTED, ''))) return 'hypothetical';
  if (VISIT_WISHED.test(said) && !VISIT_ORDERED.test(said)) return 'hypothetical';
  if (ASKS.test(said) && !VISIT_ORDERED.test(said)) return 'hypothetical';
  if (BOUGHT.test(here)) return 'bought';
  return VISIT_DONE.test(around) ? 'over' : 'stated';
}
