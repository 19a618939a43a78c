import { type CardConfidence, type CardId, type CardKnowledge, SIGN_KINDS } from '../knowledge/card-schema.js';
import type { CardPiece, SilentPiece } from './card-piece.js';
import { type CardPieces, readCardPieces } from './card-pieces.js';
import { filled, type Span } from './card-text.js';

/** Which card a text shows, and why. */
export interface CardFinding {
  readonly nmc: CardId | 'unknown';
  /** A sentence for people: which piece of the text decided it, or why none does. */
  readonly because: string;
  /** For people: what it is known from. */
  readonly source: string;
  /** How sure the best piece is; null where the card is unknown. */
  readonly confidence: CardConfidence | null;
  /** The pieces that the finding rests on, in the order of the text; equal ones once. */
  readonly spans: readonly Span[];
}

/**
 * Which Network Management Card a text shows: an SNMP description, a banner, a page heading, a part number, a firmware
 * file name, the output of `about`, alone or inside a longer paste. `unknown` where nothing settles it, where pieces
 * point to different cards, and where they belong to a card that is none of NMC1 to NMC4. Never throws.
 */
export function identifyCard(evidence: string, cards: CardKnowledge): CardFinding {
  const pieces = readCardPieces(evidence, cards);
  if (pieces.other.length > 0) return otherHardware(pieces, cards);
  const ranked = [...pieces.shown].sort((a, b) => rank(a) - rank(b));
  const best = ranked[0];
  if (best === undefined) return undecided(pieces.silent, cards);
  const perCard = firstOfEach(ranked, (piece) => piece.nmc);
  return perCard.length > 1 ? contradiction(perCard, cards) : decided(best, ranked, cards);
}

/** The surer first, then the plainer kind, then the earlier in the text. */
function rank({ confidence, kind }: CardPiece): number {
  return 'ABC'.indexOf(confidence) * SIGN_KINDS.length + SIGN_KINDS.indexOf(kind);
}

function decided(best: CardPiece, ranked: readonly CardPiece[], { wording }: CardKnowledge): CardFinding {
  const second = ranked.find(({ kind, said }) => kind !== best.kind && !best.said.includes(said));
  const agrees = second?.kind === 'version' ? wording.agreesVersion : wording.agrees;
  const also = second === undefined ? '' : ` ${filled(agrees, { said: second.said })}`;
  const { nmc, source, confidence } = best;
  return { nmc, because: `${best.because}${also}`, source, confidence, spans: spansOf(ranked) };
}

function contradiction(perCard: readonly CardPiece[], cards: CardKnowledge): CardFinding {
  const because = filled(cards.wording.contradiction, { pieces: listed(perCard, cards) });
  const source = [...new Set(perCard.map((piece) => piece.source))].join(' ');
  return { nmc: 'unknown', because, source, confidence: null, spans: spansOf(perCard) };
}

/**
 * Hardware that is none of the four. AOS versions beside it are its own, and a name inside its words ('Eaton Network
 * Management Card 2') is its own too: neither is a contradiction.
 */
function otherHardware({ other, shown }: CardPieces, cards: CardKnowledge): CardFinding {
  const first = other[0] as SilentPiece;
  const against = firstOfEach(
    shown.filter(({ kind, start, end }) => kind !== 'version' && (end <= first.start || start >= first.end)),
    (piece) => piece.nmc,
  );
  const slots = { reason: first.because, pieces: listed(against, cards) };
  const because = against.length === 0 ? first.because : filled(cards.wording.otherHardware, slots);
  return { nmc: 'unknown', because, source: first.source, confidence: null, spans: spansOf([first, ...against]) };
}

function undecided(silent: readonly SilentPiece[], { wording }: CardKnowledge): CardFinding {
  const first = silent[0];
  return {
    nmc: 'unknown',
    because: first?.because ?? wording.nothing,
    source: first?.source ?? wording.noSource,
    confidence: null,
    spans: first === undefined ? [] : spansOf([first]),
  };
}

const listed = (pieces: readonly CardPiece[], { wording }: CardKnowledge) =>
  pieces.map(({ said, nmc }) => filled(wording.pieceOfContradiction, { said, card: nmc })).join(', ');

function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const firsts = new Map<string, T>();
  for (const item of items) if (!firsts.has(keyOf(item))) firsts.set(keyOf(item), item);
  return [...firsts.values()];
}

function spansOf(pieces: readonly Span[]): readonly Span[] {
  return firstOfEach(pieces, ({ said }) => said)
    .map(({ start, end, said }) => ({ start, end, said }))
    .sort((a, b) => a.start - b.start);
}
