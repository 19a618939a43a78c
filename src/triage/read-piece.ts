import { asksForCover } from '../assistant/route.js';
import { askedText, textOf } from '../assistant/several-questions.js';
import { leansBack } from '../understanding/leaning.js';
import type { Piece } from '../understanding/questions.js';
import type { Understood } from '../understanding/understand.js';
import { type Asked, type AskReader, NOTHING, SAID } from './ask-reader.js';
import { embeddedQuestion, embeddedYesNo, withoutReason } from './embedded-question.js';
import { asksForThese, asksOfIt, asksOpenly, asksOutright, isTag } from './question-shapes.js';
import { readText } from './read-text.js';

/** So many statements in front of a question are read together with it at the most. */
const MOST_BEFORE = 2;

/** From here on what somebody claims is an entry's, and not of the device. */
const IN_SO_MANY_WORDS = 0.5;

/** A piece that asks in no words of its own: what the statement before it asks, else how it stands with what is described. */
export async function readBefore(
  at: number,
  pieces: readonly Piece[],
  asking: readonly number[],
  reader: AskReader,
): Promise<Asked> {
  const own = textOf([at], pieces);
  const stands = reader.has('cover', own);
  const before = !stands && at > 0 && !asking.includes(at - 1) ? textOf([at - 1], pieces) : '';
  const said = before === '' ? NOTHING : await readText(before, reader);
  const ofDevice =
    reader.describes &&
    (asksForThese(own) || BELIEVES.test(before) || reader.has('cover', before)) &&
    (said.match.ranked[0]?.score ?? 0) < IN_SO_MANY_WORDS;
  if (said.settled && said.route.kind !== 'out-of-scope' && !ofDevice)
    return { ...said, words: [before, own], form: 'question' };
  // 'We have a PDU, and must show that it is in the programme. Is it?'
  const named = (reader.products.length > 0 || reader.ownsOne) && isTag(own) && reader.has('programme', before);
  if (!reader.describes && !named) return { ...NOTHING, words: [own] };
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

/** 'I think yes, because of the plan. Can you confirm?' */
const BELIEVES =
  /^\W*(?:(?:and|but|so) )?(?:i|we|he|she|they) (?:\w+ )?(?:think|believe|assume|suppose|guess|reckon)s?\b/i;

/** The best way to read a piece: by itself, or with the statements in front of it; the first that settles it, else the piece alone. */
export async function readPiece(
  at: number,
  pieces: readonly Piece[],
  asking: readonly number[],
  reader: AskReader,
  text: string,
  earlier: readonly Asked[],
): Promise<Asked> {
  const previous = earlier.at(-1);
  const own = pieces[at];
  if (!own) return NOTHING;
  const words = [textOf([at], pieces)];
  const alone = reader.read(askedText([at], pieces));
  const goesOn = await readOn(own, pieces[at - 1], earlier.filter((a) => a.settled).at(-1), reader);
  if (goesOn !== null) return { ...goesOn, words, form: own.form };
  const ofCard = await readOfCard(at, pieces, reader);
  if (ofCard !== null) return { ...ofCard, words, form: own.form };
  const bare = withoutReason(own.text);
  const reasoned =
    bare === own.text || !(asksOutright(bare) || /\bif\b/i.test(bare)) ? null : await readText(bare, reader);
  if (reasoned?.settled) return { ...reasoned, words, form: own.form };
  const carried = await readCarried(own, reader);
  if (carried !== null) return { ...carried, words, form: own.form };
  let last = NOTHING;
  for (const way of waysOf(at, pieces, asking, reader)) {
    const asked = { ...(await readText(askedText(way, pieces), reader, alone)), words, form: own.form };
    // Read with the question before it, it must come to something else, or be too short to ask by itself.
    // 'Which plans bring them?' asks of them and not of the device, whatever was said before.
    const certain = asked.route.kind !== 'entitlement' || asksForCover(own.text) || asksOfIt(own.text);
    if (asked.settled && !certain && way.length > 1) {
      const bare = { ...(await readText(askedText([at], pieces), reader, alone)), words, form: own.form };
      if (bare.settled && bare.route.kind === 'faq') return bare;
    }
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

/** 'Does it exist for the NMC2, and where do they get their firmware?': the second with the card that the first names, where that surely is an entry's. */
async function readOfCard(at: number, pieces: readonly Piece[], reader: AskReader): Promise<Asked | null> {
  const [own, before] = [pieces[at], pieces[at - 1]];
  if (!own || before?.sentence !== own.sentence || !THEIRS.test(own.text)) return null;
  const [card] = reader.read(before.text).cards;
  if (!card || reader.read(own.text).cards.length > 0) return null;
  const read = await readText(own.text.replace(THEIRS, `$1the ${card.said}`), reader);
  return read.settled && read.route.kind === 'faq' ? read : null;
}
const THEIRS = /\b(for |of |in |with )?(?:them|those|their|its)\b/i;

/** A question that a statement carries, where that by itself is surely an entry's, or asks for what is described; null where it is not, or where it carries none. */
async function readCarried(own: Piece, reader: AskReader): Promise<Asked | null> {
  const question = embeddedQuestion(own.text);
  if (question !== null && asksOpenly(question)) {
    const read = await readText(`${question}?`, reader);
    if (read.settled && read.route.kind === 'faq') return read;
  }
  const claim = own.text.includes('?') ? null : embeddedYesNo(own.text);
  if (claim === null) return null;
  const read = await readText(`${claim}?`, reader);
  const ofCover = reader.has('cover', claim) || reader.has('programme', claim);
  if ((reader.describes || reader.products.length > 0) && ofCover)
    return read.route.kind === 'entitlement' ? { ...read, text: own.text, settled: true, ofCover: true } : null;
  return read.settled && read.route.kind === 'faq' ? { ...read, text: own.text } : null;
}

/** A few words, or the rest of the sentence, behind something that is surely not answered, with none of our subject: what they ask together with it; null where that is another thing. */
async function readOn(
  own: Piece,
  before: Piece | undefined,
  previous: Asked | undefined,
  reader: AskReader,
): Promise<Asked | null> {
  if (!previous?.settled || previous.route.kind !== 'out-of-scope') return null;
  if (!isShort(own.text) && before?.sentence !== own.sentence) return null;
  if (['subject', 'own', 'programme'].some((sign) => reader.has(sign, own.text))) return null;
  const both = await readText(`${previous.words.at(-1) ?? ''} ${own.text}`, reader);
  return both.route.kind === 'out-of-scope' ? both : null;
}

/** 'One thing is still open: who may load it?' without what leads to the question; null where nothing does. */
const afterColon = (text: string): string | null => LED_TO.exec(text)?.[1] ?? null;
const LED_TO = /^[^:?]{3,120}:\s+((?:who|what|which|where|when|how|is|are|does|do|can|may|will)\b.{8,})$/is;

/** 'How is the firmware in them updated?' with the name of what 'them' are; null where nothing points there. */
const withProduct = (text: string, { product }: AskReader): string | null =>
  product !== null && THEM.test(text) ? text.replace(THEM, product) : null;
const THEM = /\b(?:them|these|those)\b/i;
const withCard = (text: string, { card }: AskReader): string | null =>
  card !== null && THE_CARD.test(text) ? text.replace(THE_CARD, card) : null;
const THE_CARD =
  /\b(?:(?:this|that|the|these|those|our) (?:old |older )?(?:(?:kind|type|sort|model|generation) of )?cards?|(?:an? |the )?(?:cards?|modules?) like (?:this|that|these|those|it|ours)(?: ones?)?|(?:an? |the )?(?:cards?|modules?) of (?:this|that|such an?) (?:kind|type|sort|model|generation|age)|them)\b/i;

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

/** What tells of a device says nothing of what is asked. */
export const tellsFacts = ({ products, cards, dates, evidence }: Understood): boolean =>
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
