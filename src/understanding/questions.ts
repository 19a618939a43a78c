import { withoutPleasantries } from './body/pleasantries.js';
import { type Span, sentencesOf } from './clauses.js';

/** A stretch of a message that asks one thing or states something. */
export interface Piece extends Span {
  /** What is asked or stated, without what joins it to the piece before. */
  readonly text: string;
  /**
   * `item`: a point of a list without the form of a question. `phrase`: words beside a question that may ask for something
   * as well ('activation of SNS, and who does it').
   */
  readonly form: 'question' | 'statement' | 'item' | 'phrase';
  /** The number of its sentence or of its point in a list. */
  readonly sentence: number;
}

const ASKING_WORD = "(?:what|who|whom|whose|where|when|why|which|how)(?:['’]?(?:s|re|d|ll))?";
const VERB = "(?:is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|must|has|have)(?:n['’]?t)?";
const SUBJECT =
  '(?:it|this|that|these|those|there|the|an?|any\\w*|some\\w*|each|every\\w*|all|both|our|my|your|their|its|his|her|we|i|you|he|she|they|one|nmc\\w*|sns|secure)';
const AGAIN =
  '(?:and|also|plus|but|besides|additionally|furthermore|moreover|then|finally|secondly|thirdly|lastly|&|\\+)';

/** How a question begins that stands behind 'and': its verb goes before its subject, or it says itself what it asks for. */
const BEGINS = `(?:(?:what|who|whom|whose|why|which|how|whether)(?:['’]?(?:s|re|d|ll))?\\b|(?:when|where)['’]?s\\b|(?:for how|from when|until when|since when|by whom|to whom|(?:from|since|until|by|on) (?:what|which) (?:day|date|month))\\b|(?:when|where)\\s+(?:${VERB}|to)\\b|${VERB}\\s+${SUBJECT}\\b|(?:please |kindly )?(?:tell|explain|confirm|check|let (?:me|us) know)\\b)`;
/** What stands between two questions where the second depends on the first: 'if not', 'if they don't'. */
const IF_SO =
  "if (?:not|so|yes|no|(?:it|they|we|this|that|he|she|these|those) (?:(?:do|does|is|are|has|have|can|may|will)\\s?(?:n['’]?t| not)?|can['’]?t|won['’]?t))";
const NOT_KNOWN =
  "(?:i|we)(?: really)? (?:do ?n['’]?t|do not|have no|can ?n['’]?t|cannot) (?:know|idea|tell|say|see|find out)\\b[^.?!]{0,20}\\b(?:what|which|who|when|where|how|whether)\\b";
const INDIRECT =
  '(?:where|when)\\s+(?:i|we|one|he|she|they|you)\\s+(?:can|could|may|must|should|will|would|do|get|find|have)\\b';
const JOINT = new RegExp(
  `(?:[,–-]\\s*|\\s+)(?:${AGAIN}[,:]?\\s+)+(?:(?:${IF_SO}|generally|in general),?\\s+)?(?:(?:please|roughly|approximately|about|exactly|precisely)\\s+)?(?=${BEGINS}|${INDIRECT}|${NOT_KNOWN})`,
  'giu',
);
/** The same before a product's or a person's name, which a capital tells. */
const NAMED_JOINT = new RegExp(`(?:,\\s*|\\s+)(?:${AGAIN}\\s+)+(?=${VERB}\\s+\\p{Lu})`, 'gu');
/** A comma alone joins where a question stands before it and a verb in front of its subject behind it. */
const COMMA = new RegExp(
  `,\\s*(?=(?:what|why|how)\\b(?:\\s+\\w+)?\\s+${VERB}\\b|(?:what|why|how)\\s+${VERB}\\b|${VERB}\\s+${SUBJECT}\\b)`,
  'giu',
);

