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
  /\b(?:please|kindly|(?:we|i)(?:['’]d| would)? (?:like|need|want|wish|expect|require|request|ask|demand|prefer|rather)|(?:wants?|needs?|asks?|asking|asked|would like) (?:me|us|whether|if|for|about|to)|need to know|looking for|wonder(?:s|ing)?|unsure|not (?:sure|clear)|unclear|tell (?:me|us)|advise|confirm|clarify|explain|let (?:me|us) know|(?:send|give|call|phone|ring|contact) (?:me|us)|get back to)\b/i;

/** Says that something is not wanted: 'no need to call'. */
const DECLINES =
  /\b(?:no need|need(?:s)? not|not necessary|need ?n['’]t|(?:do|does) ?(?:not|n['’]t) (?:need|want|have) to)\b/i;
/** Only says that something will be asked. */
const ANNOUNCES =
  /\b(?:need|want|have|would like|got|require) (?:(?:an?|your|some|the|one|two|three|four|several|few|\d|to know|short|quick|written|official|more|further) )*(?:confirmation|answers?|information|info|clarification|help|advice|questions?|things|points|support)(?: (?:from|of) (?:you|your side))?\W*$/i;
/** Only wants an answer. */
const PLEADS =
  /^\W*(?:please|kindly|pls) (?:answer|reply|respond|advise|get back|help|come back)\b(?:\W+[\p{L}]+){0,6}\W*$/iu;
const wants = (text: string): boolean => WANTS.test(text) && !DECLINES.test(text) && !ANNOUNCES.test(text);

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
  const asks = (piece: Piece, i: number): boolean => {
    if (PLEADS.test(piece.text)) return false;
    const isPlain = plain.includes(i) && (piece.form === 'question' || !DECLINES.test(piece.text));
    return isPlain || wants(piece.text);
  };
  const asking = pieces.flatMap((piece, i) => (asks(piece, i) ? [i] : []));
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
    asked.push(await readPiece(at, pieces, asking, reader, text, previous));
  }
  return { asked, isCut: asking.length > MOST_ASKING };
}

/** The best way to read a piece: by itself, or with the statements in front of it; the first that settles it, else the piece alone. */
async function readPiece(
  at: number,
  pieces: readonly Piece[],
  asking: readonly number[],
  reader: AskReader,
  text: string,
  previous: Asked | undefined,
): Promise<Asked> {
  const own = pieces[at];
  if (!own) return NOTHING;
  const words = [textOf([at], pieces)];
  const alone = reader.read(askedText([at], pieces));
  let last = NOTHING;
  for (const way of waysOf(at, pieces, asking, reader)) {
    const asked = { ...(await readText(askedText(way, pieces), reader, alone)), words, form: own.form };
    // Read with the question before it, it must come to something else, or be too short to ask by itself.
    const repeats = way.some((i) => i !== at && asking.includes(i)) && !isShort(own.text);
    const same = repeats && asked.match.ranked[0]?.label === previous?.match.ranked[0]?.label;
    if (asked.settled && !same) return asked;
    if (way.length === 1 || last === NOTHING) last = asked;
  }
  const named = withFirmware(own.text, text.slice(0, own.start));
  if (named === null) return last;
  const asked = { ...(await readText(named, reader, alone)), words, form: own.form };
  return asked.settled && asked.route.kind === 'faq' ? asked : last;
}

const SHORT = 5;
/** So few words hardly ask by themselves, even where none of them points back. */
const isShort = (text: string): boolean => text.split(/\s+/).length <= SHORT;

/** 'Who may load it?' after something was said of firmware: with the word for it; null where nothing points there. */
function withFirmware(text: string, before: string): string | null {
  const near = before.slice(-300);
  return /\bfirmware\b/i.test(near) && IT.test(text) && !/firmware/i.test(text)
    ? text.replace(IT, 'the NMC firmware')
    : null;
}
const IT = /\b(?:it|them)\b(?=\W*(?:$|\?|then|now))/i;

const NOTHING: Asked = {
  route: { kind: 'smalltalk' },
  match: { ranked: [], confidence: 0, decision: 'decline' },
  text: '',
  words: [],
  form: 'statement',
  settled: false,
};

/** What tells of a device says nothing of what is asked. */
const tellsFacts = ({ products, cards, dates, evidence }: Understood): boolean =>
  products.length + cards.length + dates.length > 0 || evidence !== null;

