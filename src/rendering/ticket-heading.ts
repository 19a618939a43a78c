import type { TicketAsk, TicketSpan } from '../domain/ticket.js';
import { capital, deviceWords, listWords } from './fact-words.js';
import { WORDING } from './wording.js';

const { ticket: SAYS } = WORDING;

/** A longer question is repeated from a clause of it on, in characters. */
const LONGEST_QUESTION = 200;
/** So many pieces of the ticket are repeated in one heading. */
const MOST_QUOTES = 3;
/** Pieces of one sentence have no more than a word or a comma between them, in characters. */
const NEAR = 8;

/** What is answered below, in the words of whoever asks, or by the name of the device or entry; empty where neither is known. */
export function headOf(group: readonly TicketAsk[]): string {
  const [first] = group;
  if (!first) return '';
  const quotes = questionsOf(group);
  if (quotes.length > 0 && !quotes.every((quote) => POINTS_ONLY.test(quote))) return onWords(quotes);
  if (first.kind === 'faq') return onWords([first.answer.title]);
  const [device, another] = group.flatMap((ask) => (ask.kind === 'entitlement' ? [ask] : []));
  if (device) return another ? SAYS.onDevices : SAYS.onDevice(deviceWords(device.facts));
  return quotes.length > 0 ? onWords(quotes) : '';
}

/** Whether 'yes' or 'no' can be the answer to what the heading of a group repeats; where it repeats nothing, to what is asked. */
export function takesYesOrNo(group: readonly TicketAsk[]): boolean {
  const last = questionsOf(group).at(-1) ?? '';
  return !ASKS_TO_TELL.test(last) || /\b(?:whether|if)\b/i.test(last);
}

/** 'Could you shed some light on it?' */
const ASKS_TO_TELL =
  /\b(?:could|can|would|will) (?:you|somebody|someone) (?:please |kindly )?(?:shed|explain|tell|help|clarify|describe|say|give|send)\b/i;

const onWords = (quotes: readonly string[]): string => SAYS.on(listWords(quotes.map(SAYS.quoted), 'and'));

/** 'Can you confirm that?', 'Do we?': it says nothing of what it is about. */
const POINTS_ONLY =
  /^(?:(?:and|so|please|kindly|can|could|would|you|do|does|did|is|are|am|we|i|it|they|that|this|confirm|not|or|correct|right|true)\W*)+$/i;

/** Groups in the order in which what they repeat stands in the ticket; one that repeats nothing keeps its place. */
export function inOrderAsked(groups: readonly (readonly TicketAsk[])[]): readonly (readonly TicketAsk[])[] {
  const placed = groups.flatMap((group, i) => {
    const [first] = questionPieces(group);
    return first && first.start >= 0 ? [{ group, i, first }] : [];
  });
  const sorted = [...placed].sort(({ first: a }, { first: b }) =>
    a.field === b.field ? a.start - b.start : a.field === 'subject' ? -1 : 1,
  );
  const at = new Map(placed.map(({ i }, n) => [i, sorted[n]?.group]));
  return groups.map((group, i) => at.get(i) ?? group);
}

/** What asks among the pieces of a ticket that a group rests on, as it was written. */
const questionsOf = (group: readonly TicketAsk[]): readonly string[] =>
  questionPieces(group).map(({ text }, i) => (i === 0 ? capital(shortened(text)) : shortened(text)));

function questionPieces(group: readonly TicketAsk[]): readonly Piece[] {
  const pieces = group.flatMap(piecesOf).filter((piece, i, all) => all.findIndex((p) => isSame(p, piece)) === i);
  const runs = runsOf(pieces);
  const asking = runs.filter((run) => /\?\W*$/.test(run.at(-1)?.text ?? ''));
  const telling = runs.filter((run) => run.some(({ text }) => REQUESTS.test(text)));
  const meant = [asking, telling, runs].find((some) => some.length > 0) ?? [];
  return meant.flat().slice(-MOST_QUOTES);
}

const REQUESTS = /\b(?:please|kindly|tell|confirm|clarify|whether|know|how|which|what|where|when|who)\b/i;

type Piece = Pick<TicketSpan, 'field' | 'start' | 'end' | 'text'>;

/** Where a piece stands that is not found in the ticket. */
const NOWHERE = -1;

const isSame = (a: Piece, b: Piece): boolean => a.field === b.field && a.start === b.start && a.text === b.text;

/** The stretches of the ticket that what is said was put together from, or what is said as a whole where it is not found in it. */
function piecesOf({ said, spans }: TicketAsk): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest = folded(said);
  for (const span of spans) {
    const words = folded(span.text);
    if (words === '' || !rest.startsWith(words)) continue;
    pieces.push(span);
    rest = rest.slice(words.length).trimStart();
  }
  if (rest === '') return pieces;
  return [{ field: 'body', start: NOWHERE, end: NOWHERE, text: said }];
}

/** Pieces that one sentence was taken apart into stand together. */
function runsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const last = runs.at(-1)?.at(-1);
    const isNext = last?.field === piece.field && piece.start >= last.end && piece.start - last.end <= NEAR;
    if (last && isNext && !/[.?!]\W*$/.test(last.text)) runs.at(-1)?.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

/** The last sentence of a question; of a long one its last clauses, which ask. */
function shortened(text: string): string {
  const whole = folded(text)
    .replace(/[\s;,:.]+$/, '')
    .replace(/"/g, "'");
  const said = whole.endsWith('?') ? (whole.split(/(?<=[.!?]) (?=\p{Lu})/u).at(-1) ?? whole) : whole;
  if (said.length <= LONGEST_QUESTION) return said;
  const tails = [...said.matchAll(/[,;:] /g)].map(({ index }) => said.slice(index + 2));
  const fits = tails.find((tail) => tail.length <= LONGEST_QUESTION && tail.length * 4 > LONGEST_QUESTION);
  return `… ${fits ?? said.slice(-LONGEST_QUESTION).replace(/^\S*\s+/, '')}`;
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