const QUESTION_FORM = new RegExp(
  `\\?\\s*$|^\\W*(?:(?:${AGAIN}|so|ok|or|in general|generally|please|pls)[,:]?\\s+)*(?:(?:for|from|since|until|till|by|to|on|in|with|at)\\s+(?=${ASKING_WORD}))?(?:${ASKING_WORD}|whether|${VERB}(?=\\s))\\b|^\\W*(?:please|pls|kindly)(?:\\s+[\\p{L}\\p{N}'’-]+){4}|\\b(?:tell me|let me know|want to know|like to know|need to know|wonder(?:ing)?|explain|advise|(?<!\\w[a-z]s )confirm)\\b`,
  'iu',
);
/** A clause that only says when or under which condition something holds. */
const SUBORDINATE =
  /^\W*(?:if|when(?!\s+(?:is|are|was|were|do|does|did|can|could|will|would|shall|should|may|must|has|have)\b)|once|after|before|because|since|as|while|unless|although|given|in case|without|with|for)\b(?!\s+(?:how|when|what|which)\b)/iu;

const ORDER_WORD =
  '(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth|finally|lastly|next|[a-z] ?\\d{1,2}|question \\d|\\(?[a-e\\d][.)])';
const LEAD = new RegExp(
  `^(?:[-•*·–]\\s+|${ORDER_WORD}\\s*[:,.)–-]?\\s+|(?:${AGAIN}|so|ok)[,:]?\\s+|(?:a |one |my |another |the )?(?:first|second|third|other|next|last|another) (?:question|one|thing)\\s*[:,–-]\\s*)`,
  'iu',
);

const BULLET = /^[ \t]*(?:[-•*·–][ \t]+|\(?(?:\d{1,2}|[a-h])[.)][ \t]+)(?=\S)/;
/** '(i) are we entitled, (ii) who may load it' */
const ROMAN = /(?<=[\s:,;])\((i{1,3}|iv|v)\)\s+(?=\p{L})/gu;
const NUMBER = /(?<=^|[\s:])\(?(\d|[a-e])[.)]\s+(?=\p{L})/gu;

/**
 * A message taken apart where it may ask several things: at the ends of sentences, at the points of a list, and at 'and', 'also'
 * and commas behind which another question begins.
 */
export function piecesOf(text: string): readonly Piece[] {
  const units = unitsOf(text);
  const goesOn = units.map(({ start, end }) => GOES_ON.test(text.slice(start, end)));
  return units.flatMap(({ start, end, item }, sentence) => {
    const spans = cutAtJoints(text, { start, end });
    const beside = spans.length > 1 || goesOn[sentence] || goesOn[sentence + 1];
    return spans.flatMap((span): readonly Piece[] => {
      const said = withoutLead(text.slice(span.start, span.end).trim());
      if (!/[\p{L}\p{N}]/u.test(said)) return [];
      const form = hasQuestionForm(said)
        ? 'question'
        : item
          ? 'item'
          : beside && !TELLS.test(said)
            ? 'phrase'
            : 'statement';
      return [{ ...span, text: said, form, sentence }];
    });
  });
}

