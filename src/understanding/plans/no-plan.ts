import { type Span, sentenceAt } from '../clauses.js';

/** A stretch of a text that denies a contract. */
export interface Denial extends Span {
  readonly said: string;
}

/** Behind a contract: 'I don't have the contract in front of me' denies none. */
const AT_HAND =
  "['’]?s?\\s*(?:paper|papers|paperwork|number|details|document|documents|copy|date|lists?|files?|folders?|database|archive|register|overview|data|information|info|records?|holder|manager|department|management|in front|at hand|to hand)\\b";
const NOT_AT_HAND = new RegExp(`^${AT_HAND}`, 'i');

/** 'don't', 'dont', 'did not', 'haven't': an auxiliary that denies. */
const DOES_NOT = "(?:do|does|did|have|has|had|is|are|was|were|am)\\s?n['’]?o?t";
/** How somebody comes to a contract, in any form of the verb. */
const GETS =
  '(?:have|had|been|buy|bought|get|got|sign|signed|purchased?|taken?(?: out)?|took(?: out)?|opt(?:ed)? for|gone for|availed(?: of)?|subscribed? to|made?|concluded?|enter(?:ed)? into|sign(?:ed)? (?:up )?(?:to|for)|ordered?|arranged?|agreed?(?: on)?|set up|put in place)';
/** Nobody, or none of those spoken of. */
const NOBODY = '(?:nobody(?: here)?|no one(?: here)?|none of (?:us|them|these|those|(?:the|our|my) [\\w-]+))';
/** Whoever denies it for all times or all people. */
const NEVER = `(?:never|${NOBODY}(?: has| have| had| holds?)?(?: ever)?)`;
const WE = '(?:we|i|they|he|she|the \\w+)';

/** Denials that stand in front of what they deny. */
const IN_FRONT = [
  'no|without|w\\/o|zero|lacks?',
  'no (?:wish|need|desire|interest|budget|money|use) (?:for|in|of|to (?:have|buy|sign|take))',
  'not to (?:spend (?:\\w+ ){0,2}on|invest in|pay for|buy|sign|take(?: out)?|conclude|enter into|have|get|order|purchase)',
  `(?:${NOBODY}|none) (?:has|have|had|holds?|(?:(?:is|are|was|were) )?(?:under|on|in|covered by|subject to|part of))`,
  `there (?:was|has been|were) never|there never (?:was|has been|were)|never (?:had )?any|${NEVER} (?:been )?${GETS}`,
  `not (?:under|on|have|covered by|any|yet ${GETS}|${GETS})|(?:have|has) not|has(?:n['’]t| no)|have(?:n['’]t| no)`,
  `neither (?:of (?:them|these|those) )?(?:has|have)|${DOES_NOT} (?:yet |ever )?(?:${GETS}|on|under)`,
  "there (?:is|was)(?:n['’]?t| not)",
].join('|');
/** What may stand between. */
const BETWEEN =
  '(?:\\s+(?:any|an?|the|other|such|active|valid|current|running|kind|sort|of|service|maintenance|support|nor|or|additional|extra|further|separate|plan|contract)){0,5}';
const DENIED = `\\b(?:${IN_FRONT})\\b${BETWEEN}\\s*\\b(?:contract|plan|agreement|sla|amc|maintenance|service cover|coverage plan|membership|service)s?\\b(?!${AT_HAND})`;

/** A contract, and what it is for. */
const CONTRACT =
  '\\b(?:contracts?|plans?|agreements?|amc|sla|membership|(?:wartungs|service)vertrag|contrat de maintenance|contrato de mantenimiento|contratto di manutenzione)(?:,? (?:for|on|of|with) (?:[\\w-]+ ){0,3}[\\w-]+)?';
