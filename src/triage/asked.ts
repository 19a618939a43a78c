import type { Match } from '../answering/matcher.js';
import { asksForCover, nameOf, type Route, routeOf, settledKey } from '../assistant/route.js';
import { EMPTY_SESSION } from '../assistant/session.js';
import { askedText, takeApart, textOf } from '../assistant/several-questions.js';
import type { AssistantParts } from '../assistant/turn.js';
import type { EntryId } from '../domain/ids.js';
import { onlyNamed } from '../understanding/ellipsis.js';
import { isBareQuestion, leansBack } from '../understanding/leaning.js';
import type { Piece } from '../understanding/questions.js';
import type { Understood } from '../understanding/understand.js';
import {
  asksOfDevice,
  asksOfIt,
  asksOutright,
  declines,
  isShell,
  isTag,
  pleads,
  saysNothing,
  tellsOnly,
  wants,
} from './wishes.js';

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
  /** Cover is asked for, of what the ticket describes, whatever the words are like. */
  readonly ofCover: boolean;
}

export interface AskReader {
  readonly parts: AssistantParts;
  readonly read: (text: string) => Understood;
  /** The ticket describes a device, so that whatever asks for cover asks for that device's. */
  readonly describes: boolean;
  /** The products that the ticket speaks of. */
  readonly products: readonly string[];
  /** The only product that the ticket speaks of, and its card. */
  readonly product: string | null;
  readonly card: string | null;
  /** Whether a text has a sign of the rules of routing. */
  readonly has: (sign: string, text: string) => boolean;
}

/** More pieces that ask are not looked at: each costs a run of the encoder. */
const MOST_ASKING = 16;
/** So many statements in front of a question are read together with it at the most. */
const MOST_BEFORE = 2;

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
    if (saysNothing(piece.text) || pleads(piece.text) || (!piece.text.includes('?') && tellsOnly(piece.text)))
      return false;
    const isPlain = plain.includes(i) && (piece.text.endsWith('?') || !declines(piece.text));
    return isPlain || wants(piece.text);
  };
  const all = pieces.flatMap((piece, i) => (asks(piece, i) ? [i] : []));
  // 'We would like to go on without a gap' tells what the question behind it is about, too.
  const tellsWish = ({ text: said }: Piece) => !asksOutright(said) && reader.has('visit', said);
  const asking = all.filter((i) => !pieces.slice(i, i + 1).some(tellsWish));
  const asked: Asked[] = [];
  for (const at of all.slice(0, MOST_ASKING)) {
    const piece = pieces[at];
    if (!piece) continue;
    const previous = asked.at(-1);
    const leaning = isBareQuestion(piece.text) || onlyNamed(reader.read(piece.text), reader.read)?.kind === 'products';
    const leansOn = previous && { ...previous, words: [...previous.words, piece.text] };
    const follows = leaning && all.includes(at - 1);
    if (leansOn && (follows || isTag(piece.text) || (previous.settled && isShell(piece.text)))) {
      asked[asked.length - 1] = leansOn;
      continue;
    }
    const read = isShell(piece.text)
      ? await readBefore(at, pieces, asking, reader)
      : await readPiece(at, pieces, asking, reader, text, previous);
    if (leansOn && leaning && !read.settled) asked[asked.length - 1] = leansOn;
    else asked.push(read);
  }
  return { asked, isCut: all.length > MOST_ASKING };
}

/** A piece that asks in no words of its own: what the statement before it asks, else how it stands with what is described. */
async function readBefore(
  at: number,
  pieces: readonly Piece[],
  asking: readonly number[],
  reader: AskReader,
): Promise<Asked> {
  const own = textOf([at], pieces);
  const stands = reader.has('cover', own);
  const before = !stands && at > 0 && !asking.includes(at - 1) ? textOf([at - 1], pieces) : '';
  const said = before === '' ? NOTHING : await readText(before, reader);
  if (said.settled && said.route.kind !== 'out-of-scope') return { ...said, words: [before, own], form: 'question' };
  if (!reader.describes) return { ...NOTHING, words: [own] };
  const match = { ...said.match, confidence: SAID };
  return {
    ...NOTHING,
    match,
    route: { kind: 'entitlement' },
    text: own,
    words: [own],
    form: 'question',
    settled: true,
    ofCover: true,
  };
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
  for (const named of [
    afterColon(own.text),
    withFirmware(own.text, text.slice(0, own.start)),
    withCard(own.text, reader),
    withProduct(own.text, reader),
  ]) {
    if (named === null) continue;
    const asked = { ...(await readText(named, reader, alone)), words, form: own.form };
    if (asked.settled && asked.route.kind === 'faq') return asked;
  }
  return last;
}

/** 'One thing is still open: who may load it?' without what leads to the question; null where nothing does. */
const afterColon = (text: string): string | null => LED_TO.exec(text)?.[1] ?? null;
const LED_TO = /^[^:?]{3,60}:\s+((?:who|what|which|where|when|how|is|are|does|do|can|may|will)\b.{8,})$/is;

/** 'How is the firmware in them updated?' with the name of what 'them' are; null where nothing points there. */
const withProduct = (text: string, { product }: AskReader): string | null =>
  product !== null && THEM.test(text) ? text.replace(THEM, product) : null;
const THEM = /\b(?:them|these|those)\b/i;
const withCard = (text: string, { card }: AskReader): string | null =>
  card !== null && THE_CARD.test(text) ? text.replace(THE_CARD, card) : null;
