import { alternatives } from '../alternatives.js';

/** What may stand between somebody's having a plan and its name. */
const LINK =
  '(?: ?(?:[,:=–"\'“‘(-]|an?|the|our|its|my|their|own|same|only|single|sole|also|now|still|already|currently|presently|just|been|be|there|running|active|valid|current|existing|ongoing|full|annual|yearly|service|maintenance|support|plan|contract|agreement|membership|cover|coverage|package|level|tier|type|kind|called|named|namely|of|customers?|members?|your?|yours|we|they)(?![\\p{L}\\p{N}]))*\\s*["\'“‘(]?\\s*';
/** Having it; 'has approved' and 'had sent' have nothing yet, which the link does not let through. */
const HAS =
  "(?:have|has|had|having|['’]ve|['’]s got|got|gets?|hold|holds|held|holding|keep|keeps|maintain|maintains|enjoys?|pay for|pays for|paying for|use|uses|under|with|(?<=^\\W*|\\b(?:is|are|was|were|be|been|am|still|already|now|currently|both|all|ups|pdus?|units?|devices?|one|nmc ?\\d|stays?|remains?)\\s|['’](?:re|s|m)\\s)on|within|through|via|covered (?:by|in)|(?:included|enrolled|contained) in|enrolled in|subscribed to|subscribe to|subscribes to|member of|members of|part of|belongs? to|runs?|running|active|valid|current|existing|ongoing|its|our|my|his|her|their|your|whose|(?:plan|contract|agreement|membership|cover|coverage|sla)s?(?: \\w+){0,2} (?:is|are)|(?:plan|contract|agreement|membership|cover|coverage|sla|service)\\s*[:=–-]|there (?:is|are)|(?:company|firm|customer|client|hospital|school|university|site|plant) (?:is|are)|(?:we|they|he|she|it|this|that|which) (?:is|are)|(?:we|they)['’]re|(?:it|that)['’]s)";