/** Nothing more is said of it. */
const ENDS = '(?=\\s*(?:$|[.,;!?)]|till\\b|until now|so far|yet\\b(?! \\w)))';
const MADE = '(?:made|signed|concluded|bought|taken out|agreed|purchased|existed)';
/** 'A contract have we never made', 'contract we have none', 'new one there is not', 'contract: not existing': the denial behind what it denies. */
const DENIED_BEHIND = [
  `[,:]? ?(?:(?:is|are|was) )?(?:none|no(?!\\.\\s*\\w?\\d)|nothing|nil|(?:not|never)(?: been)? (?:existing|there|taken(?: out)?|made|signed|bought|concluded|available|present|existed))${ENDS}`,
  `,? (?:(?:have|has|had) ${WE}|${WE} (?:have|has|had)|there (?:is|was)|(?:does|do) (?:it|they) have) (?:none|no|nothing|not|never(?: (?:made|signed|had|bought|taken|concluded))?)${ENDS}`,
  `,? ${WE} (?:never|(?:do|did|have|has|does)(?:n['’]t| not)|had never|have never)(?: ever)? (?:have|had|got|get|own|sign(?:ed)?|buy|bought|ha[ds]|possess|made|make|concluded?|t[ao]ken?|took)\\b`,
  ` (?:is|are|was|were) (?:not|never) (?:there(?! in)|existing|present(?! in)|in place|taken|given|opted)\\b`,
  ` (?:was|were|has been|have been|has|have) (?:never|not)(?: been)? ${MADE}\\b`,
  `\\s*[:=]\\s*(?:not|never) (?:been )?${MADE}\\b`,
  ` (?:does|do)(?:n['’]t| not) exist\\b`,
  `,? (?:(?:was|were|is|has been) )?(?:declined|refused|rejected|turned down)${ENDS}`,
  `,? (?:it|${WE}) (?:has|have|had|does|do|did)(?:n['’]t| not)(?: have)?${ENDS}`,
  `,?\\s+(?:is |are )?(?:none|nil)\\b`,
].join('|');
const BEHIND = [
  `${CONTRACT}(?:${DENIED_BEHIND})`,
  "\\b(?:contract|plan|agreement)s?\\b[^.;?!]{0,30}\\b(?:do|did|does|have|has)\\s?n['’]?o?t (?:have|got|get|buy|sign) (?:one|any)\\b",
  '\\b(?:contract|plan|agreement)s?\\b[^.;?!]{0,80}\\bthere (?:is|are|was|were) none\\b',
  '\\b(?:contract|plan|agreement|sla|maintenance)s?\\s*[:=]\\s*(?:none|nil|no|n\\/a|nothing|-)(?![\\p{L}-])',
  '\\b(?:new|other|another|successor|fresh) one (?:there (?:is|was) (?:not|none)|we have not|was (?:not|never) (?:made|signed))',
  '\\b(?:nobody|no one|we|they) (?:has |have )?(?:made|signed|concluded) (?:no|(?:a |any )?new one)\\b',
].join('|');

/** That there is nothing of the kind, in other words. */
const NOTHING = [
  "(?:only|just) (?:the |a |under )?(?:factory |standard |manufacturer['’]?s? )?warranty\\b(?! (?:and|plus))|warranty only\\b",
  '(?:nothing|nowt|nil) (?:in the way|by way) of (?:a |any )?(?:contract|plan|agreement)',
  'nothing (?:else )?(?:(?:signed|bought|in place|purchased)|further(?=\\s*(?:$|[.,;!?)])))',
  'no such thing|nothing (?:of the|of that) (?:sort|kind)|uncontracted|out of contract|contract[- ]free|no cover(?:age)? at all',
].join('|');

const DENIALS = [DENIED, BEHIND, `\\b(?:${NOTHING})`].map((source) => new RegExp(source, 'giu'));

/** Without a word of each of the two no pattern finds anything, and most texts have none. */
const MAY_DENY = [
  /contra|vertrag|plan|agreement|sla|amc|new one|maintenance|cover|membership|service|warranty|no such|nothing|nowt|nil\b|out of/i,
  /\b(?:no|not|none|nobody|nothing|nowhere|nowt|nil|n\/a|never|neither|zero|lacks?|without|only|just|uncontracted|out of|declined|refused|rejected|turned down)\b|w\/o|n['’]?o?t\b|[:=]\s*-|contract[- ]free/i,
];

/** 'Which may mean that there is none': it may, and may not. */
const MAY_BE = /\b(?:may|might|could) (?:well )?(?:mean|be|suggest)\b/i;

/** So many signs in front of a denial are looked at; each costs for every denial of a long line. */
const NEAR = 200;
const WHETHER = /(?:\bnothing|\bnor|\bnot|n['’]t|\bno|\bnobody)\b[^.;?!]*\b(?:whether|if)\b[^.;?!,]*$/i;

/** Where a text says that there is no contract. */
export function noPlan(text: string): readonly Denial[] {
  if (MAY_DENY.some((words) => !words.test(text))) return [];
  // 'There is nothing on whether the owner had a plan' denies none.
  const isOpen = ({ index, 0: said }: RegExpExecArray): boolean =>
    WHETHER.test(text.slice(Math.max(sentenceAt(text, index).start, index - NEAR), index + said.length)) ||
    MAY_BE.test(text.slice(Math.max(sentenceAt(text, index).start, index - 30), index + said.length));
  return DENIALS.flatMap((denial) => [...text.matchAll(denial)])
    .filter((m) => !isOpen(m))
    .map((m) => ({ start: m.index, end: m.index + m[0].length, said: m[0] }));
}

/** In front of a plan's name, up to it. */
const NEGATED = new RegExp(
  `(?:\\bnot|\\bno longer|\\binstead of)\\s+(?:an?\\s+|the\\s+|on\\s+|under\\s+)?$|\\b(?:no|without|nor|neither|${NEVER} (?:been )?${GETS}|not (?:have|under|on|got)(?: any| an?)?|${DOES_NOT} (?:yet |ever )?(?:${GETS}|on|under)(?: any| an?)?|there (?:is|was)(?:n['’]?t| not)|lack(?:s|ing)?)(?:\\s+(?:any|an?|the|other|such|active|valid|current|running|kind of|sort of|service|or|nor))*\\s*$`,
  'i',
);

/** Whether a text denies the plan that it names at `plan`: 'we do not have EcoCare', and not 'we do not have the EcoCare papers here'. */
export const isDenied = (text: string, { start, end }: Span): boolean =>
  NEGATED.test(text.slice(Math.max(0, start - 50), start)) && !NOT_AT_HAND.test(text.slice(end, end + 30));