const THE_CARD =
  /\b(?:(?:this|that|the|these|those|our) (?:old |older )?(?:(?:kind|type|sort|model|generation) of )?cards?|them)\b/i;

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
  ofCover: false,
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
  { parts, read, describes, has, product, products }: AskReader,
  alone: Understood = read(text),
): Promise<Asked> {
  const match = await parts.match(read(text).text);
  const own = routeOf(match, alone, parts.knowledge);
  const guessed = own.kind === 'identify' && match.decision === 'decline';
  const settled = !guessed && settledKey(own, match, alone) !== null;
  const asked = { route: own, match, text, words: [text], form: 'statement', settled, ofCover: false } as const;
  if (own.kind === 'entitlement' && isPlainly(match) && !asksOfIt(alone.text) && !asksOfDevice(alone.text))
    return { ...asked, route: { kind: 'faq', ids: [nameOf(match.ranked[0]?.label ?? '') as EntryId] } };
  if (own.kind === 'entitlement' || own.kind === 'identify') return asked;
  // 'We run a VM. Is it entitled?'
  const ofOne = product !== null && asksForCover(alone.text) && asksOfIt(alone.text);
  if (!describes && !ofOne) return asked;
  // Of a device that is described, cover is asked for, and no list of products.
  const [top] = match.ranked;
  const sure = match.decision === 'answer' && top?.group === 'entry' && top.label !== 'faq:included-products';
  const near = (of: number) => match.ranked.slice(0, of).some((r) => r.label === 'kind:entitlement');
  const cover = asksForCover(alone.text) || has('cover', alone.text);
  const certain = sure && match.confidence > SURE_TOPIC;
  const elsewhere = top?.group === 'boundary' && match.confidence > SURE_TOPIC;
  const gets = !certain && has('gets', alone.text);
  const listed = top?.label === 'faq:included-products' && namesIt(alone, products);
  const aboutIt =
    listed ||
    (asksOfIt(alone.text) && (cover || gets)) ||
    (asksOfDevice(alone.text) && near(3) && !elsewhere && !certain);
  const anybody = own.kind === 'faq' && settled && has('general', alone.text);
  if (anybody) return asked;
  const about = aboutIt || (cover ? !sure || near(2) : near(2) && !settled);
  if (!about) return asked;
  const confidence = aboutIt && cover ? Math.max(match.confidence, SAID) : match.confidence;
  return {
    ...asked,
    match: { ...match, confidence },
    route: { kind: 'entitlement' },
    settled: true,
    ofCover: cover || gets,
  };
}

/** Whether a text names a product that the ticket is about. */
const namesIt = ({ products }: Understood, names: readonly string[]): boolean =>
  products.some((p) => names.includes(p.kind === 'product' ? p.product.name : p.name.said));

/** So much like one entry, and none on products, that words for cover say nothing else. */
const isPlainly = ({ ranked: [top], decision, confidence }: Match): boolean =>
  decision === 'answer' &&
  confidence > 0.97 &&
  top?.group === 'entry' &&
  top.score > 0.55 &&
  top.label !== 'faq:included-products';

/** How sure it is at the least where the words for cover are said of what was described. */
const SAID = 0.8;

/**
 * What a ticket bears out: a piece that is unsure of the same entry as another, or of one that a sign backs, is sure enough, and one that is unsure right behind
 * something that is surely not answered goes on about that.
 */
export function borneOut(asked: readonly Asked[], backs: (label: string) => boolean): readonly Asked[] {
  return asked.flatMap((a, i): readonly Asked[] => {
    const top = a.match.ranked[0]?.label;
    const unsure = a.match.confidence < BORNE_OUT;
    const before = asked[i - 1];
    const goesOn =
      unsure &&
      ['faq', 'clarify', 'identify'].includes(a.route.kind) &&
      before?.route.kind === 'out-of-scope' &&
      before.match.confidence > SURE_TOPIC;
    if (goesOn && !backs(top ?? '')) return [];
    const entry = before?.route.kind === 'entitlement' ? leaningEntry(a) : null;
    if (entry !== null) return [entry];
    const backed =
      unsure &&
      a.match.ranked[0]?.group === 'entry' &&
      (asked.some((b, j) => j !== i && b.match.ranked[0]?.label === top) ||
        (a.form === 'question' && backs(top ?? '')));
    return [
      backed
        ? {
            ...a,
            form: 'question',
            settled: true,
            route: entryOf(top ?? ''),
            match: { ...a.match, confidence: Math.max(a.match.confidence, BACKED) },
          }
        : a,
    ];
  });
}

const entryOf = (label: string): Route => ({ kind: 'faq', ids: [nameOf(label) as EntryId] });

/** 'How do we get it back?' behind what was asked of a device: the entry that comes next to something that is not surely meant. */
function leaningEntry(a: Asked): Asked | null {
  const [top, next] = a.match.ranked;
  if (a.settled || top?.group !== 'boundary' || next?.group !== 'entry' || !leansBack(a.words.join(' '))) return null;
  const route: Route = { kind: 'faq', ids: [nameOf(next.label) as EntryId] };
  return { ...a, route, settled: true, match: { ...a.match, confidence: BACKED } };
}

const BORNE_OUT = 0.8;
const SURE_TOPIC = 0.9;
const BACKED = 0.6;
