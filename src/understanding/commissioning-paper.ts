import { type Span, sentencesOf } from './clauses.js';

/** '9 July 2026, the day of commissioning' */
const DAY_OF_COMMISSIONING =
  /^[\s,(]*(?:(?:(?:the|its|their|our|which (?:is|was) the|being the) )?(?:day|date) of (?:its |the |their |our )?commissioning|(?:the |its )?(?:commissioning|start-?up) date\b(?![^.;?!]{0,25}(?:\bnot\b|n['’]t|\bunknown|\bmissing|\blost|\bno\b|\bnever|\bis\b|\bwas\b|:))|(?:which|that|this) was (?:the|its|our) (?:commissioning|start-?up)\b|(?:on )?(?:which|the) day (?:(?:on which|when|that) )?(?:it|they|the [\w-]+) (?:was|were|got) (?:\w+ )?(?:commissioned|started up|put into (?:service|operation)))/i;
/** 'Since 22 April, when your technician commissioned it, …' */
const WHEN_COMMISSIONED =
  /^,? (?:when|on which) (?:(?:your|our|the|an?) (?:[\w-]+ )?(?:technicians?|engineers?|people|man|men|team|contractor|partner|electricians?|fitters?|colleagues?) |(?:you|they|he|she) )(?:then |finally |successfully )?(?:commissioned|started up|energi[sz]ed) (?:it|them|this|the (?:unit|ups|pdu|device|machine))\b(?! (?:next|of|in|at|beside))/i;
/** '… since 28 May, that is the date of its commissioning': of the only date in the sentence. */
const IS_THE_DAY =
  /\b(?:that|this|which|it)(?:['’]s| is| was) (?:the|its) (?:(?:day|date) of (?:its |the |their |our )?commissioning|commissioning (?:day|date))/i;

/** Whether a sentence calls a date in it the day of commissioning, right behind it or, where it is the only one (`alone`), further on. */
export const isCalledDayOfCommissioning = (text: string, sentence: Span, date: Span, alone: boolean): boolean => {
  const behind = text.slice(date.end, sentence.end);
  return DAY_OF_COMMISSIONING.test(behind) || WHEN_COMMISSIONED.test(behind) || (alone && IS_THE_DAY.test(behind));
};

const SHEET = '(?:sheet|report|protocol|certificate|record|paper|document|form|note|label|sticker)s?';
const PAPER = `(?:(?:commissioning|start-?up) ${SHEET}|${SHEET} (?:of|on|about) (?:the |its |our )?commissioning)`;
/** 'On the commissioning sheet your engineer wrote 07/08/2026' */
const ON_PAPER = new RegExp(
  `(?<!\\bno )\\b${PAPER}\\b.*\\b(?:(?:is|was) (?:from|of)|wrote|written|reads?|stands?|says?|shows?|has|gives?|states?|bears?|noted|dated|signed)\\b`,
  'i',
);
/** '… I found the commissioning report. The stamp says October 2025' */
const PAPER_ABOVE = new RegExp(`(?<!\\bno )\\b${PAPER}\\b`, 'i');
const IT_SAYS =
  /^\W*(?:the (?:stamp|date|day|sheet|report|paper|field|entry|signature)|it|there|on it)\b.{0,20}\b(?:says?|reads?|shows?|is|gives?|stands?|states?|bears?)\b/i;

/** 'The acceptance test, with which it went into operation, was signed on …' */
const ACCEPTED =
  /\b(?:sat|acceptance)\b[^.;?!]{0,40}\b(?:commission\w*|(?:went|put|taken|came|brought) in(?:to)? (?:operation|service|use))\b[^.;?!]{0,20}\b(?:signed|dated|passed|done)\b[^.;?!]{0,8}$/i;

/** Whether the only date of a sentence stands on a paper on commissioning, which it or the sentence before names. */
export function isOnCommissioningPaper(text: string, sentence: Span, date: Span): boolean {
  if (ACCEPTED.test(text.slice(sentence.start, date.start))) return true;
  if (!/commissioning|start-?up/i.test(text)) return false;
  if (ON_PAPER.test(text.slice(sentence.start, date.start))) return true;
  if (!IT_SAYS.test(text.slice(sentence.start, date.start))) return false;
  const above = text.slice(0, sentence.start).trimEnd();
  return PAPER_ABOVE.test(above.slice(sentencesOf(above).at(-1)?.start ?? 0));
}
