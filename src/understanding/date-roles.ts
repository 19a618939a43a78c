import { type Span, sentenceAt } from './clauses.js';
import { isCalledDayOfCommissioning, isOnCommissioningPaper } from './commissioning-paper.js';
import { cuesIn } from './date-cues.js';
import type { DateRole } from './date-words.js';
import type { DateMention } from './dates/date-mention.js';
import { CONTRACT_WORD, type Told } from './since-role.js';

export type { DateRole } from './date-words.js';

/** How far from a date a cue still speaks of it, in characters, before and after. */
const REACH_BEFORE = 90;
const REACH_AFTER = 60;

/**
 * The role of each date, from the nearest cue in its sentence; a cue before the date goes before one after.
 * 'since' and 'from' speak of a contract where one was named before them, else of commissioning where that was.
 */
export function rolesOfDates(
  text: string,
  dates: readonly DateMention[],
  products: readonly Span[] = [],
): readonly DateRole[] {
  const roles: DateRole[] = [];
  const told = { text, products };
  for (const [i, date] of dates.entries()) roles.push(roleOf(told, dates, i, roles.at(-1) ?? 'none', date));
  return roles;
}

function roleOf(told: Told, dates: readonly DateMention[], i: number, previous: DateRole, date: DateMention): DateRole {
  const { text } = told;
  const sentence = sentenceAt(text, date.start);
  const from = Math.max(sentence.start, date.start - REACH_BEFORE, dates[i - 1]?.end ?? 0);
  const to = Math.min(sentence.end, date.end + REACH_AFTER, dates[i + 1]?.start ?? text.length);
  const before = cuesIn(told, from, date.start, sentence.start).at(-1);
  // 'Entitled through the plan today', 'commissioned in May and covered as of today': the day that is asked about.
  if (NOW.test(date.said) && !(before && date.start - before.end <= 1 && !AS_OF.test(before.said))) return 'none';
  const alone = dates.every((d) => d === date || d.start < sentence.start || d.start >= sentence.end);
  if (isCalledDayOfCommissioning(text, sentence, date, alone)) return 'commissioned';
  const isOf = before && !(before.role === 'commissioned' && breaksOff(text.slice(before.end, date.start)));
  // 'Could be already, could be next year.'
  if (before?.role === 'contractStart' && GUESSED.test(text.slice(before.end, date.start))) return 'none';
  if (before && isOf && before.role !== 'other') return before.role;
  if (alone && isOnCommissioningPaper(text, sentence, date)) return 'commissioned';
  // 'Delivered in May and commissioned on 4 June': what comes after has a day of its own.
  if (before && DIRECTLY.test(text.slice(before.end, date.start)) && dates[i + 1] !== undefined) return before.role;
  const after = cuesIn(told, date.end, to, sentence.start).filter((c) => onlyFiller(text.slice(date.end, c.start)))[0];
  // '… is dated 7 October and the unit was commissioned on 15 January': the cue between them is the second date's.
  const next = dates[i + 1];
  const ofNext = after && before && next && DIRECTLY.test(text.slice(after.end, next.start));
  if (after && !ofNext) return after.role;
  if (before && isOf) return before.role;
  // 'commissioned 3 May 2025 and 4 June 2025': in a list, a date with no cue of its own takes that of the one before.
  const last = dates[i - 1];
  const listed =
    last !== undefined &&
    last.start >= sentence.start &&
    LIST.test(text.slice(last.end, date.start)) &&
    LIST_GOES_ON.test(text.slice(date.end, sentence.end));
  const carried =
    last !== undefined && previous === 'commissioned' && AND_MINE.test(unnamed(told, last.end, date.start));
  if (listed || carried) return previous;
  if (SINCE.test(text.slice(sentence.start, date.start)) && PLAN_NEXT.test(text.slice(date.end, to)))
    return 'contractStart';
  return alone && onlyTellsCommissioning(told, sentence, date) ? 'commissioned' : 'none';
}

/**
 * 'Five weeks ago your technician came to our site and commissioned the unit': the only date of a sentence that tells of nothing
 * else than a commissioning, in one clause with it.
 */