const HELD_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])${HAS}${LINK}$`, 'iu');
const SINCE = /\bsince (?!(?:we|i|they|he|she|it|our|the|this|that|my)\b)[^.;?!]{1,40}$/i;
const HELD_BEHIND_SAID = alternatives`
  customers?\b
  members?\b(?! (?:get|receive|can|may|are entitled))
  (?:under which [^,;.?!]{1,40} )?(?:(?:is|are|was|has been|have been|remains?|stays|still|already|currently|now|that is|which is|which has been|which) )*(?:active|running(?! out)|runs(?! out)|in (?:effect|force|place)|valid|ongoing|continuing|continues|current|existing|exists)\b(?! (?:from|as of|starting) (?:next|the coming))
  (?:which |that )?(?:covers|applies)\b
  is what (?:we|i) (?:have|hold|got|run|pay for)\b
  \(?(?:running )?since\b
  (?:has|have) (?:begun|started)\b
`;
const HELD_BEHIND = new RegExp(
  String.raw`^[\s"'”’)]*(?:(?:plan|contract|membership|agreement|package|service|level|cover)s?\s+)?(?:${HELD_BEHIND_SAID})`,
  'i',
);

/** 'And Advantage Plus on it': a list that goes on. */
const ON_IT =
  /^[\s"'”’)]*(?:plan |contract )?(?:(?:on|for) (?:it|them|this|both|top|each|all of them)\b|on (?:the|our|this) (?:\w+ )?(?:unit|ups|pdu|device|machine)\b)/i;
/** 'We joined …', 'we have become members of …'; not 'when we have joined'. */
const JOINED =
  /(?<!\b(?:when|once|if|after|before|until|as soon as|had|nobody|whether) )\b(?:we|i)(?:['’]ve| have)? (?:joined|became|become) (?:an? |the |members? of )*$/i;
const FEW_WORDS = /^\W*(?:\w+\W*){0,2}$/;
/** A contract to come, or one that is only spoken of. */
const NOT_THIS =
  /\b(?:next|future|coming|possible|new) (?:service |maintenance )?(?:plan|contract|agreement|membership)\b|\b(?:offers?|tenders?|quotes?|quotations?|proposals?|compare[ds]?|comparing|after|(?:want|wish|look|ask) for|want|need) (?:\w+ )?(?:with|is|are)?\s*$/i;

/** What goes on about the plan in the next clause: 'the plan is there, it is running'. */
const GOES_ON =
  /^[^.;?!]{0,60}?[,–-]\s*(?:and |but )?(?:it|this|that|which|the (?:plan|contract|membership|agreement)) (?:(?:is|has been|was) )?(?:\w+ )?(?:running(?! out)|runs(?! out)|active|in (?:effect|force|place)|valid)\b/i;

/** Whether somebody has the plan that stands between `front` and `behind` in its clause: the words for having are right beside its name. `rest`: all that follows it. */
export const isHeld = (front: string, behind: string, rest: string): boolean =>
  (HELD_BEFORE.test(front) && !NOT_THIS.test(front)) ||
  JOINED.test(front) ||
  SINCE.test(front) ||
  HELD_BEHIND.test(behind) ||
  GOES_ON.test(rest) ||
  (ON_IT.test(behind) && FEW_WORDS.test(front));

const ASKS_FIRST =
  /^\W*(?:(?:and|but|so|or)[, ]+)?(?:(?:do|does|did) (?:[\w'’]+ ){1,4}(?:have|hold|own|need)\b|(?:is|are) (?:there|we|it|they)\b)/i;
const HAS_FIRST = /^\W*(?:(?:and|but|so|or)[, ]+)?(?:has|have|had) (?:[\w'’]+ ){1,4}(?:got|any|an?)\b.*\?\W*$/is;

/** Whether a clause asks if there is a plan: 'do we have EcoCare?', 'has the VL got EcoCare?', 'is there an active plan?'. */
export const asksWhetherHeld = (clause: string): boolean => ASKS_FIRST.test(clause) || HAS_FIRST.test(clause);

/** Whether what stands right before a plan wants to have it, or only speaks, reads or asks about it. */
export const wishesFor = (front: string): boolean =>
  /\bto (?:sign|buy|order|purchase|conclude|book|take(?: out)?|get|renew)(?: up)?(?: for)?(?: (?:an?|the|our|into))*\s*$|\b(?:questions?|letters?|mails?|brochures?|leaflets?|flyers?|information|info|details|documents?|news|advice|read|reading|heard|talk(?:ed|ing)?|spoke|spoken|know|knows|learn(?:ed|t)?|told|wrote|written|speaks?) (?:me |us )?(?:about|of|on|regarding|concerning)(?: (?:an?|the|your|our))*\s*$|\b(?:no idea|no clue|unclear|unknown|not (?:known|clear|sure))\b[^.;?!]{0,40}$/i.test(
    front,
  );

/** Whether a plan is somebody's in general, or of others: 'customers with EcoCare get updates', 'our colleagues have it'. */
export const ofOthers = (clause: string): boolean =>
  /\b(?:customers|clients|people|anyone|anybody|everyone|everybody|whoever|those|companies|owners|(?<!\b(?:we|i) (?:have|run|own|operate) (?:[\w-]+ ){1,4})(?:sites|devices|units)|colleagues|competitors|others|somebody else|someone else|who) (?:with|on|under|have|has|having|that have|who have|who are|get|got)\b|\bmembers (?:get|receive|can|may|are entitled)\b|\b(?:in mind|on (?:the|our) (?:list(?! of (?:assets|devices|units|equipment|machines|installations)\b)|wish ?list|agenda)|under (?:discussion|review|consideration|negotiation|way|construction))\b/i.test(
    clause,
  );

/** Words that a sentence has and a list has not. */
const OF_SENTENCES =
  /\b(?:we|i|they|he|she|you|it|our|my|your|the|an?|this|that|is|are|was|were|has|have|had|been|be|to|about|of|from|by|for|will|would)\b/gi;

/** Whether what surrounds a plan in its clause is a sentence that tells something of it, and no heading, telegram or row. */
export function isToldOf(front: string, behind: string): boolean {
  const around = `${front} ${behind}`;
  if (around.includes('|')) return false;
  const words = around.match(/\p{L}[\p{L}'’-]*/gu)?.length ?? 0;
  const telling = around.match(OF_SENTENCES)?.length ?? 0;
  return telling >= 2 || (telling === 1 && words >= 3 && !/\d/.test(around));
}
