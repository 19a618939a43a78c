import { LRUCache } from 'lru-cache';

/** A stretch of a text, by offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a stretch lies in one of others. */
export const isWithin = (span: Span, spans: readonly Span[]): boolean =>
  spans.some((s) => s.start <= span.start && span.end <= s.end);

/**
 * A full stop that ends a sentence: not one within a number, after an ordinal (but a card's number is none) or an abbreviation of a month
 * or title. What stands before is looked at only where there is a stop.
 */
const SENTENCE_END =
  /(?:\.(?=\s)(?<!\b(?:no|nr|e\.g|i\.e|vs|approx|dept|comm|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mr|ms|dr|pls|svc|incl|resp)\.)(?<!(?<!\b(?:cards?|nmc|\d or|\d and) ?)\b\d{1,2}\.)|[!?;\n]+)/gi;

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
  for (const match of text.matchAll(SENTENCE_END)) {
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