function onlyTellsCommissioning(told: Told, sentence: Span, date: DateMention): boolean {
  const { text } = told;
  const cues = cuesIn(told, sentence.start, sentence.end, sentence.start);
  const [cue] = cues;
  if (!cue || cues.some(({ role }) => role !== 'commissioned')) return false;
  const between = text.slice(Math.min(cue.end, date.end), Math.max(cue.start, date.start));
  return TELLS_ITSELF.test(cue.said) && !NEW_CLAUSE.test(between);
}
/** A verb of the past, or the noun with what became of it. */
const TELLS_ITSELF =
  /\b(?:commissioned|put|taken|brought|placed|set|energi[sz]ed|went|done|made|carried|performed|completed)\b/i;
/** Where another clause begins, which may be about another day. */
const NEW_CLAUSE =
  /[,;:()–]|\b(?:but|which|who|that|when|while|because|since|as|after|before|although|whereas|until|if|whether|not|never|nobody|or|i|we)\b|\bno one\b/i;

const NOW = /^(?:today|now|this (?:moment|day|week|month))$/i;
const AS_OF = /^(?:as of|as from|from|since)$/i;
const DIRECTLY = /^ (?:(?:in|on|at|by|around|since) )?(?:the )?$/i;

/** 'Since 1 March we have an … agreement' */
const SINCE = /\bsince (?:the )?$/i;
const PLAN_NEXT = new RegExp(
  `^,? (?:(?:we|i|they|he|she|it|there|the [\\w-]+) (?:have|has|had|hold|holds|is|are|run|runs)\\b[^,;.?!]{0,25}?|(?:an?|the|our|its) (?:\\w+ )?)${CONTRACT_WORD.source}`,
  'i',
);

const LIST = /^\s*(?:and|,|\/|&|or|respectively)\s*$/i;

/** In front of a day that somebody only guesses. */
const GUESSED =
  /\b(?:(?:could|may|might) (?:\w+ )?(?:be|start|begin|have)|others|usually|normally|often|sometimes|as a rule|either)\b[^.;?!]*$/i;

/** A stretch with 'ups' for each product's name. */
const unnamed = ({ text, products }: Told, from: number, to: number): string =>
  products
    .filter((p) => p.start >= from && p.end <= to)
    .reduceRight((said, p) => `${said.slice(0, p.start - from)}ups${said.slice(p.end - from)}`, text.slice(from, to));

/** 'His was commissioned in May; mine, a …, on 3 June': without a verb of its own. */
const AND_MINE =
  /^\s*[;,]\s*(?:but |and |while )?(?:mine|ours|(?:the|our|my) (?:ups|pdu|unit|device|machine|other|second)(?: (?:one|ups|pdu|unit))?)(?: (?:behind|beside|next to|beneath|below|above|downstream of|near) (?:it|that|them))?(?:, (?:an?|the|our) (?!.*\b(?:which|that|who|was|is|moved|came)\b)[\w /+-]{2,40})?,?\s+(?:on|in)\s+(?:the\s+)?$/i;

/** Between a cue and a date somebody else does something: 'when it was commissioned I cannot tell, as I joined in June'. */
const breaksOff = (between: string): boolean =>
  /(?:\b(?:as|because|since|when|while|before|after|although|whereas|but|and|who|if|for)|[,;–-])\s+(?:i|we|he|she|they|you|my|our|your|nobody|somebody|people)\b(?! (?:had|have|got|were told|are told|think|believe|assume|know|reckon)\b)/i.test(
    between,
  );

/** Behind a date of a list comes another, or nothing more of it: 'commissioned in July, next week a visit is due' is no list. */
const LIST_GOES_ON = /^\s*(?:$|[,.;:)?!]|and\b|&|\/|or\b|respectively)/i;

/** A cue after a date speaks of it only where nothing but a few small words stand between. */
const onlyFiller = (between: string): boolean => {
  const said = between.replace(IN_BRACKETS, '');
  return (said.length <= 30 && !/[,;:()]|\bbut\b/.test(said)) || HAPPENED_TO.test(said);
};
/** 'our Galaxy VL (NMC4) was …': what is in brackets says no more of the date. */
const IN_BRACKETS = / \([^()]{1,20}\)|, ?nmc ?\d,/gi;
/** 'On 3 May 2025 the two units in the north hall were …': what a day is told to have happened to. */
const HAPPENED_TO =
  /^\W*(?:an?|your|the|one of your|some) (?:[\w'’-]+ ){1,4}(?:has )?$|^,? (?:our|the|my|both|all|a|this|that|these|those|its|their)\b(?: [\w/-]+){1,8} (?:was|were|got|has been|have been) (?:\w+ )?$/i;
