import { LRUCache } from 'lru-cache';

/** A stretch of a text, by offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a stretch lies in one of others. */
export const isWithin = (span: Span, spans: readonly Span[]): boolean =>
  spans.some((s) => s.start <= span.start && span.end <= s.end);

const STOP = /\.(?=\s)|[!?;\n]+/g;

/** Behind these a full stop ends nothing. */
const ABBREVIATED =
  /\b(?:e\.g|i\.e|approx|dept|comm|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mr|ms|dr|pls|svc|incl|resp)$/i;
/** Small only: in capitals it is no abbreviation. */
const VERSUS = /\b[Vv]s$/;
/** An ordinal, as in '3. May'; the number of a card is none. */
const ORDINAL = /(?<!\b(?:cards?|nmc|\d or|\d and) ?)\b\d{1,2}$/i;
/** The year of a date in figures, which may well be a sentence's last word. */
const YEAR = /(?:\d\s?[./-]\s?|['’])\d{2}$/;
const NUMBER_WORD = /\b(?:no|nr)$/i;

/** Whether the full stop at an offset ends a sentence. What stands before is looked at only where there is a stop. */
function endsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  const next = /\S/.exec(text.slice(at + 1, at + 4))?.[0] ?? '';
  const isCapital = next !== next.toLowerCase();
  if (YEAR.test(before) && isCapital) return true;
  // 'yes or no. Thanks' and 'No. 5'
  if (NUMBER_WORD.test(before)) return !/^\s+[A-Z-]{0,3}\d/.test(text.slice(at + 1, at + 8));
  return ![ABBREVIATED, VERSUS, ORDINAL].some((words) => words.test(before));
}

/** Each reader of a text wants its sentences, for each thing that it finds there. */
const parted = new LRUCache<string, readonly Span[]>({ max: 64 });

/** The sentences of a text, as spans that leave nothing out but what parts them. */
export function sentencesOf(text: string): readonly Span[] {
  const known = parted.get(text) ?? partedAnew(text);
  parted.set(text, known);
  return known;
}

function partedAnew(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(STOP)) {
    if (match[0] === '.' && !endsSentence(text, match.index)) continue;
    const end = match.index + match[0].length;
    if (text.slice(start, end).trim() !== '') spans.push({ start, end });
    start = end;
  }
  if (text.slice(start).trim() !== '') spans.push({ start, end: text.length });
  return spans;
}

/** The sentence that holds the offset. */
export function sentenceAt(text: string, offset: number): Span {
  return sentencesOf(text).find((s) => s.start <= offset && offset < s.end) ?? { start: 0, end: text.length };
}

/** The clause that holds the span: its sentence, cut at commas, dashes and 'but'. */
export function clauseAround(text: string, span: Span): Span {
  const sentence = sentenceAt(text, span.start);
  const before = text.slice(sentence.start, span.start);
  const after = text.slice(span.end, sentence.end);
  const cutBefore = Math.max(
    ...[...before.matchAll(/,(?!\d)|\s[-–—]\s|\bbut\b|\(|:/gi)].map((m) => m.index + m[0].length),
    0,
  );
  const cutAfter = after.search(/,(?!\d)|\s[-–—]\s|\bbut\b|\)/i);
  return { start: sentence.start + cutBefore, end: span.end + (cutAfter < 0 ? after.length : cutAfter) };
}
