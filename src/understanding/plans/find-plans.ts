import type { Plan } from '../../knowledge/knowledge.js';
import { clauseAround, sentenceAt } from '../clauses.js';
import { startIsOpen } from './contract-start.js';
import { shortNames } from './short-names.js';

/** How a plan is spoken of, which decides whether it is a fact and whether it is in effect. */
export type PlanStatus = 'had' | 'bought' | 'over' | 'hypothetical' | 'stated';

export interface PlanMention {
  readonly start: number;
  readonly end: number;
  readonly said: string;
  readonly plan: Plan;
  readonly status: PlanStatus;
}

export interface FoundPlans {
  readonly mentions: readonly PlanMention[];
  /** Plans that the text says there are not ('we don't have EcoCare'), by id. */
  readonly denied: readonly string[];
}

export type FindPlans = (text: string) => FoundPlans;

const OVER =
  /\b(?:ran out|run out|lapsed?|has ended|have ended|ended|expired|terminated|cancell?ed|not (?:been )?renewed|wasn['’]?t renewed|no longer|used to (?:have|be)|former(?:ly)?|previous(?:ly)?|old contract|is over|discontinued|let .{0,30}lapse|stopped|gave up|dropped)\b/i;
const HYPOTHETICAL =
  /\b(?:when|once|where) (?:the|a|one|such a) (?:\w+ )?(?:contract|plan|agreement) (?:is|was|gets|has been)\b|\ban? (?:\w+ )?(?:contract|plan|agreement)s? (?:does|do|would)(?:n['’]t| not)? (?:pay|make|cost|bring|be|help)|\b(?:if (?:we|i|he|she|they|a|the|somebody|someone|customers?)|would|could|should (?:we|i)|shall|considering|thinking (?:of|about)|(?:lean|leans|leaning|tend|tending) (?:towards?|to)|favou?r(?:s|ing)?|(?:preference|preferred) (?:is|for|would)|plan(?:ning)? to|wants?(?! (?:to know|confirmation|you))|probably|ideally|(?:ready|willing|prepared|happy|glad) to (?:buy|sign|order|take|purchase|conclude)|going to|intend|rather than|offer(?:ed|s|ing)?|quote[ds]?|quotation|proposal|negotiat\w+|budget|pending|recommend\w*|sell us|ask(?:ed|ing) (?:about|for)|(?:check|see|know|say|tell|sure|certain|clear|out|on|about)(?: is| was)? (?:if|whether)|wish|let['’]?s say|say we|suppose|imagine|decided against|refus\w+|declin\w+|reject\w+|turned down|did not take|(?:do ?n['’]?t|not) want|too expensive|(?:may|might) (?:sign|buy|get|take)|should have|need(?:ed)?|either|suspended|on hold|switched from|moved from|changed from|hopefully|maybe|perhaps|do (?:we|i) need|need to (?:buy|get|sign)|(?:can|may) (?:we|i) (?:buy|get|order|take)|how about|what about|what if|before (?:we )?(?:buy|sign)|looking (?:at|into)|interested in|unsigned|draft|working on|invoices? (?:for|of|about|with)|not sure|unsure|doubts?|supposedly|allegedly|reportedly|should be|(?:predecessors?|(?:previous|former|last) (?:owners?|tenants?|operators?)) (?:had|has|have))\b/i;
/** What somebody only believes, was promised or hopes for; and what holds for some alone. */
const HEARSAY =
  /\b(?:perhaps|maybe|possibly|(?:may|might|could) have had|(?:meant|supposed|said|believed|thought|rumou?red|reported) to (?:be|have|get)|ought to|promised|hop(?:e|es|ed|ing) (?:for|to)|foresees?|foreseen|envisaged?|(?:we|i|he|she|they) (?:have |has )?heard|(?:he|she|they|boss|chief|colleagues?|managers?|predecessor|owner|somebody|someone) (?:\w+ )?(?:thinks?|believes?|reckons?|assumes?|supposes?|guesse?s?)|not (?:all|both|every|each|any of))\b/i;
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
/** Somebody's having a plan, or its running; 'has approved it' has nothing yet. */
const HAD =
  /\b(?:(?:have|has|had|having|'ve)(?! (?:\w+ ){0,2}(?:(?!advanced|covered|enrolled|subscribed|needed)\w{2,}ed|chosen|made|given|taken|put|set|sent|won|paid|written|spoken|let|told)\b)|got|under|with|running|runs|active|in effect|in force|in place|members?|covered by|current(?:ly)?|valid|ongoing|existing|since(?! (?:we|i|they|he|she|it|our|the|this|that|my)\b)|enrolled|subscribed)\b/i;
/** Of another place, device or owner than the one spoken of. */
const ELSEWHERE =
  /\b(?:neighbou?r\w*|(?:other|another|different|sister) (?:site|building|plant|location)|(?<!with (?:an)?)(?:other|different|sister) company|(?:for|on|at|of|in|with) (?:(?:the|our|my|an)\s+)?(?:other|another|different) (?:ups|device|unit)|(?:sister|twin|neighbou?ring) (?:ups|unit|device|machine)|old (?:ups|unit|device)|cooling units? only|for the cooling)\b/i;
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
  /\b(?:on|about|know|say|tell|sure|clear|certain|find out|figure out)(?: is| was)? (?:if|whether)\b[^,;]*$/i;

/** 'EcoCare, ended', 'EcoCare? not any more'. */
const OVER_NEXT =
  /^\W*(?:(?:has |have |is |was |it )?(?:ended|expired|lapsed|cancelled|over|terminated)|not (?:any ?more|renewed)|no longer)\b/i;

/** A visit that was paid, whenever it was ordered. */
const VISIT_PAID =
  /\b(?:carried out|performed|took place|(?:was|is|has been|been|already|that['’]s) (?:done|completed|finished|over)|already happened|behind us|(?:was|has been|been) (?:here|in|on site|at our)|came(?: by| out| over| round| in)?|visited us)\b/i;
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

/** Behind a contract: 'I don't have the contract in front of me' denies none. */
const AT_HAND =
  "['’]?s?\\s*(?:paper|papers|paperwork|number|details|document|documents|copy|date|in front|at hand|to hand)\\b";
const NOT_AT_HAND = new RegExp(`^${AT_HAND}`, 'i');

/**
 * Finds the plans named in texts. The longest name wins; names that are negated ('no service contract')
 * are left to noPlan. Build it once for a set of plans.
 */
export function planFinder(plans: readonly Plan[]): FindPlans {
  const patterns = plans.flatMap((plan) =>
    plan.names.map((name) => ({ plan, hints: partsOf(name.toLowerCase()), regex: nameRegex(name) })),
  );
  const byShortName = shortNames(plans);
  return (text) => {
    const lower = text.toLowerCase();
    const hinted = patterns.filter(({ hints }) => hints.every((hint) => lower.includes(hint)));
    const found = hinted.flatMap(({ plan, regex }) =>
      [...text.matchAll(regex)].map((m) => ({ start: m.index, end: m.index + m[0].length, said: m[0], plan })),
    );
    found.push(...byShortName(text));
    found.sort((a, b) => b.end - b.start - (a.end - a.start));
    const kept: typeof found = [];
    for (const m of found) if (kept.every((k) => m.end <= k.start || m.start >= k.end)) kept.push(m);
    const isDenied = (m: { readonly start: number; readonly end: number }) =>
      isNegated(text, m.start) && !NOT_AT_HAND.test(text.slice(m.end, m.end + 30));
    return {
      denied: kept.filter(isDenied).map((m) => m.plan.id),
      mentions: kept
        .filter((m) => !isDenied(m))
        .map((m): PlanMention => ({ ...m, status: statusOf(text, m) }))
        .sort((a, b) => a.start - b.start),
    };
  };
}

/** Where one is missing from a text in small letters, the name is too, and the slower pattern need not run. */
const partsOf = (name: string): readonly string[] => name.split(/[\s-]+/);

function nameRegex(name: string): RegExp {
  const body = partsOf(name)
    .map((p) => p.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s-]*');
  const last = /\w$/.test(name) ? 's?(?![\\p{L}\\p{N}])' : '(?![\\p{L}\\p{N}])';
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}${last}`, 'giu');
}

/** 'don't', 'dont', 'did not', 'haven't': an auxiliary that denies. */
const DOES_NOT = "(?:do|does|did|have|has|had|is|are|was|were|am)\\s?n['’]?o?t";
/** How somebody comes to a contract, in any form of the verb. */
const GETS =
  '(?:have|had|been|buy|bought|get|got|sign|signed|purchased?|taken?(?: out)?|took(?: out)?|made?|concluded?|enter(?:ed)? into|ordered?|arranged?|agreed?(?: on)?|set up|put in place)';
/** Whoever denies it for all times or all people. */
const NEVER =
  '(?:never|(?:nobody(?: here)?|no one(?: here)?|none of (?:us|them|these|those|(?:the|our|my) [\\w-]+))(?: has| have| had| holds?)?(?: ever)?)';
const NEGATED = new RegExp(
  `(?:\\bnot|\\bno longer|\\binstead of)\\s+(?:an?\\s+|the\\s+|on\\s+|under\\s+)?$|\\b(?:no|without|nor|neither|${NEVER} (?:been )?${GETS}|not (?:have|under|on|got)(?: any| an?)?|${DOES_NOT} (?:yet |ever )?(?:${GETS}|on|under)(?: any| an?)?|there (?:is|was)(?:n['’]?t| not)|lack(?:s|ing)?)(?:\\s+(?:any|an?|the|other|such|active|valid|current|running|kind of|sort of|service|or|nor))*\\s*$`,
  'i',
);
const isNegated = (text: string, start: number): boolean => NEGATED.test(text.slice(Math.max(0, start - 50), start));

function statusOf(text: string, m: { readonly start: number; readonly end: number; readonly plan: Plan }): PlanStatus {
  const sentence = sentenceAt(text, m.start);
  const clause = clauseAround(text, m);
  const here = text.slice(clause.start, clause.end);
  const around = text.slice(Math.max(sentence.start, m.start - 60), Math.min(sentence.end, m.end + 60));
  if (m.plan.gives === 'visit') {
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
  if (HEARSAY.test(here)) return 'hypothetical';
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
  if (HAD.test(here) || HELD.test(front) || CUSTOMER.test(behind)) return 'had';
  // 'A plan was ordered, Prime': the name alone between commas says nothing of its own.
  const alone = here.replace(/\b(?:namely|called|i\.?e\.?|that is|an?)\b/gi, '').trim().length <= m.end - m.start + 2;
  const before = text.slice(sentence.start, clause.start);
  if (alone) return /\b(?:bought|purchased|signed|ordered|booked)\s*[,:(–-]\s*$/i.test(before) ? 'bought' : 'stated';
  // What a whole sentence tells of a plan in other words than those for having it may be anything: then it is asked since when it runs.
  const words = `${front} ${behind}`.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  return words.length >= TELLS && !here.includes('|') ? 'bought' : 'stated';
}

/** 'On EcoCare', 'its Advantage plan', 'our current contract', 'on a Prime one'. */
const HELD =
  /\b(?:on(?: the| an?)?|(?:its|our|their|his|her|my)(?: (?:own|only|single|current|existing|present|running|active|annual|yearly|long-standing))*)\s+$/i;
const CUSTOMER = /^\W*(?:(?:plan|membership) )?customers?\b/i;
/** So many words besides the plan's name are a sentence; fewer are a heading or an item of a list. */
const TELLS = 5;

const NO_PLAN = new RegExp(
  `\\b(?:no|no (?:wish|need|desire|interest|budget|money|use) (?:for|in|of|to (?:have|buy|sign|take))|not to (?:spend (?:\\w+ ){0,2}on|invest in|pay for|buy|sign|take(?: out)?|conclude|enter into|have|get|order|purchase)|(?:nobody(?: here)?|no one(?: here)?|none(?: of (?:us|them|these|those|(?:the|our|my) [\\w-]+))?) (?:has|have|had|holds?|(?:is|are|was|were) (?:under|on|in|covered by|subject to|part of))|without|there (?:was|has been|were) never|never (?:had )?any|w\\/o|${NEVER} (?:been )?${GETS}|not (?:under|on|have|covered by|any|yet ${GETS}|${GETS})|(?:have|has) not|neither (?:of (?:them|these|those) )?(?:has|have)|${DOES_NOT} (?:yet |ever )?(?:${GETS}|on|under)|there (?:is|was)(?:n['’]?t| not)|has(?:n['’]t| no)|have(?:n['’]t| no)|lacks?|zero)\\b(?:\\s+(?:any|an?|the|other|such|active|valid|current|running|kind|sort|of|service|maintenance|support|nor|or|additional|extra|further|separate|plan|contract)){0,5}\\s*\\b(?:contract|plan|agreement|sla|maintenance|service cover|coverage plan|membership|service)s?\\b(?!${AT_HAND})`,
  'gi',
);
const NOTHING =
  /\b(?:contract|plan|agreement)s?\b[^.;?!]{0,80}\bthere (?:is|are|was|were) none\b|\b(?:contract|plan|agreement)s?,? (?:for (?:it|them|this) )?(?:we|i|they|he|she|the \w+) (?:never|(?:do|did|have|has|does)(?:n['’]t| not)|had never|have never)(?: ever)? (?:have|had|got|get|own|sign(?:ed)?|buy|bought|ha[ds]|possess)\b|\b(?:contract|plan|agreement)s? (?:was|were|has been|have been|has|have) (?:never|not)(?: been)? (?:made|signed|concluded|bought|taken out|agreed|purchased|existed)\b|\b(?:contract|plan|agreement)s? (?:for (?:it|them|this|that|the \w+|this \w+) )?(?:does|do)(?:n['’]t| not) exist\b|\b(?:contract|plan|agreement)s?\s*[:=]\s*(?:not|never) (?:been )?(?:made|signed|concluded|bought|taken out|agreed|purchased)\b|\b(?:contract|plan|agreement)s?,?\s+(?:is |are )?(?:none|nil)\b|\b(?:contract|plan|agreement)s?\b[^.;?!]{0,30}\b(?:do|did|does|have|has)\s?n['’]?o?t (?:have|got|get|buy|sign) (?:one|any)\b|\b(?:(?:contract|plan|agreement|sla|maintenance)s?\s*[:=]\s*(?:none|nil|no|n\/a|nothing|-)(?![\p{L}-])|\b(?:only|just) (?:the |a |under )?(?:factory |standard |manufacturer['’]?s? )?warranty\b(?! (?:and|plus))|\bwarranty only\b|(?:nothing|nowt|nil) (?:in the way|by way) of (?:a |any )?(?:contract|plan|agreement)|nothing (?:else )?(?:(?:signed|bought|in place|purchased)|further(?=\s*(?:$|[.,;!?)])))|no such thing|nothing (?:of the|of that) (?:sort|kind)|uncontracted|out of contract|contract[- ]free|no cover(?:age)? at all)/giu;

const WHETHER = /(?:\bnothing|\bnor|\bnot|n['’]t|\bno|\bnobody)\b[^.;?!]*\b(?:whether|if)\b[^.;?!,]*$/i;

/** Where a text says that there is no contract. */
export function noPlan(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly said: string }[] {
  // 'There is nothing on whether the owner had a plan' denies none.
  const isOpen = (m: RegExpMatchArray): boolean => {
    const { start } = sentenceAt(text, m.index ?? 0);
    return WHETHER.test(text.slice(start, (m.index ?? 0) + m[0].length));
  };
  const denied = [...text.matchAll(NO_PLAN), ...text.matchAll(NOTHING)].filter((m) => !isOpen(m));
  return denied.map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    said: m[0],
  }));
}
