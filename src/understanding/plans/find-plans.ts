import type { Plan } from '../../knowledge/knowledge.js';
import { sentenceAt } from '../clauses.js';
import { type PlanStatus, statusOf } from './plan-status.js';
import { shortNames } from './short-names.js';

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

/** Behind a contract: 'I don't have the contract in front of me' denies none. */
const AT_HAND =
  "['’]?s?\\s*(?:paper|papers|paperwork|number|details|document|documents|copy|date|lists?|files?|folders?|database|archive|register|overview|data|information|info|records?|holder|manager|department|management|in front|at hand|to hand)\\b";
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

const NO_PLAN = new RegExp(
  `\\b(?:no|no (?:wish|need|desire|interest|budget|money|use) (?:for|in|of|to (?:have|buy|sign|take))|not to (?:spend (?:\\w+ ){0,2}on|invest in|pay for|buy|sign|take(?: out)?|conclude|enter into|have|get|order|purchase)|(?:nobody(?: here)?|no one(?: here)?|none(?: of (?:us|them|these|those|(?:the|our|my) [\\w-]+))?) (?:has|have|had|holds?|(?:(?:is|are|was|were) )?(?:under|on|in|covered by|subject to|part of))|without|there (?:was|has been|were) never|never (?:had )?any|w\\/o|${NEVER} (?:been )?${GETS}|not (?:under|on|have|covered by|any|yet ${GETS}|${GETS})|(?:have|has) not|neither (?:of (?:them|these|those) )?(?:has|have)|${DOES_NOT} (?:yet |ever )?(?:${GETS}|on|under)|there (?:is|was)(?:n['’]?t| not)|has(?:n['’]t| no)|have(?:n['’]t| no)|lacks?|zero)\\b(?:\\s+(?:any|an?|the|other|such|active|valid|current|running|kind|sort|of|service|maintenance|support|nor|or|additional|extra|further|separate|plan|contract)){0,5}\\s*\\b(?:contract|plan|agreement|sla|amc|maintenance|service cover|coverage plan|membership|service)s?\\b(?!${AT_HAND})`,
  'gi',
);
const NOTHING =
  /\b(?:contract|plan|agreement)s?\b[^.;?!]{0,80}\bthere (?:is|are|was|were) none\b|\b(?:contract|plan|agreement|amc|sla)s?,? (?:(?:for|on|of|with) (?:[\w-]+ ){1,4}?)?(?:we|i|they|he|she|the \w+) (?:never|(?:do|did|have|has|does)(?:n['’]t| not)|had never|have never)(?: ever)? (?:have|had|got|get|own|sign(?:ed)?|buy|bought|ha[ds]|possess|made|make|concluded?|t[ao]ken?|took)\b|\b(?:contract|plan|agreement|amc|sla)s? (?:is|are|was|were) (?:not|never) (?:there(?! in)|existing|present(?! in)|in place|taken|given|opted)\b|\b(?:contract|plan|agreement)s? (?:was|were|has been|have been|has|have) (?:never|not)(?: been)? (?:made|signed|concluded|bought|taken out|agreed|purchased|existed)\b|\b(?:contract|plan|agreement)s? (?:for (?:it|them|this|that|the \w+|this \w+) )?(?:does|do)(?:n['’]t| not) exist\b|\b(?:contract|plan|agreement)s?\s*[:=]\s*(?:not|never) (?:been )?(?:made|signed|concluded|bought|taken out|agreed|purchased)\b|\b(?:contract|plan|agreement)s?,?\s+(?:is |are )?(?:none|nil)\b|\b(?:contract|plan|agreement)s?\b[^.;?!]{0,30}\b(?:do|did|does|have|has)\s?n['’]?o?t (?:have|got|get|buy|sign) (?:one|any)\b|\b(?:(?:contract|plan|agreement|sla|maintenance)s?\s*[:=]\s*(?:none|nil|no|n\/a|nothing|-)(?![\p{L}-])|\b(?:only|just) (?:the |a |under )?(?:factory |standard |manufacturer['’]?s? )?warranty\b(?! (?:and|plus))|\bwarranty only\b|(?:nothing|nowt|nil) (?:in the way|by way) of (?:a |any )?(?:contract|plan|agreement)|nothing (?:else )?(?:(?:signed|bought|in place|purchased)|further(?=\s*(?:$|[.,;!?)])))|no such thing|nothing (?:of the|of that) (?:sort|kind)|uncontracted|out of contract|contract[- ]free|no cover(?:age)? at all)/giu;

/** A contract, and what it is for. */
const CONTRACT =
  '\\b(?:contracts?|plans?|agreements?|amc|sla|membership)(?:,? (?:for|on|of|with) (?:[\\w-]+ ){0,3}[\\w-]+)?';
/** Nothing more is said of it. */
const ENDS = '(?=\\s*(?:$|[.,;!?)]|till\\b|until now|so far|yet\\b(?! \\w)))';

/** 'A contract have we never made', 'contract we have none', 'new one there is not', 'contract: not existing': the denial behind what is denied. */
const BACKWARDS = new RegExp(
  [
    `${CONTRACT}[,:]? ?(?:(?:is|are|was) )?(?:none|no(?!\\.\\s*\\w?\\d)|nothing|nil|(?:not|never) (?:existing|there|taken|made|signed|available|present|existed))${ENDS}`,
    `${CONTRACT},? (?:(?:have|has|had) (?:we|i|they|he|she|the \\w+)|(?:we|i|they|he|she|the \\w+) (?:have|has|had)|there (?:is|was)|(?:does|do) (?:it|they) have) (?:none|no|nothing|not|never(?: (?:made|signed|had|bought|taken|concluded))?)${ENDS}`,
    '\\b(?:new|other|another|successor|fresh) one (?:there (?:is|was) (?:not|none)|we have not|was (?:not|never) (?:made|signed))',
    '\\b(?:nobody|no one|we|they) (?:has |have )?(?:made|signed|concluded) (?:no|(?:a |any )?new one)\\b',
  ].join('|'),
  'giu',
);

const WHETHER = /(?:\bnothing|\bnor|\bnot|n['’]t|\bno|\bnobody)\b[^.;?!]*\b(?:whether|if)\b[^.;?!,]*$/i;

/** Without any of these words neither pattern finds anything, and most texts have none. */
const MAY_DENY =
  /contract|plan|agreement|sla|amc|new one|maintenance|cover|membership|service|warranty|no such|nothing|nowt|nil\b|out of/i;

/** Where a text says that there is no contract. */
export function noPlan(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly said: string }[] {
  if (!MAY_DENY.test(text)) return [];
  // 'There is nothing on whether the owner had a plan' denies none.
  const isOpen = (m: RegExpMatchArray): boolean => {
    const { start } = sentenceAt(text, m.index ?? 0);
    return WHETHER.test(text.slice(start, (m.index ?? 0) + m[0].length));
  };
  const denied = [NO_PLAN, NOTHING, BACKWARDS].flatMap((told) => [...text.matchAll(told)]).filter((m) => !isOpen(m));
  return denied.map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    said: m[0],
  }));
}
