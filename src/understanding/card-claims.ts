import type { Nmc } from '../domain/facts.js';
import { alternatives } from './alternatives.js';
import { toldGenerations } from './card-generation.js';
import type { Span } from './clauses.js';
import { isOtherCard } from './other-cards.js';

/** What a text says of the card in a device, in the words of people (not card evidence such as a banner). */
export type CardClaim =
  | { readonly kind: 'card'; readonly nmc: Nmc; readonly start: number; readonly end: number; readonly said: string }
  /** A generation that does not exist ('NMC7'). */
  | { readonly kind: 'no-such-card'; readonly start: number; readonly end: number; readonly said: string }
  /** 'NMC2 or 3': a question, no claim. */
  | { readonly kind: 'choice'; readonly start: number; readonly end: number; readonly said: string };

const CARD =
  '(?:nmc|n\\/?w\\s+(?:mgmt|management)\\s+cards?|network\\s+mgmt\\s+cards?|network\\s+man+a?ge?ment\\s+cards?|management\\s+cards?|network\\s+cards?)[^\\S\\n]*(?:type|gen(?:eration)?|version|number|no\\.?|v)?[^\\S\\n]*[-#:]?[^\\S\\n]*';
const MENTION = new RegExp(`(?<![\\p{L}\\p{N}])${CARD}(\\d{1,2})(?:s|'s)?(?![\\p{L}\\p{N}]|\\.\\d|[ -]?phase)`, 'giu');
const CHOICE = new RegExp(
  `(?<![\\p{L}\\p{N}])${CARD}\\d(?:\\s*(?:,|/|or|vs\\.?|versus|and)\\s*(?:an?\\s+)?(?:${CARD})?\\d)+(?![\\p{L}\\p{N}])`,
  'giu',
);
/** 'not an NMC2', 'no NMC2', 'isn't NMC2', 'instead of NMC2', and after a claim ', not 2'. */
const NEGATED =
  /(?:\bnot|n['’]t|\bnever|\bno longer)\s+(?:(?:have|has|had|got|be|use|using|run|running|contain|fitted|with|really|actually|even)\s+)*(?:an?\s+|the\s+|any\s+)?(?:original\s+|real\s+|new\s+|old\s+)?$|(?:\bnot\s+(?:an?\s+|the\s+)?|\bno\s+|n['’]t\s+(?:an?\s+)?|\bneither\s+(?:an?\s+)?|\bneither\b[^.;?!]{0,30}\bnor\s+(?:an?\s+)?|\binstead\s+of\s+(?:an?\s+)?|\brather\s+than\s+(?:an?\s+)?|\bwithout\s+(?:an?\s+)?|\breplac(?:ed|es|ing)\s+(?:the\s+|our\s+|an?\s+)?(?:old\s+)?)$/i;
/** 'NMC2 was swapped for an NMC3': the first is no longer in there. */
const REPLACED =
  /^\s*(?:card\s*)?(?:(?:in|of|from) (?:our|the|this) [\w /-]{2,40}? )?(?:(?:was|were|got|has been|have been|had been|is|being)\s+)?(?:swapped|replaced|exchanged|changed|upgraded|converted|updated)\s+(?:for|by|with|to|against|into)\b/i;
const NO_CARD = new RegExp(
  alternatives`
  # The slot is empty.
  \b(?:nmc|(?:network |management |network management )?card)[ -]slot (?:is|was|stands|still is|is still) (?:empty|vacant)\b
  \bslot for (?:(?:the|a|an|its) )?(?:nmc|(?:network |management |network management )?card) (?:is|was|stands|still is|is still) (?:empty|vacant)\b
  \b(?:the|its) slot (?:for (?:it|the card) )?(?:is|was|stands|is still|still is) (?:empty|vacant)\b
  # None was fitted, or the slot is closed.
  \bno card (?:was|has|had) (?:ever |yet |been |ever been )*(?:fitted|installed|inserted|supplied|put in)\b
  \bslot (?:for it )?(?:is|was) blanked\b
  \bempty (?:nmc|(?:network |management |network management )card)[ -]slot\b
  # 'It has no card in it'
  \b(?:(?:has|have|with|is|got)\s+no\s+card\s+(?:at all|in (?:it|there)|inside|fitted|installed|so far(?! (?:known|as))|yet|as yet|until now|at present|at the moment)|(?:there(?:['’]?s|\s+is|\s+was)|(?:ups|pdu|unit|device|machine|itself|inside)\s+(?:is|sits))\s+no\s+card)\b(?!\s*\d)
  # 'Without a network card', and no word for what cards have
  \b(?:no|without(?:\s+(?:a|any))?|doesn['’]?t have (?:a|any)|has no|have no|lacks? (?:a|any))\s+(?:network\s+(?:management\s+)?card|management\s+card|nmc|network\s+card)s?\b(?!\s*\d)(?!\s+(?:firmware|updates?|tool|entitlement|year|system|subscriptions?|files?|versions?))(?:\s+(?:fitted|installed|inside|in\s+(?:it|there)))?
`,
  'gi',
);

