import { CARD_IDS, type CardConfidence, type CardId, type CardKnowledge } from '../knowledge/card-schema.js';
import { readAosVersions } from './aos-version.js';
import type { CardPiece, SilentPiece } from './card-piece.js';
import { type CardText, cardText, type Found, filled, findAll, type Span } from './card-text.js';

/** All that a text holds on the question which card it is. */
export interface CardPieces {
  readonly shown: readonly CardPiece[];
  /** Signs of hardware that is not known to be any of NMC1 to NMC4. */
  readonly other: readonly SilentPiece[];
  /** What settles nothing, the most telling first. */
  readonly silent: readonly SilentPiece[];
}

type Cards = CardKnowledge;
type TemplatedKind = keyof Cards['wording']['because'];

/**
 * Whether a text may hold any piece at all: one pattern made of all, run once, since most messages hold none. Build it once for a
 * knowledge base.
 */
export function cardHint(cards: Cards): (text: string) => boolean {
  const { hardware, names, parts, versions, endings, products, openProducts, otherCards, decidesNothing } = cards;
  const signs = [...names, ...parts, ...endings, ...products, ...openProducts, ...otherCards, ...decidesNothing];
  const patterns = [...hardware.patterns, ...versions.patterns, ...signs.map((sign) => sign.pattern)];
  // Names of groups may come once in a pattern only.
  const sources = patterns.map(({ source }) => `(?:${source.replace(/\(\?<(?![=!])\w+>/g, '(?:')})`);
  const any = new RegExp(sources.join('|'), 'i');
  return (text) => {
    const source = cardText(text);
    return any.test(source.text) || (source.spelled !== source.text && any.test(source.spelled));
  };
}

/** Reads every piece of evidence in the text, kind after kind. Time grows in proportion to the text's length. */
export function readCardPieces(text: string, cards: Cards): CardPieces {
  const source = cardText(text);
  const hardware = readHardware(source, cards);
  const versions = readAosVersions(source, cards);
  const open = reasons(source, 'spelled', cards.openProducts);
  const pieces = [
    ...hardware.shown,
    ...readNames(source, cards),
    ...readSigns(source, 'spelled', 'part', cards),
    ...versions.shown,
    ...readSigns(source, 'text', 'ending', cards),
    ...readProducts(source, cards, open),
  ];
  const isDenied = (piece: CardPiece) => denies(text, piece.start, cards);
  const denied = pieces.filter(isDenied);
  return {
    shown: pieces.filter((piece) => !isDenied(piece)),
    other: [...hardware.other, ...reasons(source, 'spelled', cards.otherCards)],
    silent: [
      ...denied.map((piece) => silent(piece, cards.wording.denied, cards.wording.noSource)),
      ...versions.silent,
      ...open,
      ...reasons(source, 'text', cards.decidesNothing),
    ],
  };
}

/** Firmware file names. A code that is not known, or not settled, is a sign of other hardware. */
function readHardware(source: CardText, cards: Cards) {
  const shown: CardPiece[] = [];
  const other: SilentPiece[] = [];
  for (const found of cards.hardware.patterns.flatMap((pattern) => findAll(pattern, source, 'spelled'))) {
    const known = cards.hardware.codes.find(({ code }) => code === found.groups.code);
    if (known === undefined) other.push(silent(found, cards.wording.unknownCode, cards.wording.noSource));
    else if (known.nmc === null) other.push(silent(found, cards.wording.unsettledCode, known.source));
    else shown.push(piece('hardware', found, { ...known, nmc: known.nmc }, cards));
  }
  return { shown, other };
}

/** Cards called by their name; 'NMC3/4' names two. */
function readNames(source: CardText, cards: Cards): readonly CardPiece[] {
  return cards.names.flatMap((name) =>
    findAll(name.pattern, source, 'text').flatMap((found) =>
      CARD_IDS.filter((id) => id === `NMC${found.groups.card}` || id === `NMC${found.groups.also}`).map((nmc) =>
        piece('name', found, { ...name, nmc }, cards),
      ),
    ),
  );
}

const SIGNS = { part: 'parts', ending: 'endings', product: 'products' } as const;

function readSigns(
  source: CardText,
  within: keyof CardText,
  kind: keyof typeof SIGNS,
  cards: Cards,
): readonly CardPiece[] {
  return cards[SIGNS[kind]].flatMap((sign) =>
    findAll(sign.pattern, source, within).map((found) => piece(kind, found, sign, cards)),
  );
}

/** Products that settle the card, unless one that is sold with several cards stands outside all of them. */
function readProducts(source: CardText, cards: Cards, open: readonly Span[]): readonly CardPiece[] {
  const products = readSigns(source, 'spelled', 'product', cards);
  const inOrder = <T extends Span>(spans: readonly T[]) => [...spans].sort((a, b) => a.start - b.start);
  const rest = inOrder(products);
  let covered = 0;
  let next = 0;
  for (const { start, end } of inOrder(open)) {
    for (let product = rest[next]; product && product.start <= start; product = rest[++next]) {
      covered = Math.max(covered, product.end);
    }
    if (end > covered) return [];
  }
  return products;
}

/** Whether the words right before a place take back what follows, as in 'not an NMC2'. */
function denies(text: string, start: number, cards: Cards): boolean {
  return text.slice(Math.max(0, start - DENIAL_REACH), start).search(cards.denial) >= 0;
}

/** How far before a piece its denial is looked for, in characters. */
const DENIAL_REACH = 40;

interface Shows {
  readonly nmc: CardId;
  readonly confidence: CardConfidence | null;
  readonly source: string;
}

function piece(kind: TemplatedKind, { start, end, said }: Found, shows: Shows, { wording }: Cards): CardPiece {
  const because = filled(wording.because[kind], { said, card: shows.nmc });
  return { kind, start, end, said, nmc: shows.nmc, because, confidence: shows.confidence ?? 'C', source: shows.source };
}

function silent({ start, end, said }: Span, template: string, source: string): SilentPiece {
  return { start, end, said, because: filled(template, { said }), source };
}

function reasons(source: CardText, within: keyof CardText, items: Cards['otherCards']): readonly SilentPiece[] {
  return items.flatMap((item) =>
    findAll(item.pattern, source, within).map((found) => silent(found, item.because, item.source)),
  );
}
