import type { Span } from './clauses.js';
import type { DateRole } from './date-words.js';

/** A text, its plans without their names, and where products are named in it. */
export interface Told {
  readonly text: string;
  readonly products: readonly Span[];
}

/** What a contract is called, where plans stand without their names. */
export const CONTRACT_WORD = /\b(?:contract|plans?|agreement|membership|cover)\b/i;

/** Behind it, 'from March' is the date of a paper. */
const PAPER =
  /\b(?:order|paper|form|confirmation|document|signature|offer|quote|invoice|letter|mail|report|protocol)s?(?: (?:form|confirmation|number|date|papers?))?(?: (?:is|was|comes?|came|dates?))? *$/i;

/** What is said of a device since it was commissioned. */
const COMMISSIONED_SINCE =
  /\b(?:commission\w*|operation(?:al)?|service|installed|in (?:use|work|function)|exploited|i\/s|(?:on|under|the) load)\b/gi;
/** The same in verbs of which anything may be the subject. */
const RUNS_SINCE =
  /\b(?:runs?|running|live|works|working|functions|functioning|operates|operating|feeding|powering|supplying|protecting|carrying|turns|turning|on ?line)\b/gi;
/** Between such a verb and 'since': 'on bypass' and 'with the new firmware' tell of something else that began then. */
const STEADILY =
  /^(?:\W+(?:here|there|now|already|continuously|day and night|(?:the |our )?(?:critical )?load|(?:(?:in|at) )?(?:the |our )?(?:[\w-]+ )?(?:hall|room|basement|cellar|building|plant|office|hospital|factory|site|floor|works|cent(?:er|re))(?: \w+)?))*\W*$/i;
/** Before such a verb stands the device, or nothing: 'it has been', ', NMC3,'. */
const ITS_SUBJECT =
  /(?:^|[,;:/|()–-]|\b(?:and|but|which|that|it|this|itself|unit|ups|pdu|device|machine|system))(?:['’]s)?\W*(?:(?:has|have|is|was|been|now|already|itself|up and|still) )*$/i;

/**
 * What a date behind 'since' or 'from' is of, by the part of its sentence before that (`before`): a contract where one was named last, else
 * commissioning where that was, or the device runs.
 */
export function sinceRole({ text, products }: Told, before: Span): DateRole {
  const sentence = text.slice(before.start, before.end);
  if (PAPER.test(sentence)) return 'other';
  // 'commissioned 9 April 2024, Prime running since …': what runs is what its own clause names.
  const clause = lastClause(sentence);
  if (CONTRACT_WORD.test(clause) && !/\b(?:commission|install)\w*|\bload\b|\bi\/s\b/i.test(clause))
    return 'contractStart';
  const ofDevice = (m: RegExpExecArray): boolean => {
    const front = sentence.slice(0, m.index);
    const bare = front.replace(/(?:\b(?:has|have|is|was|been|now|already|still)\s+)+$/i, '').trimEnd();
    const at = before.start + bare.length;
    return (
      STEADILY.test(sentence.slice(m.index + m[0].length)) &&
      (ITS_SUBJECT.test(front) || products.some((p) => p.end === at))
    );
  };
  const contract = lastIndex(sentence, CONTRACT_WORD);
  const runs = [...sentence.matchAll(RUNS_SINCE)].filter(ofDevice).map((m) => m.index);
  const commissioning = Math.max(lastIndex(sentence, COMMISSIONED_SINCE), ...runs);
  if (contract < 0 && commissioning < 0) return 'none';
  return contract > commissioning ? 'contractStart' : 'commissioned';
}

/** Names nothing itself: in 'EcoCare, running since' the plan runs. */
const SUBJECTLESS = /^\s*(?:running|active|valid|current|ongoing|in (?:force|effect|place))\s*$/i;

/** A comma, or 'and' before something that may have a day of its own: 'we are members and the UPS runs since'. */
const CLAUSE_END = /,|\band (?=(?:the|our|my|an?) (?!(?:\w+ ){0,2}(?:contract|plans?|agreement|membership|cover)\b))/i;

/** The clause in which a sentence breaks off, with the one before where it names nothing. */
function lastClause(sentence: string): string {
  const clauses = sentence.split(CLAUSE_END);
  const last = clauses.at(-1) ?? '';
  return SUBJECTLESS.test(last) ? clauses.slice(-2).join(',') : last;
}

function lastIndex(text: string, regex: RegExp): number {
  return Math.max(-1, ...[...text.matchAll(new RegExp(regex.source, 'gi'))].map((m) => m.index));
}
