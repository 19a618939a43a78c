import type { Plan } from '../../knowledge/knowledge.js';
import { clauseAround, sentenceAt } from '../clauses.js';

/** How a plan is spoken of, which decides whether it is a fact and whether it is in effect. */
export type PlanStatus = 'had' | 'bought' | 'over' | 'hypothetical' | 'stated';

export interface PlanMention {
  readonly start: number;
  readonly end: number;
  readonly said: string;
  readonly plan: Plan;
  readonly status: PlanStatus;
}

export type FindPlans = (text: string) => readonly PlanMention[];

const OVER =
  /\b(?:ran out|run out|lapsed?|has ended|have ended|ended|expired|terminated|cancell?ed|not (?:been )?renewed|wasn['’]?t renewed|no longer|used to (?:have|be)|former(?:ly)?|previous(?:ly)?|old contract|is over|discontinued|let .{0,30}lapse|stopped|gave up|dropped)\b/i;
const HYPOTHETICAL =
  /\b(?:if (?:we|i|he|she|they|a|the|somebody|someone|customers?)|would|could|should (?:we|i)|shall|considering|thinking (?:of|about)|plan(?:ning)? to|want(?:s)? to|going to|intend|instead of|rather than|offer(?:ed|s|ing)?|quote[ds]?|proposal|do (?:we|i) need|need to (?:buy|get|sign)|(?:can|may) (?:we|i) (?:buy|get|order|take)|how about|what about|what if|before (?:we )?(?:buy|sign)|looking (?:at|into)|interested in)\b/i;
const BOUGHT =
  /\b(?:bought|purchased?|signed|ordered|booked|scheduled|agreed|concluded|took out|has been sold|was sold|sold (?:us|with|together)|paid for|on order|in the order|part of the order|kicks? in|(?:will )?(?:start|begin)s?|starting|beginning|takes? effect|effective)\b/i;
const HAD =
  /\b(?:have|has|had|having|got|'ve|under|with|running|runs|active|in effect|in force|in place|members?|covered by|current(?:ly)?|valid|ongoing|existing|since|on an?|enrolled|subscribed|our|customer)\b/i;
const VISIT_DONE =
  /\b(?:last (?:year|month|week|spring|summer|autumn|winter)|was done|already (?:done|happened|took place)|took place|had (?:a|one)|performed|carried out|visited|in the past|ago)\b/i;

/**
 * Finds the plans named in texts. The longest name wins; names that are negated ('no service contract')
 * are left to noPlan. Build it once for a set of plans.
 */
export function planFinder(plans: readonly Plan[]): FindPlans {
  const patterns = plans.flatMap((plan) => plan.names.map((name) => ({ plan, regex: nameRegex(name) })));
  return (text) => {
    const found = patterns.flatMap(({ plan, regex }) =>
      [...text.matchAll(regex)].map((m) => ({ start: m.index, end: m.index + m[0].length, said: m[0], plan })),
    );
    found.sort((a, b) => b.end - b.start - (a.end - a.start));
    const kept: typeof found = [];
    for (const m of found) if (kept.every((k) => m.end <= k.start || m.start >= k.end)) kept.push(m);
    return kept
      .filter((m) => !isNegated(text, m.start))
      .map((m): PlanMention => ({ ...m, status: statusOf(text, m) }))
      .sort((a, b) => a.start - b.start);
  };
}

function nameRegex(name: string): RegExp {
  const body = name
    .split(/[\s-]+/)
    .map((p) => p.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s-]*');
  const last = /\w$/.test(name) ? 's?(?![\\p{L}\\p{N}])' : '(?![\\p{L}\\p{N}])';
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}${last}`, 'giu');
}

const isNegated = (text: string, start: number): boolean =>
  /\b(?:no|without|nor|neither|never (?:bought|had|signed)|not? (?:have|under|on|got)(?: any| an?)?|n['’]t (?:have|bought|got|signed|on|under)(?: any| an?)?|lack(?:s|ing)?)(?:\s+(?:any|an?|the|other|such|active|valid|current|running|kind of|sort of|service|or|nor))*\s*$/i.test(
    text.slice(Math.max(0, start - 50), start),
  );

function statusOf(text: string, m: { readonly start: number; readonly end: number; readonly plan: Plan }): PlanStatus {
  const sentence = sentenceAt(text, m.start);
  const clause = clauseAround(text, m);
  const here = text.slice(clause.start, clause.end);
  const around = text.slice(Math.max(sentence.start, m.start - 60), Math.min(sentence.end, m.end + 60));
  if (m.plan.gives === 'visit') {
    if (HYPOTHETICAL.test(here)) return 'hypothetical';
    if (BOUGHT.test(here)) return 'bought';
    return VISIT_DONE.test(around) ? 'over' : 'stated';
  }
  if (OVER.test(here) && !/\b(?:year|warranty)\b.{0,12}\b(?:over|ended|expired)\b/i.test(here)) return 'over';
  if (HYPOTHETICAL.test(here)) return 'hypothetical';
  if (BOUGHT.test(here)) return 'bought';
  return HAD.test(here) ? 'had' : 'stated';
}

const NO_PLAN =
  /\b(?:no|without|w\/o|never (?:bought|had|signed|took)|not (?:under|on|have|covered by|any)|n['’]t (?:have|bought|got|on|under|signed)|has(?:n['’]t| no)|have(?:n['’]t| no)|lacks?|zero)\b(?:\s+(?:any|an?|the|other|such|active|valid|current|running|kind|sort|of|service|maintenance|support|nor|or|additional|extra|further|separate|plan|contract)){0,5}\s*\b(?:contract|plan|agreement|sla|maintenance|service cover|coverage plan|membership|service)s?\b/gi;
const NOTHING =
  /\b(?:(?:contract|plan|agreement|sla|maintenance)s?\s*[:=]\s*(?:none|nil|no|n\/a|nothing|-)(?![\p{L}-])|(?:nothing|nowt|nil) (?:in the way|by way) of (?:a |any )?(?:contract|plan|agreement)|nothing (?:else )?(?:signed|bought|in place|purchased|further)|no such thing|nothing (?:of the|of that) (?:sort|kind)|uncontracted|out of contract|contract[- ]free|no cover(?:age)? at all)/giu;

/** Where a text says that there is no contract. */
export function noPlan(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly said: string }[] {
  return [...text.matchAll(NO_PLAN), ...text.matchAll(NOTHING)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    said: m[0],
  }));
}
