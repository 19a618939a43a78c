import type { Attachment } from 'botbuilder';
import type { Offer } from '../rendering/offer.js';
import { WORDING } from '../rendering/wording.js';
import { boldLine, cardOf, type Element, plainLine, quietLine } from './card-elements.js';
import type { CardPicture } from './pictures.js';
import { pressData, SAY } from './press.js';
import { pictureElements } from './verdict-card.js';

/** Teams shows so many buttons of a set, and leaves out the rest. */
const MOST_BUTTONS = 6;
/** In letters, so that a narrow chat shows a row whole: what is wider may be cut off at its end. */
const ROW_WIDTH = 48;
const AROUND = 5;

/** An offer that goes out as a card. */
export interface CardOffer extends Offer {
  /** The card's own name, by which a press on one of its buttons tells which card it was. */
  readonly id: string;
}

/** Whose press it was: null in a chat of two, where it goes without saying. */
export type Chosen = { readonly says: string; readonly by: string | null };

/** The question with a button for each choice. `says`: all that the card says above its buttons. */
export function offerCard(offer: CardOffer, says: string, picture: CardPicture | null): Attachment {
  const lines = says.split(/\n+/).map((line) => (line === offer.asks ? boldLine(line) : plainLine(line)));
  return cardOf([...pictureElements(picture), ...lines, ...buttonRows(offer)], says);
}

/**
 * As many buttons in a row as fit side by side. In sets of the body, since older clients of Teams take the fallback of a button
 * only there.
 */
function buttonRows({ id, choices }: CardOffer): readonly Element[] {
  const rows: string[][] = [];
  for (const says of choices) {
    const row = rows.at(-1);
    if (row && row.length < MOST_BUTTONS && widthOf([...row, says]) <= ROW_WIDTH) row.push(says);
    else rows.push([says]);
  }
  return rows.map((row) => ({ type: 'ActionSet', actions: row.map((says) => button(id, says)) }));
}

/** In letters, with what is around each button's. */
const widthOf = (row: readonly string[]): number => row.reduce((width, says) => width + says.length + AROUND, 0);

/** What clients before 1.4 show sends the same data in a message. */
function button(card: string, says: string): Element {
  const data = pressData(card, says);
  const title = says;
  return { type: 'Action.Execute', title, verb: SAY, data, fallback: { type: 'Action.Submit', title, data } };
}

/** What became of a card's question. */
export type CardEnd =
  | { readonly kind: 'chosen'; readonly asks: string; readonly chosen: Chosen }
  /** The conversation has gone on without it. */
  | { readonly kind: 'passed'; readonly asks: string }
  /** Nothing is known of it any more. */
  | { readonly kind: 'unknown' };

/** What became of it, in one sentence. */
export function endWords(end: CardEnd): string {
  if (end.kind !== 'chosen') return WORDING.pressed[end.kind];
  const { says, by } = end.chosen;
  return by === null ? WORDING.pressed.you(says) : WORDING.pressed.somebody(by, says);
}

/** What takes a pressed card's place: its question and what became of it, and nothing to press. */
export function quietCard(end: CardEnd): Attachment {
  const words = endWords(end);
  if (end.kind === 'unknown') return cardOf([quietLine(words)], words);
  return cardOf([plainLine(end.asks), quietLine(words)], `${end.asks}\n${words}`);
}
