import type { CardConfidence, CardId, SignKind } from '../knowledge/card-schema.js';
import type { Span } from './card-text.js';

/** A piece of a text that shows a card. */
export interface CardPiece extends Span {
  readonly kind: SignKind;
  readonly nmc: CardId;
  readonly because: string;
  readonly confidence: CardConfidence;
  readonly source: string;
}

/** A piece of a text that shows no card, with the sentence that says why. */
export interface SilentPiece extends Span {
  readonly because: string;
  readonly source: string;
}
