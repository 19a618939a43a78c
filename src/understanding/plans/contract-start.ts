import { type Span, sentenceAt, sentencesOf } from '../clauses.js';

/** Buying as such, in the past: of what was bought nobody knows by that whether it runs. */
const WAS_BOUGHT =
  /\b(?:bought|purchased|signed|ordered|booked|concluded|taken out|took out|procured|acquired|placed (?:\w+ ){0,3}orders?|(?:was|been) (?:sold|agreed)|orders? (?:for|of|form|confirmation|number)|purchase order|on order)\b/i;
/** Says that a contract runs, however it was come by. */
const RUNS =
  /\b(?:running|runs|active|in (?:effect|force|place)|valid|ongoing|current(?:ly)?|covered by|members?|took effect|(?:has|have) (?:started|begun)|since)\b/i;
/** In front of a plan's name: 'we are under …'. */
const UNDER = /\b(?:under|on|with) (?:an? )?\W{0,2}$/i;
const START =
  /\b(?:start(?:s|ed|ing)?|start date|begin(?:s|ning)?|began|commenc\w+|effective|(?:take|takes|took|comes?|goes) (?:effect|into (?:effect|force))|in (?:effect|force)|kicks? in|from (?:when|what|which)|since when|(?:when|date|day) (?:it|that) (?:runs|counts)|(?:runs|counts) from)\b/i;
const UNKNOWN =
  /\b(?:no|not|nobody|no one|none|nothing|unknown|unclear|unsure|uncertain|without|missing|lacks?|blank|left open|cannot|can['’]?t|don['’]?t|doesn['’]?t|isn['’]?t|couldn['’]?t|never|tb[cda]|to be (?:confirmed|agreed|fixed))\b/i;
/** A sentence that goes on about the plan before it and names nobody: 'Signed last week.', 'The order form shows no start date.' */
const GOES_ON =
  /^\W*(?:signed|bought|purchased|ordered|it|this|that|which|the (?:contract|plan|order|paper|agreement|membership|start|date|document)|but|and|i|we|nobody|no|start)\b/i;

/**
 * Whether it is open when the contract spoken of takes effect: its line, or the sentence that goes on about it, says that the start is
 * not known, or says that it was bought and nothing of its running. Then it counts as bought, never as in effect.
 */
export function startIsOpen(text: string, plan: Span): boolean {
  const { lineStart, lineEnd } = lineAround(text, plan);
  const own = sentenceAt(text, plan.start);
  const parts = sentencesOf(text.slice(lineStart, lineEnd)).map((s) =>
    text.slice(s.start + lineStart, s.end + lineStart),
  );
  const ownAt = parts.indexOf(text.slice(Math.max(own.start, lineStart), Math.min(own.end, lineEnd)));
  const said = text.slice(own.start, own.end);
  const next = parts[ownAt + 1] ?? '';
  const after = ownAt >= 0 && GOES_ON.test(next) ? next : '';
  if ([said, after].some((part) => saysUnknown(part))) return true;
  const bought = WAS_BOUGHT.test(said) || (ownAt >= 0 && /^\W*(?:signed|bought|purchased|ordered)\b/i.test(next));
  const isUnder = UNDER.test(text.slice(Math.max(0, plan.start - 15), plan.start));
  return bought && !isUnder && !RUNS.test(said) && !RUNS.test(after);
}

/** The start of something, and in the same clause, or right behind it, that it is not known. */
function saysUnknown(part: string): boolean {
  return [...part.matchAll(new RegExp(START.source, 'gi'))].some((start) => {
    const before = part.slice(Math.max(0, start.index - 60), start.index);
    const clause = before.slice(Math.max(...[...before.matchAll(CLAUSE)].map((m) => m.index + m[0].length), 0));
    if (UNKNOWN.test(clause)) return true;
    if (/^in /i.test(start[0])) return false;
    const after = part.slice(start.index + start[0].length, start.index + start[0].length + 40);
    return UNKNOWN.test(after.split(CLAUSE)[0] ?? '');
  });
}

const CLAUSE = /,(?!\d)|\band\b|\bbut\b|[;()]/gi;

function lineAround(text: string, { start, end }: Span): { readonly lineStart: number; readonly lineEnd: number } {
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const next = text.indexOf('\n', end);
  return { lineStart, lineEnd: next < 0 ? text.length : next };
}
