import type { Match } from '../answering/matcher.js';
import { onlyNamed } from '../understanding/ellipsis.js';
import { isBareQuestion, leansBack } from '../understanding/leaning.js';
import { type Piece, piecesOf } from '../understanding/questions.js';
import type { Understood } from '../understanding/understand.js';
import { asksAboutVerdict } from './about-verdict.js';
import { asksForCover, describesDevice, type Route, routeOf, settledKey } from './route.js';
import type { TurnInput } from './turn.js';

/** One of several questions in a message, with what it asks for by itself. */
export interface AskedPart {
  /** What it asks for; two parts of the same key ask for the same. */
  readonly key: string;
  readonly route: Route;
  readonly match: Match;
  readonly understood: Understood;
  /** The pieces of the message that it is made of, by number. */
  readonly pieces: readonly number[];
}

/** A message taken apart: the pieces, and what of them asks. */
export interface TakenApart {
  readonly pieces: readonly Piece[];
  readonly asking: readonly number[];
}

/** So many parts are answered at once. */
export const MOST_PARTS = 4;
/** A letter that asks more than this is not looked at for parts: each costs a run of the encoder. */
const MOST_ASKING = 8;

/**
 * The pieces of a message. A point of a list that only names a device or a fact states it, and so does any other phrase with a fact
 * in it, unless it speaks of being covered. In the dialog whatever is no question may be an answer.
 */
export function takeApart({
  understood,
  read,
  session,
}: Pick<TurnInput, 'understood' | 'read' | 'session'>): TakenApart {
  const pieces = piecesOf(understood.text);
  const inDialog = session.interview.pending !== null;
  const asks: Readonly<Record<Piece['form'], (text: string) => boolean>> = {
    question: () => true,
    statement: () => false,
    item: (text) => !onlyStates(read(text), read),
    phrase: (text) => !inDialog && (asksForCover(text) || !hasFacts(read(text))),
  };
  return { pieces, asking: pieces.flatMap((piece, i) => (asks[piece.form](piece.text) ? [i] : [])) };
}

const hasFacts = (u: Understood): boolean =>
  u.products.length > 0 || u.dates.length > 0 || u.devices.some((d) => Object.keys(d.facts).length > 0);

/** Names a device, or a date, a card or a plan and nothing else: 'price of EcoCare' speaks of a plan and states none. */
function onlyStates(u: Understood, read: TurnInput['read']): boolean {
  const dated = u.dates.length > 0 && u.text.split(/\s+/).length <= FEW_WORDS;
  const { commissioned } = u.devices[0]?.facts ?? {};
  return u.products.length > 0 || commissioned !== undefined || dated || onlyNamed(u, read) !== null;
}

const FEW_WORDS = 5;

/**
 * The questions of a message where each can be settled by itself, in the order asked, those for the same taken together;
 * null where one cannot. A question that leans on the one before it, or is settled together with it only, is part of it;
 * so is the reason that is given for it.
 */
export async function settledParts(
  { pieces, asking }: TakenApart,
  turn: TurnInput,
): Promise<readonly AskedPart[] | null> {
  if (asking.length > MOST_ASKING) return null;
  const parts: AskedPart[] = [];
  let open: readonly number[] = [];
  for (const at of asking) {
    const piece = pieces[at];
    if (!piece) continue;
    if (asksAboutVerdict(piece.text, turn)) {
      const understood = turn.read(piece.text);
      parts.push({ key: 'entitlement', route: { kind: 'entitlement' }, match: turn.match, understood, pieces: [at] });
      continue;
    }
    const previous = parts.at(-1);
    const leaning = isBareQuestion(piece.text) || onlyNamed(turn.read(piece.text), turn.read)?.kind === 'products';
    if (leaning && previous && open.length === 0) {
      parts[parts.length - 1] = withPiece(previous, at, pieces, turn);
      continue;
    }
    const settled = await firstSettled(readings(at, open, pieces, asking, leaning), pieces, turn);
    if (settled) {
      parts.push(settled);
      open = [];
    } else if (previous && open.length === 0) {
      const joined = await firstSettled([[...previous.pieces, at]], pieces, turn);
      if (!joined) return null;
      parts[parts.length - 1] = joined;
    } else open = [...open, at];
  }
  if (open.length > 0) return null;
  return merged(parts, pieces, turn);
}

/**
 * The ways to read a question: by itself, and with the statements in front of it; where it points back, with them first. One that leans is never
 * read alone.
 */
function readings(
  at: number,
  open: readonly number[],
  pieces: readonly Piece[],
  asking: readonly number[],
  leaning: boolean,
): readonly (readonly number[])[] {
  if (open.length > 0) return [[...open, at]];
  const before: number[] = [];
  for (let i = at - 1; i >= 0 && !asking.includes(i); i--) before.unshift(i);
  if (before.length === 0) return leaning ? [] : [[at]];
  const whole = [...before, at];
  const inSentence = pieces[at - 1]?.sentence === pieces[at]?.sentence;
  if (inSentence || leaning) return [whole];
  return leansBack(pieces[at]?.text ?? '') ? [whole, [at]] : [[at], whole];
}

async function firstSettled(
  ways: readonly (readonly number[])[],
  pieces: readonly Piece[],
  turn: TurnInput,
): Promise<AskedPart | null> {
  for (const way of ways) {
    const understood = turn.read(askedText(way, pieces));
    const match = await turn.parts.match(understood.text);
    const own = routeOf(match, understood, turn.parts.knowledge);
    // Where the message describes a device, whatever asks for cover asks for that device's.
    const about = own.kind === 'faq' && asksForCover(understood.text) && describesDevice(turn.understood);
    const route: Route = about ? { kind: 'entitlement' } : own;
    const key = settledKey(route, match, understood);
    if (key !== null) return { key, route, match, understood, pieces: way };
  }
  return null;
}

/** Pieces as they are matched: a question out of the middle of a sentence ends like one. */
export const askedText = (numbers: readonly number[], pieces: readonly Piece[]): string =>
  numbers
    .map((i) => pieces[i])
    .map((p) => (p?.form === 'question' && /[\p{L}\p{N}]$/u.test(p.text) ? `${p.text}?` : (p?.text ?? '')))
    .join(' ');

export const textOf = (numbers: readonly number[], pieces: readonly Piece[]): string =>
  numbers.map((i) => pieces[i]?.text ?? '').join(' ');

function withPiece(part: AskedPart, at: number, pieces: readonly Piece[], turn: TurnInput): AskedPart {
  const numbers = [...part.pieces, at];
  return { ...part, pieces: numbers, understood: turn.read(textOf(numbers, pieces)) };
}

function merged(parts: readonly AskedPart[], pieces: readonly Piece[], turn: TurnInput): readonly AskedPart[] {
  const distinct: AskedPart[] = [];
  for (const part of parts) {
    const at = distinct.findIndex((d) => d.key === part.key);
    const same = distinct[at];
    if (!same) distinct.push(part);
    else distinct[at] = part.pieces.reduce((sum, piece) => withPiece(sum, piece, pieces, turn), same);
  }
  return distinct;
}