/** Somebody or something does or is so; whoever wants or needs something asks for it. */
const TELLS =
  /^\W*(?:the|our|this|that|my|their) (?:[\w-]+ ){1,3}(?:came|comes|is|was|were|are|has|had|have|stands?|runs?|sits?|got|belongs?|went|arrived|shows?|says?)\b|^\W*(?:i|we|he|she|it|they|you|there|someone|somebody|nobody)\b(?!\W+(?:(?:would|['’]?d) like|want|need|wish|have to know)\b)/i;

/** Says that something else is asked than in the sentence before. */
const GOES_ON =
  /^\W*(?:and |but )?(?:also|plus|besides|additionally|furthermore|moreover|(?:a |one |my |the )?(?:second|other|next|last|another) (?:question|one|thing))\b/i;

/** '… and which we pay every year': goes on about what was named. */
const RELATIVE = /^\W*(?:and |but )?which (?:we|i|they|he|she|it|you|the \w+) (?!(?:of|should|must|can|may)\b)/i;

/** 'Has a network port too.': of what was named before. */
const WITHOUT_SUBJECT =
  /^\W*(?:(?:has|had|have|is|was|comes?) (?:an?|no|also|already|been|now|not|only|still)|did (?:the|an?|some|our|it|that))\b/i;

/** 'If we have no plan, what then' asks in its main clause. */
const hasQuestionForm = (text: string): boolean =>
  text.endsWith('?') ||
  (![RELATIVE, WITHOUT_SUBJECT].some((tells) => tells.test(text)) &&
    QUESTION_FORM.test(SUBORDINATE.test(text) ? text.replace(/^[^,]*,?/, '') : text));

interface Unit extends Span {
  readonly item: boolean;
}

/** Sentences, and the points of a list. */
function unitsOf(text: string): readonly Unit[] {
  const numbered = numberedPoints(text);
  const cuts = numbered.length > 1 ? numbered : bulletPoints(text);
  const plain = (start: number, end: number): readonly Unit[] =>
    sentencesOf(text.slice(start, end)).map((s) => ({ start: s.start + start, end: s.end + start, item: false }));
  const [first] = cuts;
  if (first === undefined) return plain(0, text.length);
  return [
    ...plain(0, first),
    ...cuts.flatMap((start, i) => {
      const next = cuts[i + 1] ?? text.length;
      const line = text.indexOf('\n', start);
      // What stands in a line of its own behind the last point belongs to none.
      const end = i === cuts.length - 1 && line >= 0 ? line : next;
      const inPoint = plain(start, end);
      const points = inPoint.length > 1 ? inPoint : [{ start, end, item: true }];
      return end < next ? [...points, ...plain(end, next)] : points;
    }),
  ];
}

/** Where the points '1.', '2.' … or 'a)', 'b)' … begin, if they are in order. */
function numberedPoints(text: string): readonly number[] {
  const marks = [...text.matchAll(NUMBER)];
  for (const order of ['123456789', 'abcde']) {
    const points: number[] = [];
    for (const mark of marks) if (mark[1] === order[points.length]) points.push(mark.index);
    if (points.length > 1) return points;
  }
  const romans = [...text.matchAll(ROMAN)].filter((m, i) => m[1] === ['i', 'ii', 'iii', 'iv', 'v'][i]);
  return romans.length > 1 ? romans.map((m) => m.index) : [];
}

function bulletPoints(text: string): readonly number[] {
  if (!text.includes('\n')) return [];
  const points: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (BULLET.test(line)) points.push(start);
    start += line.length + 1;
  }
  return points.length > 1 ? points : [];
}

/** 'In which way, and by whom, is it done?' is one question. */
const ONLY_ASKS =
  /^\W*(?:(?:in|by|at|on|from|to|for|with|under|since|until) )?(?:what|which|who|whom|how|when|where|why)(?: (?:way|ways|time|day|date|means|manner|form|conditions|circumstances|place|point|person))?,?$/i;

function cutAtJoints(text: string, span: Span): readonly Span[] {
  const said = text.slice(span.start, span.end);
  const joints = [
    ...[...said.matchAll(JOINT), ...said.matchAll(NAMED_JOINT)].map((m) => ({
      at: m.index,
      to: m.index + m[0].length,
      comma: false,
    })),
    ...[...said.matchAll(COMMA)].map((m) => ({ at: m.index, to: m.index + m[0].length, comma: true })),
  ].sort((a, b) => a.at - b.at);
  const spans: Span[] = [];
  let start = 0;
  for (const { at, to, comma } of joints) {
    if (at <= start) continue;
    const before = said.slice(start, at).trim();
    if (ONLY_ASKS.test(before)) continue;
    if (comma ? !hasQuestionForm(before) || SUBORDINATE.test(before) : before === '') continue;
    spans.push({ start: span.start + start, end: span.start + at });
    start = to;
  }
  spans.push({ start: span.start + start, end: span.end });
  return spans;
}

function withoutLead(text: string): string {
  let rest = text;
  for (;;) {
    const lead = LEAD.exec(rest);
    if (!lead || lead[0].length >= rest.length) break;
    rest = rest.slice(lead[0].length).trimStart();
  }
  return withoutPleasantries(rest) || rest;
}
