import { type Span, sentenceAt, sentencesOf } from './clauses.js';
import { isCalledDayOfCommissioning, isOnCommissioningPaper } from './commissioning-paper.js';
import type { DateMention } from './dates/date-mention.js';

/** What a date in a text is the date of. `other`: of something that no rule looks at; `none`: nothing tells. */
export type DateRole = 'commissioned' | 'contractStart' | 'contractEnd' | 'other' | 'none';

interface Cue {
  readonly role: DateRole;
  readonly start: number;
  readonly end: number;
  readonly said: string;
}

/** Words that tell what a date is of. Where two stand equally near, the later in this list gives way. */
const CUES: readonly { readonly role: DateRole | 'since'; readonly regex: RegExp }[] = [
  {
    role: 'commissioned',
    regex:
      /\b(?:commissioning(?: of (?:our|the|this|my|an?|its|that) [^.,;?!]{2,40}?)?|start(?:ed)?[- ]?up|first start|(?:put|putting|taking|bringing) in(?:to)? (?:service|operation|use)) (?:(?:has been|had been|was|is|were|got) )?(?:(?:\w+ly|already) )?(?:made|done|carried out|performed|completed|executed|finished|over)\b|\bfirst start\b|\b(?:mise en (?:service|marche|route)|puesta en (?:marcha|servicio)|messa in (?:servizio|funzione|marcia)|(?:entrada em|coloca\S+ em) (?:opera\S+|servi\S+)|comissionamento|uruchomieni\w+|inbedrijfstelling|ingebruikname|idriftsettelse|k[aä]ytt[oö][oö]notto)|\b(?:re-?)?comm?iss?ion\w*|\bcomm(?:['’]?d)?\.?(?=[:\s]*(?:on\s|in\s)?$)|\bstart(?:ed)?[- ]?up\b|\b(?:put|taken|brought|placed|set|entered|enters?|came|went|opened) (?:in|into|in to|to) (?:service|operation|use|production|exploitation)|\bput in\b|\b(?:put |placed |taken |goes |went |came |brought |runs? |running )?(?:on|under) load\b|\b(?:put|connected|switched) on (?:the )?(?:net|grid|line)\b|\b(?:takes?|took|taking|carries|carrying) (?:the |its |over the )?load\b|\bcut over\b|\bin (?:productive |regular |live |full )?(?:service|operation|use|function|production|work)\b(?! (?:contracts?|plans?|agreements?|partners?|visits?|team|of))|\bi\/s\b|\blaunched\b|\bexploited\b|\b(?:came|come|comes|brought|went) (?:on line|online|on stream|onstream)\b|\b(?:powered|turned|switched) (?:up|on) for the first time\b|\b(?:began|started|commenced) (?:operations?|operating|service|work(?:ing)?)\b|\bput to work\b|\b(?:postponed|moved|shifted|rescheduled|pushed (?:back|out)|put off|delayed|deferred)(?: again| once more)? (?:to|until|till)\b|\bcomm(?:issioning)?\. ?date\b|\bnot (?:\w+ )?(?:commissioned|energi[sz]ed|started up|put into (?:service|operation)) until\b|\b(?:fired|started|brought) (?:it|them|this|her|the (?:\w+ ){0,2}\w+) up\b(?: and (?:signed|handed) (?:it|them|this|her) (?:over|off))?|\bwent live|\bgo(?:es)?[- ]live|(?<!battery |batteries |firmware |software |mechanical |physical |electrical |cable )\binstall(?:ed|ation)\b|\benergi[sz](?:ed|ation)|\bhanded over|\bhandover|\bswitched on\b|\bup and running\b|\binto service\b|\bwent into (?:operation|use)\b|\binbetriebnahme\w*|\bin betrieb (?:genommen|gesetzt|gegangen)/gi,
  },
  {
    role: 'contractEnd',
    regex:
      /\b(?:until|till|valid to|through|expir(?:es?|ing|ed|y)|runs? out|ran out|ends?|ended|ending|end date|up to|lapsed?)\b/gi,
  },
  {
    role: 'contractStart',
    regex:
      /\b(?:(?:not|only) (?:\w+ )?(?:take|come|go|start|begin|run)s? (?:(?:effect|into (?:effect|force)) )?(?:until|from|on)|takes over|kicks? in|takes? effect|took effect|effective|in effect|in force|contract start|start date|start(?:s|ed|ing)?|begin(?:s|ning)?|began|commenc(?:es?|ed|ing)|valid from|runs from|running from|active from|active since|runs since)\b/gi,
  },
  { role: 'since', regex: /\b(?:since|from|as of|as from)\b/gi },
  {
    role: 'other',
    regex:
      /\bMD(?=:)|\b(?:decommission\w*|last serviced|serviced|service visit|replaced|swapped|battery|batteries|firmware|support|check again|checked|(?:order|purchase|delivery|shipping|dispatch) (?:form|confirmation|note|number|date|papers?|slip|documents?)|(?<!in )order(?! to)|invoice[ds]?|quote[ds]?|paid|bought|purchased?|deliver\w*|received|shipped|shipment|ordered|signed|manufactured|built|made|produced|inherited|took over|arrived|audit|visit|call(?:ed)?|mail(?:ed)?|wrote|meeting|warranty|inspection)\b/gi,
  },
];

const CONTRACT_WORD = /\b(?:contract|plan|agreement|membership|advantage|prime|ultra|plus|ecocare|eco care|cover)\b/i;

/** How far from a date a cue still speaks of it, in characters, before and after. */
const REACH_BEFORE = 70;
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

/** A text, and where products are named in it. */
interface Told {
  readonly text: string;
  readonly products: readonly Span[];
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
  if (listed) return previous;
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

const LIST = /^\s*(?:and|,|\/|&|or|respectively)\s*$/i;

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
const IN_BRACKETS = / \([^()]{1,20}\)/g;
/** 'On 3 May 2025 the two units in the north hall were …': what a day is told to have happened to. */
const HAPPENED_TO =
  /^\W*(?:an?|your|the|one of your|some) (?:[\w'’-]+ ){1,4}(?:has )?$|^,? (?:our|the|my|both|all|a|this|that|these|those|its|their)\b(?: [\w/-]+){1,8} (?:was|were|got|has been|have been) (?:\w+ )?$/i;

function cuesIn(told: Told, from: number, to: number, sentenceStart: number): readonly Cue[] {
  const { text } = told;
  const part = text.slice(from, to);
  return (
    CUES.flatMap(({ role, regex }) =>
      [...part.matchAll(regex)].map((m): Cue => {
        const start = from + m.index;
        return {
          role: role === 'since' ? sinceRole(told, { start: sentenceStart, end: start }) : role,
          start,
          end: start + m[0].length,
          said: m[0],
        };
      }),
    )
      .filter((cue) => cue.role !== 'none')
      .filter((cue) => cue.role !== 'commissioned' || !(isMissing(text, cue) || isMovedOther(text, cue)))
      .filter((cue) => cue.role !== 'contractStart' || isContract(text.slice(spokenOf(text, sentenceStart), to + 20)))
      // 'Commissioning was done' is one cue.
      .filter((cue, _, all) =>
        all.every(
          (o) => o === cue || cue.start < o.start || cue.end > o.end || o.end - o.start === cue.end - cue.start,
        ),
      )
      .sort((a, b) => a.start - b.start)
  );
}

/** 'The visit was moved to 3 May': something else than a commissioning is moved. */
const isMovedOther = (text: string, { start, said }: Cue): boolean =>
  /^(?:postponed|moved|shifted|rescheduled|pushed|put off|delayed|deferred)/i.test(said) &&
  !/\b(?:commissioning|start-?up|go-?live|energi[sz]ation)\b/i.test(text.slice(sentenceAt(text, start).start, start));

/** 'I do not have the commissioning date': the words for it tell that it is not known. */
const isMissing = (text: string, { start, end }: Span): boolean =>
  /\b(?:no|not|n['’]t|without|lost|missing|lacks?|lacking|never (?:got|had|received)|cannot find)\b[^.,;:]{0,25}$/i.test(
    text.slice(Math.max(0, start - 45), start),
  ) && /^ (?:date|day|report|certificate|papers?|sheet|protocol|record|documents?)\b/i.test(text.slice(end, end + 14));

/** 'We bought Prime; it starts in May': what 'it' is stands in the sentence before. Where the words for what a sentence speaks of begin. */
const spokenOf = (text: string, sentenceStart: number): number =>
  POINTS_BACK.test(text.slice(sentenceStart, sentenceStart + 20))
    ? (sentencesOf(text.slice(0, sentenceStart)).at(-1)?.start ?? sentenceStart)
    : sentenceStart;
const POINTS_BACK = /^\W*(?:and |but )?(?:it|this|that|which)\b/i;

const isContract = (text: string): boolean => CONTRACT_WORD.test(text) || /\b(?:effect|force)\b/i.test(text);

/** Behind it, 'from March' is the date of a paper. */
const PAPER =
  /\b(?:order|paper|form|confirmation|document|signature|offer|quote|invoice|letter|mail|report|protocol)s?(?: (?:form|confirmation|number|date|papers?))?(?: (?:is|was|comes?|came|dates?))? *$/i;

/** What is said of a device since it was commissioned. */
const COMMISSIONED_SINCE =
  /\b(?:commission\w*|running|operation(?:al)?|service|installed|live|in (?:use|work|function)|exploited|i\/s|(?:on|under|the) load)\b/gi;
/** The same in verbs of which anything may be the subject. */
const RUNS_SINCE =
  /\b(?:runs?|works|working|functions|functioning|operates|operating|feeding|powering|supplying|protecting|carrying|turns|turning|online)\b/gi;
/** Before such a verb stands the device, or nothing: 'it has been', ', NMC3,'. */
const ITS_SUBJECT =
  /(?:^|[,;:/|()–-]|\b(?:and|but|which|that|it|this|itself|unit|ups|pdu|device|machine|system))\W*(?:(?:has|have|is|was|been|now|already|itself|up and|still) )*$/i;

function sinceRole({ text, products }: Told, before: Span): DateRole {
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
    return ITS_SUBJECT.test(front) || products.some((p) => p.end === at);
  };
  const contract = lastIndex(sentence, CONTRACT_WORD);
  const runs = [...sentence.matchAll(RUNS_SINCE)].filter(ofDevice).map((m) => m.index);
  const commissioning = Math.max(lastIndex(sentence, COMMISSIONED_SINCE), ...runs);
  if (contract < 0 && commissioning < 0) return 'none';
  return contract > commissioning ? 'contractStart' : 'commissioned';
}

/** Names nothing itself: in 'EcoCare, running since' the plan runs. */
const SUBJECTLESS = /^\s*(?:running|active|valid|current|ongoing|in (?:force|effect|place))\s*$/i;

/** The clause in which a sentence breaks off, with the one before where it names nothing. */
function lastClause(sentence: string): string {
  const clauses = sentence.split(',');
  const last = clauses.at(-1) ?? '';
  return SUBJECTLESS.test(last) ? clauses.slice(-2).join(',') : last;
}

function lastIndex(text: string, regex: RegExp): number {
  return Math.max(-1, ...[...text.matchAll(new RegExp(regex.source, 'gi'))].map((m) => m.index));
}
