import { EMPTY_SESSION } from '../assistant/session.js';
import { takeApart } from '../assistant/several-questions.js';
import { onlyNamed } from '../understanding/ellipsis.js';
import { isBareQuestion } from '../understanding/leaning.js';
import type { Piece } from '../understanding/questions.js';
import type { Asked, AskReader } from './ask-reader.js';
import { asksOutright, asksWhatWeNeed, isShell, isTag } from './question-shapes.js';
import { readBefore, readPiece, tellsFacts } from './read-piece.js';
import { readText } from './read-text.js';
import { tellsOnly } from './tells-only.js';
import { announcesSeveral, declines, pleads, relays, saysNothing, wants } from './wishes.js';

/** More pieces that ask are not looked at: each costs a run of the encoder. */
const MOST_ASKING = 16;

/** 'Is this unit in at present, yes or no.', whatever mark stands at its end. */
const BEGINS_ASKING =
  /^\W*(?:(?:is|are|was|were|does|did|must|may|can) (?:it|this|that|these|those|there|we|i|they|he|she|the|our|my|their|his|her|one|any|each)|(?:do|has|have|will|would|should) (?:it|this|that|these|those|we|i|they|he|she|the|our|my))\b(?! not\b)/i;

/** The other answer to a question that was put: 'Or must it be …?' */
const OR = /^\W*or (?!which|what|how|who|where|when|why)/i;

/** A verb without who does it. */
const GOES_ON = /^(?:has|have|had|was|were|is|are) (?!it\b|this\b|that\b|there\b|we\b|they\b|our\b|you\b)/i;

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
  const wanting = pieces.map((piece) => wants(piece.text) || BEGINS_ASKING.test(piece.text));
  const inWords = pieces.map((piece, i) => piece.text.includes('?') || wanting[i] === true);
  const somethingAsks = inWords.includes(true);
  const outright = pieces.some((piece, i) => inWords[i] && !relays(piece.text));
  const asks = (piece: Piece, i: number): boolean => {
    // 'Tell me what you need and I will look for it' offers something.
    if (asksWhatWeNeed(piece.text) && pieces.some((p, j) => inWords[j] && !asksWhatWeNeed(p.text))) return false;
    if (outright && relays(piece.text)) return false;
    // 'Card: NMC4 (he read it out)' among lines of which another asks.
    if (somethingAsks && !inWords[i] && tellsFacts(reader.read(piece.text))) return false;
    // '… a cooling unit, which also has a card' is cut behind 'which'.
    if (/\bwhich\W*$/i.test(pieces[i - 1]?.text ?? '') && !piece.text.includes('?')) return false;
    if (saysNothing(piece.text) || pleads(piece.text) || (!piece.text.includes('?') && tellsOnly(piece.text)))
      return false;
    // '… was commissioned in May and has a card of …' goes on telling.
    const before = pieces[i - 1];
    const goesOn = before?.sentence === piece.sentence && before.form !== 'question' && GOES_ON.test(piece.text);
    if (goesOn && !piece.text.includes('?')) return false;
    const isPlain = plain.includes(i) && (piece.text.endsWith('?') || !declines(piece.text));
    // 'I need two things: the list of products; and …'
    const isPoint = piece.form !== 'phrase' && announcesSeveral(pieces[i - 1]?.text ?? '');
    return isPlain || isPoint || wanting[i] === true;
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
    // 'Or must it be your people?' is the other answer to what was asked.
    const alternative = all.includes(at - 1) && OR.test(piece.text);
    const tag = isTag(piece.text);
    // 'He claims that it must be bought. Is that true?'
    const claimed = tag && !all.includes(at - 1) ? await readBefore(at, pieces, asking, reader) : null;
    if (claimed?.settled && (claimed.route.kind === 'faq' || claimed.ofCover)) {
      asked.push(claimed);
      continue;
    }
    if (leansOn && (follows || tag || alternative || (previous.settled && isShell(piece.text)))) {
      asked[asked.length - 1] = leansOn;
      continue;
    }
    const read = isShell(piece.text)
      ? await readBefore(at, pieces, asking, reader)
      : await readPiece(at, pieces, asking, reader, text, asked);
    const before = pieces[all[all.indexOf(at) - 1] ?? -1];
    const both = leansOn && before?.sentence === piece.sentence ? await together(leansOn, piece, read, reader) : null;
    if (both) asked[asked.length - 1] = both;
    else if (leansOn && leaning && !read.settled) asked[asked.length - 1] = leansOn;
    else asked.push(read);
  }
  return { asked, isCut: all.length > MOST_ASKING };
}

/** What a question and the one before it in its sentence ask as one; null where each asks for itself. */
async function together(leansOn: Asked, piece: Piece, read: Asked, reader: AskReader): Promise<Asked | null> {
  const isEntry = (a: Asked) => a.settled && a.route.kind === 'faq';
  // 'How is it put on, can that be done from afar?': both are unsure, where together they surely are an entry's.
  if (!leansOn.settled && !read.settled) {
    const both = await readText(leansOn.words.join(', '), reader);
    return isEntry(both) ? { ...both, words: leansOn.words, form: 'question' } : null;
  }
  // 'How does it get onto the cards of those, has the procedure for them been altered?' goes on with the entry of the first.
  const first = leansOn.match.ranked[0]?.label;
  const goesOn =
    isEntry(leansOn) && isEntry(read) && OF_THE_SAME.test(piece.text) && read.match.ranked[0]?.label !== first;
  if (!goesOn) return null;
  const both = await readText(leansOn.words.join(', '), reader);
  return isEntry(both) && both.match.ranked[0]?.label === first ? leansOn : null;
}
const OF_THE_SAME = /\b(?:them|those|these|that|this)\b/i;
