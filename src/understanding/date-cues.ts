import { LRUCache } from 'lru-cache';
import { alternatives } from './alternatives.js';
import { clauseAround, type Span, sentencesOf } from './clauses.js';
import { CUES, type CueWords, type DateRole } from './date-words.js';
import { CONTRACT_WORD, sinceRole, type Told } from './since-role.js';

/** Words that tell what a date is of. */
export interface Cue extends Span {
  readonly role: DateRole;
  readonly said: string;
}

/** Words of the list as they stand in a stretch of a text. */
interface Said {
  readonly words: CueWords;
  readonly at: number;
  readonly said: string;
}

/** A mail is read as a whole and in pieces, so that most stretches come again. */
const known = new LRUCache<string, readonly Said[]>({ max: 200 });

function saidIn(part: string): readonly Said[] {
  const said =
    known.get(part) ??
    CUES.flatMap((words) => [...part.matchAll(words.regex)].map((m) => ({ words, at: m.index, said: m[0] })));
  known.set(part, said);
  return said;
}

/** The cues of a stretch of a text in their order; `sentenceStart`: where the sentence begins that it is part of. */
export function cuesIn(told: Told, from: number, to: number, sentenceStart: number): readonly Cue[] {
  const { text } = told;
  const part = text.slice(from, to);
  const sentence = text.slice(sentenceStart, to);
  const stands = ({ needs }: CueWords, cue: Cue): boolean => {
    if (cue.role !== 'commissioned') return true;
    if (isMissing(text, cue)) return false;
    if (needs === 'commissioning') return OF_COMMISSIONING.test(sentence);
    if (needs === 'no-contract' && isContract(sentence)) return false;
    return needs === undefined || isOfDevice(told, cue);
  };
  return (
    saidIn(part)
      .flatMap(({ words, at, said }): readonly Cue[] => {
        const start = from + at;
        const role = words.role === 'since' ? sinceRole(told, { start: sentenceStart, end: start }) : words.role;
        const cue = { role, start, end: start + said.length, said };
        return stands(words, cue) ? [cue] : [];
      })
      .filter((cue) => cue.role !== 'none')
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

/** 'The visit was moved to 3 May' moves something else. */
const OF_COMMISSIONING = /\b(?:commissioning|start-?up|go-?live|energi[sz]ation)\b/i;
/** What stands for the device in a clause. */
const STANDS_FOR_IT =
  /\b(?:it|its|this|that|which|they|these|those|both|all|each|units?|ups|usv|pdus?|devices?|machines?|systems?|equipment|thing|one|ones|ours|mine|theirs|nmc ?\d)\b/i;
/** Words that name nothing that could be commissioned instead. */
const EMPTY = new RegExp(
  alternatives`
  \b(?:in work|date|days?|months?|years?|weeks?|fortnights?|nearly|almost|over|more|than|some|a few|one|two|three|four|five|six|seven|eight|nine|ten|barely|hardly|of|the|a|an|on|in|at|by|to|for|since|from|until|was|is|are|were|be|been|has|have|had|and|but|so|then|finally|now|already|only|just|first|last|since|your|our|my|their|his|technicians?|engineers?|service|people|team|man|men|lads?|guys?|partners?|installers?|electricians?|here|there|again|status|not|yet|will|shall|still|planned|due|scheduled|set|going|ready|fully|officially|contract|plan|none|no|yes|approx|about|around|running|runs?|live|online|works|working|operational|operating|operates|feeding|powering|supplying|protecting|carrying|fed|functions|functioning|turns|operation|use|production|load|line|up|into|under|with|installed|exploited|i|we|you|he|she)\b
  \d[\d./-]*(?:st|nd|rd|th)?
  \b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*
  [^\p{L}]
`,
  'giu',
);

/** 'The NMC2 came out and an NMC3 was put in' */
const OF_CARD = /\b(?:nmc ?\d|cards?) (?:(?:was|were|is|has been|got) )?(?:then |now )?$/i;

/** What somebody puts into service or starts up. */
const OBJECT = /^(?:took|put|brought|set|fired|started) (.+?) (?:in|into|up)\b/i;
const IS_DEVICE =
  /^(?:it|them|this|her|that)$|\b(?:units?|ups|usv|pdus?|devices?|machines?|systems?|equipment|thing|one|ones)$/i;

/** Whether what goes into service, on load or live is the device, or nothing else that the clause names: a hall or a rack has a day of its own. */
function isOfDevice({ text, products }: Told, { start, end }: Span): boolean {
  const clause = clauseAround(text, { start, end });
  const before = text.slice(clause.start, start);
  const from =
    clause.start + Math.max(0, ...[...before.matchAll(/\b(?:and|while|when|where)\b/gi)].map((m) => m.index));
  if (OF_CARD.test(text.slice(from, start)) && /^(?:put in$|install)/i.test(text.slice(start, end))) return false;
  const object = OBJECT.exec(text.slice(start, end))?.[1];
  if (object !== undefined) return IS_DEVICE.test(object) || products.some((p) => p.start < end && p.end > start);
  const window = text.slice(from, Math.min(clause.end, end + 40));
  return (
    products.some((p) => p.start < clause.end && p.end > from) ||
    STANDS_FOR_IT.test(window) ||
    text.slice(from, start).replace(EMPTY, '') === ''
  );
}

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
