import type { Plan } from '../../knowledge/knowledge.js';
import { clauseAround, type Span, sentenceAt } from '../clauses.js';
import { OTHERS_BELIEVE } from '../hearsay.js';
import { startIsOpen } from './contract-start.js';
import { asksWhetherHeld, isHeld, isToldOf, ofOthers, wishesFor } from './plan-held.js';

/** How a plan is spoken of, which decides whether it is a fact and whether it is in effect. */
export type PlanStatus = 'had' | 'bought' | 'over' | 'hypothetical' | 'stated';

const OVER =
  /\b(?:ran out|run out|lapsed?|has ended|have ended|ended|(?:is|was|has|contract|plan|agreement|membership|amc) (?:\w+ )?finished|expired|terminated|cancell?ed|not (?:been )?renewed|wasn['’]?t renewed|no longer|used to (?:have|be)|former(?:ly)?|previous(?:ly)?|old contract|is over|discontinued|let .{0,30}lapse|stopped|gave up|dropped)\b/i;
const HYPOTHETICAL =
  /\b(?:when|once|where) (?:the|a|one|such a) (?:\w+ )?(?:contract|plan|agreement) (?:is|was|gets|has been)\b|\ban? (?:\w+ )?(?:contract|plan|agreement)s? (?:does|do|would)(?:n['’]t| not)? (?:pay|make|cost|bring|be|help)|\b(?:if (?:we|i|he|she|they|a|the|somebody|someone|customers?)|would|could|should (?:we|i)|shall|considering|considered|contemplat\w+|pondered|thinking (?:of|about)|thought about|(?:lean|leans|leaning|tend|tending) (?:towards?|to)|favou?r(?:s|ing)?|(?:preference|preferred) (?:is|for|would)|plan(?:ning)? to|wants?(?! (?:to know|confirmation|you))|probably|ideally|(?:ready|willing|prepared|happy|glad) to (?:buy|sign|order|take|purchase|conclude)|going to|intend|rather than|offer(?:ed|s|ing)?|quote[ds]?|quotation|proposal|negotiat\w+|budget|pending|recommend\w*|sell us|ask(?:ed|ing) (?:about|for)|(?:check|see|know|say|tell|sure|certain|clear|out|on|about)(?: is| was)? (?:if|whether)|wish|let['’]?s say|say we|suppose|imagine|decided against|refus\w+|declin\w+|reject\w+|turned down|did not take|(?:do ?n['’]?t|not) want|too expensive|(?:may|might) (?:sign|buy|get|take)|should have|need(?:ed)?|either|suspended|on hold|switched from|moved from|changed from|hopefully|maybe|perhaps|do (?:we|i) need|need to (?:buy|get|sign)|(?:can|may) (?:we|i) (?:buy|get|order|take)|how about|what about|what if|before (?:we )?(?:buy|sign)|looking (?:at|into)|interested in|unsigned|draft|working on|invoices? (?:for|of|about|with)|not sure|unsure|doubts?|supposedly|allegedly|reportedly|should be|(?:predecessors?|(?:previous|former|last) (?:owners?|tenants?|operators?)) (?:had|has|have))\b/i;
/** What somebody only believes, was promised or hopes for; and what holds for some alone. */
const HEARSAY = new RegExp(
  `\\b(?:perhaps|maybe|possibly|(?:may|might|could) have had|(?:meant|supposed|said|believed|thought|rumou?red|reported) to (?:be|have|get)|ought to|promised|hop(?:e|es|ed|ing) (?:for|to)|foresees?|foreseen|envisaged?|(?:we|i|he|she|they) (?:have |has )?heard|${OTHERS_BELIEVE}|not (?:all|both|every|each|any of))\\b`,
  'i',
);
/** 'EcoCare is in place at head office, but I cannot say whether it extends to us.' */
const REACHES_UNKNOWN =
  /(?:\b(?:not|cannot|unsure|unclear|unknown|no idea|nobody)\b|n['’]t)[^.;?!]{0,30}\b(?:whether|if) (?:it|that|this|they|(?:the|that|this) (?:plan|contract|membership|agreement|cover)) (?:also |too |really )?(?:extends?|appl(?:ies|y)|covers?|includes?|counts?|holds?|reach(?:es)?|goes|is (?:also )?(?:for|valid|meant)|was (?:also )?(?:for|meant))\b/i;

/** Before a plan: what will be, from a day that may not be told. */
const TO_COME =
  /(?:\b(?:will|shall|is to|are to)|['’]ll) (?:\w+ )?(?:get|have|be|receive|come|run|fall|go|change|switch|move)\b[^.;?!]{0,30}$/i;
const NEXT_YEAR =
  /\b(?:gets?|comes? under|goes? (?:on|under|to)) [^.;?!]{0,40}\bnext (?:year|month|week|spring|summer|autumn|winter)\b/i;
const WILL_BUY =
  /(?:\b(?:will|shall|(?:decided|resolved|about|wants?|asked|requests?|requested|decision|wish|going|order) to)|['’]ll) (?:\w+ )?(?:purchase|buy|order|sign|conclude|take|get|enter into)\b/i;
const BOUGHT_ALREADY = /\b(?:bought|purchased|signed|ordered|concluded|agreed)\b/i;
const BOUGHT =
  /\b(?:decided (?:on|for)|opted for|chosen|chose|settled on|gone for|bought|purchased?|procured|acquired|signed|ordered|placed (?:\w+ ){0,3}orders?|orders? (?:for|of|form|number|went|was|were|has been|is)|raised (?:\w+ ){0,2}(?:po|purchase order)|applied for|applications?|taken|approved|released|cleared|awarded|accepted|requested|proposed|discussed|mentioned|suggested|budgeted|became|booked|scheduled|agreed|concluded|took|has been sold|was sold|sold (?:us|with|together)|paid for|on order|in the order|part of the order|kicks? in|(?:will )?(?:start|begin)s?|starting|beginning|takes? effect|effective)\b/i;
/** Of another place, device or owner than the one spoken of. */
const ELSEWHERE =
  /\b(?:neighbou?r\w*|(?:other|another|different|sister) (?:site|building|plant|location)|(?<!with (?:an)?)(?:other|different|sister) company|only for (?:the|our|my) (?:\w+ )?(?:sites?|buildings?|plants?|branch(?:es)?|offices?|locations?|factor(?:y|ies)|campus)|(?:for|on|at|of|in|with) (?:(?:the|our|my|an)\s+)?(?:other|another|different|remaining) (?:ups|device|unit|one|machine|pdu|system)s?|(?:sister|twin|neighbou?ring) (?:ups|unit|device|machine)|old (?:ups|unit|device)|cooling units? only|for the cooling|only (?:for )?(?:the )?(?:batter(?:y|ies)|cooling|generators?))\b/i;
/** 'Different device now: …' turns to that device, so that what follows is said of the one spoken of. */
const TURNS_TO = /\b(?:another|different) (?:ups|device)(?: (?:now|then|please))*\s*:/gi;
/** A clause that asks about a plan states none. */
const ASKS =
  /^\W*(?:(?:and|but|so|ok)[, ]+)*(?:what|which|how|does|do|is|are|would|should|could|can|will|who|why|when|(?:have|has|had|did) (?:you|it|they|he|she|the))\b/i;
const NOT_BEGUN =
  /\b(?:has ?n['’]?o?t|have ?n['’]?o?t|is ?n['’]?o?t|not)(?: yet)? (?:started|begun|in effect|active|running|in force)|(?:starts|begins) later|not yet in\b/i;
const WAS_HAD =
  /\b(?:we|they|he|she|it|customer) (?:once |previously |only )?had\b|\bex[- ]|\bup to (?:19|20)\d\d\b|\bwas (?:on|under|with)\b/i;

/** 'Nothing on whether the former owner had a plan', 'we don't know if there is one': says neither. */
const NOT_SAID =
  /(?:^|[.;,])\W*(?:and |but )?whether\b[^,;]*$|\b(?:what|which|whatever)(?: (?:kind|sort|type) of)? (?:\w+ )?$|\b(?:on|about|know|say|tell|sure|clear|certain|find out|figure out)(?: is| was)? (?:if|whether)\b[^,;]*$/i;

/** 'EcoCare, ended', 'EcoCare? not any more'. */
const OVER_NEXT =
  /^\W*(?:(?:has |have |is |was |it )?(?:ended|expired|lapsed|cancelled|over|terminated)|not (?:any ?more|renewed)|no longer)\b/i;

/** A visit that was paid, whenever it was ordered. */
const VISIT_PAID =
  /\b(?:carried out|performed|took place|(?:was|is|has been|been|already|that['’]s) (?:done|completed|finished|over)|already happened|behind us|(?:was|has been|been) (?:here|in|on site|at our)|came(?: by| out| over| round| in)?|visited us|(?:they|technicians?|engineers?|you|somebody|your (?:people|man|men)) (?:made|did))\b/i;
/** 'One maintenance visit a year' belongs to a contract. */
const EVERY_YEAR = /^\s*(?:(?:a|per|each|every|in the) (?:year|annum)|yearly|annually|is included|included)\b/i;
const VISIT_TO_COME =
  /\b(?:not (?:yet )?(?:been |taken |happened|done)|n['’]t (?:yet )?(?:been |taken |happened|done|come)|still to|yet to|to come|is due|will be|will take|next (?:week|month|year)|upcoming|outstanding)\b/i;
/** Wishes for a visit: one that is ordered already is told of in the past. */
const VISIT_WISHED =
  /\b(?:please|kindly|set up|arrange|organi[sz]e|put us (?:down|in)|sign us up|(?:we|i)(?:['’]ll| will) (?:pay|order|book|buy|take|raise|go for))\b/i;
const VISIT_ORDERED =
  /(?:\b(?:have|has|is|are|was|were|been|already)|['’]ve)\b[^.;?!]{0,30}\b(?:ordered|booked|scheduled|bought|purchased|agreed|planned)\b/i;
const SHORT_BEFORE = /^\W*(?:an?|the|and|or|maybe)?\W*$/i;
const VISIT_DONE =
  /\b(?:last (?:year|month|week|spring|summer|autumn|winter)|was done|already (?:done|happened|took place)|took place|had (?:a|one)|performed|carried out|visited|in the past|ago)\b/i;

/** 'We had no wish for a plan and have booked …' wishes for nothing. */
const UNWANTED = /\bno (?:wish|need|desire|interest|use) (?:for|in|of)\b[^,;]{0,30}?\b(?:plan|contract|agreement)\b/i;

/** So far behind its name, in characters, a sentence may go on about a plan. */
const RANGE = 100;

/** How a text speaks of a plan that it names at `m`. In effect (had, stated) only where somebody has it, or where it stands in a list. */
export function statusOf(text: string, m: Span & { readonly plan: Plan }): PlanStatus {
  const sentence = sentenceAt(text, m.start);
  const clause = clauseAround(text, m);
  const here = text.slice(clause.start, clause.end);
  const around = text.slice(Math.max(sentence.start, m.start - 60), Math.min(sentence.end, m.end + 60));
  if (m.plan.gives === 'visit') {
    if (EVERY_YEAR.test(text.slice(m.end, m.end + 20))) return 'hypothetical';
    const said = text.slice(sentence.start, sentence.end);
    if (VISIT_PAID.test(said) && !VISIT_TO_COME.test(said) && !HYPOTHETICAL.test(here)) return 'over';
    if (HYPOTHETICAL.test(here.replace(UNWANTED, ''))) return 'hypothetical';
    if (VISIT_WISHED.test(said) && !VISIT_ORDERED.test(said)) return 'hypothetical';
    if (BOUGHT.test(here)) return 'bought';
    return VISIT_DONE.test(around) ? 'over' : 'stated';
  }
  if (ELSEWHERE.test(around.replace(TURNS_TO, ''))) return 'hypothetical';
  // 'Advantage Plus? Not sure.' asks itself.
  if (/^\s*\?/.test(text.slice(m.end)) && SHORT_BEFORE.test(text.slice(sentence.start, m.start))) return 'hypothetical';
  if (NOT_SAID.test(text.slice(clause.start, m.start))) return 'hypothetical';
  if (HEARSAY.test(here) || REACHES_UNKNOWN.test(text.slice(m.end, m.end + 160))) return 'hypothetical';
  if (asksWhetherHeld(here) || wishesFor(text.slice(clause.start, m.start)) || ofOthers(here)) return 'hypothetical';
  if (NOT_BEGUN.test(around)) return 'bought';
  if (WAS_HAD.test(here) || OVER_NEXT.test(text.slice(m.end, m.end + 40))) return 'over';
  if (OVER.test(here) && !/\b(?:year|warranty)\b.{0,12}\b(?:over|ended|expired)\b/i.test(here)) return 'over';
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
