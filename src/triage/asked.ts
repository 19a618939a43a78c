import type { Match } from '../answering/matcher.js';
import { asksForCover, type Route, routeOf, settledKey } from '../assistant/route.js';
import { EMPTY_SESSION } from '../assistant/session.js';
import { askedText, takeApart, textOf } from '../assistant/several-questions.js';
import type { AssistantParts } from '../assistant/turn.js';
import { onlyNamed } from '../understanding/ellipsis.js';
import { isBareQuestion, leansBack } from '../understanding/leaning.js';
import type { Piece } from '../understanding/questions.js';
import type { Understood } from '../understanding/understand.js';

/** A piece of a ticket that asks for something, with what it asks for by itself. */
export interface Asked {
  readonly route: Route;
  readonly match: Match;
  /** With the sentences that it leans on, as it was matched. */
  readonly text: string;
  /** The words of the ticket, piece by piece. */
  readonly words: readonly string[];
  readonly form: Piece['form'];
  /** Sure enough to be answered by itself. */
  readonly settled: boolean;
}

export interface AskReader {
  readonly parts: AssistantParts;
  readonly read: (text: string) => Understood;
  /** The ticket describes a device, so that whatever asks for cover asks for that device's. */
  readonly describes: boolean;
}

/** More pieces that ask are not looked at: each costs a run of the encoder. */
const MOST_ASKING = 16;
/** So many statements in front of a question are read together with it at the most. */
const MOST_BEFORE = 2;

/** Says in a statement that something is wanted or asked. */
const WANTS =
  /\b(?:please|kindly|(?:we|i)(?:['’]d| would)? (?:like|need|want|wish|expect|require|request|ask|demand|prefer|rather)|(?:wants?|needs?|asks?|asking|asked|would like) (?:me|us|whether|if|for|about|to know)|need to know|looking for|wonder(?:s|ing)?|unsure|not (?:sure|clear)|unclear|tell (?:me|us)|advise|confirm|clarify|explain|let (?:me|us) know|(?:send|give|call|phone|ring|contact) (?:me|us)|get back to)\b/i;

/** What a text asks for, piece by piece, in its order. `isCut`: it asks for more than is looked at. */
export async function askedIn(
  text: string,
  reader: AskReader,
): Promise<{ readonly asked: readonly Asked[]; readonly isCut: boolean }> {
  const { pieces, asking: plain } = takeApart({
    understood: reader.read(text),
    read: reader.read,
    session: EMPTY_SESSION,
  });
  const asking = pieces.flatMap((piece, i) => (plain.includes(i) || WANTS.test(piece.text) ? [i] : []));
  const asked: Asked[] = [];
  for (const at of asking.slice(0, MOST_ASKING)) {
    const piece = pieces[at];
    if (!piece) continue;
    const previous = asked.at(-1);
    const leaning = isBareQuestion(piece.text) || onlyNamed(reader.read(piece.text), reader.read)?.kind === 'products';
    if (leaning && previous) {
      asked[asked.length - 1] = { ...previous, words: [...previous.words, piece.text] };
      continue;
    }
    asked.push(await readPiece(at, pieces, asking, reader));
  }
  return { asked, isCut: asking.length > MOST_ASKING };
}

/** The best way to read a piece: by itself, or with the statements in front of it; the first that settles it, else the surest. */
async function readPiece(
  at: number,
  pieces: readonly Piece[],
  asking: readonly number[],
  reader: AskReader,
): Promise<Asked> {
  const piece = pieces[at];
  const ways: Asked[] = [];
  for (const way of waysOf(at, pieces, asking)) {
    const asked = await readText(askedText(way, pieces), reader);
    const whole = { ...asked, words: way.map((i) => textOf([i], pieces)), form: piece?.form ?? 'statement' };
    if (whole.settled) return { ...whole, words: [textOf([at], pieces)] };
    ways.push({ ...whole, words: [textOf([at], pieces)] });
  }
  const [first, ...others] = ways;
  return others.reduce((best, way) => (way.match.confidence > best.match.confidence ? way : best), first ?? NOTHING);
}

const NOTHING: Asked = {
  route: { kind: 'smalltalk' },
  match: { ranked: [], confidence: 0, decision: 'decline' },
  text: '',
  words: [],
  form: 'statement',
  settled: false,
};

function waysOf(at: number, pieces: readonly Piece[], asking: readonly number[]): readonly (readonly number[])[] {
  const before: number[] = [];
  for (let i = at - 1; i >= 0 && !asking.includes(i) && before.length < MOST_BEFORE; i--) before.unshift(i);
  if (before.length === 0) return [[at]];
  const inSentence = pieces[at - 1]?.sentence === pieces[at]?.sentence;
  const whole = [...before, at];
  return inSentence || leansBack(pieces[at]?.text ?? '') ? [whole, [at]] : [[at], whole];
}

/** What a text asks for as a whole. */
export async function readText(text: string, { parts, read, describes }: AskReader): Promise<Asked> {
  const understood = read(text);
  const match = await parts.match(understood.text);
  const own = routeOf(match, understood, parts.knowledge);
  // Of a device that is described, cover is asked for and no list of products.
  const about =
    describes &&
    asksForCover(understood.text) &&
    (own.kind === 'faq' || own.kind === 'clarify' || own.kind === 'out-of-scope');
  const sure =
    match.decision === 'answer' &&
    match.ranked[0]?.group === 'entry' &&
    match.ranked[0].label !== 'faq:included-products';
  const route: Route =
    about && !(sure && !match.ranked.slice(0, 2).some((r) => r.label === 'kind:entitlement'))
      ? { kind: 'entitlement' }
      : own;
  const settled = settledKey(route, match, understood) !== null;
  return { route, match, text, words: [text], form: 'statement', settled };
}