/** 'The other one came with a card, this one has none'. */
const HAS_NONE =
  /(?:\b[\w-]+ (?:now |today |currently |presently )?has none|\bthere(?:['’]s| is) none (?:in|inside))\b(?<=\b(?:cards?|nmc)\b[^.?!]{0,120})(?<!\b(?:contract|plan|agreement|membership)[^.?!]{0,60})/gi;

/** Every claim about the card, in the order of the text; a choice swallows the cards that it names. */
export function cardClaims(text: string, mentions: readonly CardMention[] = cardMentions(text)): readonly CardClaim[] {
  const claims: CardClaim[] = [];
  const free = (start: number) => claims.every((c) => start < c.start || start >= c.end);
  for (const m of text.matchAll(CHOICE)) {
    if (/\d.*\d/.test(m[0]) && new Set(m[0].match(/\d/g)).size > 1) claims.push(claim(m, 'choice'));
  }
  for (const { start: index, end, said, generation } of mentions) {
    if (!free(index) || NEGATED.test(text.slice(Math.max(0, index - 30), index))) continue;
    if (isPlanned(text, index) || isOtherCard(text, { start: index, end })) continue;
    if (REPLACED.test(text.slice(end, end + 60))) continue;
    const span = { start: index, end, said: said.trim() };
    if (generation >= 1 && generation <= 4) claims.push({ ...span, kind: 'card', nmc: `NMC${generation}` as Nmc });
    else claims.push({ ...span, kind: 'no-such-card' });
  }
  const none = [...text.matchAll(NO_CARD), ...(/has none|none in/i.test(text) ? text.matchAll(HAS_NONE) : [])];
  for (const m of none) if (free(m.index)) claims.push({ ...claim(m, 'choice'), kind: 'card', nmc: 'none' });
  return claims.sort((a, b) => a.start - b.start);
}

/** 'we will replace it with an NMC3 next month', 'can we swap it for an NMC4?': not what is in there now. */
const isPlanned = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 70), at);
  if (
    /\b(?:can|could|may|should|must|do|how)\b[^.;?!]*\b(?:replace|swap|upgrade|exchange|change)\b[^.;?!]*\b(?:by|with|for|to|against) (?:an? |the )?(?:new )?$/i.test(
      before,
    )
  )
    return true;
  return /\b(?:will|going to|plan(?:ned|ning)? to|intend to|want to|shall|would|to be)\b[^.;?!]*\b(?:replac|swap|upgrad|exchang|chang|get|fit|install|buy|order)\w*\b[^.;?!]*$/i.test(
    before,
  );
};

/** A place where a card is named, by its short name or by its generation. */
export interface CardMention extends Span {
  readonly said: string;
  readonly generation: number;
}

/** Wherever a card is named at all, claimed or denied; `taken`: what belongs to something else, such as '2nd Gen' in a product's name. */
export function cardMentions(text: string, taken: readonly Span[] = []): readonly CardMention[] {
  const mentions = [...text.matchAll(MENTION)].map((m) => mentionOf(m.index, m[0], Number(m[1])));
  for (const { index, said, generation } of toldGenerations(text)) {
    const told = mentionOf(index, said, generation);
    if ([...mentions, ...taken].every((o) => told.start >= o.end || told.end <= o.start)) mentions.push(told);
  }
  return mentions;
}

const mentionOf = (start: number, said: string, generation: number): CardMention => ({
  start,
  end: start + said.length,
  said,
  generation,
});

function claim<K extends 'choice' | 'no-such-card'>(m: RegExpMatchArray, kind: K) {
  const start = m.index ?? 0;
  return { kind, start, end: start + m[0].length, said: m[0].trim() };
}

const NUMBER_WORDS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4 };
/** What may stand beside a bare number without making it the number of something else. */
const AROUND_NUMBER =
  /\b(?:it|its|it['’]?s|is|says?|reads?|shows?|the|a|an|number|card|type|nmc|network|management|gen|generation|version|ah|oh|ok|you|mean|i|see|so|then|we|have|that|that['’]?s|got|yes|must|be|on|screen)\b/gi;

/** A bare number as the answer to 'which card?': 'the number. 4', 'three', 'it says 3'; null where the message says more. */
export function bareCardNumber(text: string): number | null {
  const numbers = text.toLowerCase().match(/(?<![\w.,/-])(?:\d{1,2}|two|three|four)(?![\w/-]|[.,]\d)/g) ?? [];
  const [first] = numbers;
  if (first === undefined || numbers.length !== 1) return null;
  const rest = text.toLowerCase().replace(first, ' ').replace(AROUND_NUMBER, ' ');
  return /[\p{L}\p{N}?]/u.test(rest) ? null : (NUMBER_WORDS[first] ?? Number(first));
}