function waysOf(
  at: number,
  pieces: readonly Piece[],
  asking: readonly number[],
  { read }: AskReader,
): readonly (readonly number[])[] {
  const leans = leansBack(pieces[at]?.text ?? '') || isShort(pieces[at]?.text ?? '');
  const before: number[] = [];
  for (let i = at - 1; i >= 0 && !asking.includes(i) && before.length < MOST_BEFORE; i--) {
    const told = read(pieces[i]?.text ?? '');
    const meant = leans && i === at - 1 && told.evidence === null;
    if (meant || !tellsFacts(told)) before.unshift(i);
  }
  const previous = asking.filter((i) => i < at).at(-1);
  // 'And if not, how do we get it back?' leans on the question before it.
  const after = leans && before.length === 0 && previous !== undefined ? [[previous, at]] : [];
  if (before.length === 0) return [[at], ...after];
  const inSentence = pieces[at - 1]?.sentence === pieces[at]?.sentence;
  const whole = [...before, at];
  return inSentence || leans ? [whole, [at]] : [[at], whole];
}

/** What a text asks for as a whole; `alone`: the part of it that asks, where what is said around it is no matter of the rules. */
export async function readText(
  text: string,
  { parts, read, describes }: AskReader,
  alone: Understood = read(text),
): Promise<Asked> {
  const match = await parts.match(read(text).text);
  const own = routeOf(match, alone, parts.knowledge);
  const settled = settledKey(own, match, alone) !== null;
  const asked = { route: own, match, text, words: [text], form: 'statement', settled } as const;
  if (!describes || own.kind === 'entitlement' || own.kind === 'identify') return asked;
  // Of a device that is described, cover is asked for, and no list of products.
  const [top] = match.ranked;
  const sure = match.decision === 'answer' && top?.group === 'entry' && top.label !== 'faq:included-products';
  const near = (of: number) => match.ranked.slice(0, of).some((r) => r.label === 'kind:entitlement');
  const cover = asksForCover(alone.text) || COVERS.test(alone.text);
  const elsewhere = top?.group === 'boundary' && match.confidence > SURE_TOPIC;
  const aboutIt = (OF_IT.test(alone.text) && (cover || (near(3) && !elsewhere))) || (OF_US.test(alone.text) && cover);
  const about = aboutIt || (cover ? !sure || near(2) : near(2) && !settled);
  if (!about) return asked;
  const confidence = aboutIt && cover ? Math.max(match.confidence, SAID) : match.confidence;
  return { ...asked, match: { ...match, confidence }, route: { kind: 'entitlement' }, settled: true };
}

/** The same said of a plan. */
const COVERS = /\bcovers?\b/i;

/** How sure it is at the least where the words for cover are said of what was described. */
const SAID = 0.8;

/** A yes or no is wanted for what was described. */
const OF_IT =
  /^\W*(?:(?:and|but|so|if so)[, ]+)?(?:do|does|is|are|am|will|did|has|have|was)(?:n['’]t)? (?:it|they|these|those|this|both|either|all (?:of )?(?:them|these|those)|(?:the|our|this|that) (?:[\w-]+ )?(?:membership|contract|plan|agreement|unit|device|card|ups|pdu))\b/i;
/** The same of the asker, who is covered for it. */
const OF_US = /^\W*(?:(?:and|but|so|if so)[, ]+)?(?:are|am|is|will|do|have) (?:we|i|he|she)\b/i;

/**
 * What several pieces bear out: one that is unsure of the same entry as another is sure enough, and one that is unsure right behind
 * something that is surely not answered goes on about that.
 */
export function borneOut(asked: readonly Asked[]): readonly Asked[] {
  return asked.flatMap((a, i): readonly Asked[] => {
    const top = a.match.ranked[0]?.label;
    const unsure = a.match.confidence < BORNE_OUT;
    const before = asked[i - 1];
    const goesOn =
      unsure && a.route.kind === 'faq' && before?.route.kind === 'out-of-scope' && before.match.confidence > SURE_TOPIC;
    if (goesOn) return [];
    const backed =
      unsure &&
      a.match.ranked[0]?.group === 'entry' &&
      asked.some((b, j) => j !== i && b.match.ranked[0]?.label === top);
    return [
      backed ? { ...a, form: 'question', match: { ...a.match, confidence: Math.max(a.match.confidence, BACKED) } } : a,
    ];
  });
}

const BORNE_OUT = 0.8;
const SURE_TOPIC = 0.9;
const BACKED = 0.6;
