import type { ConversationState, StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { CardEnd, CardOffer, Chosen } from './offer-card.js';

/** Of so many cards of a conversation it is remembered what became of them; the newest first to be looked for. */
const MOST_KEPT = 20;

/** The property of the state in which they lie. */
export const CARDS = 'cards';

interface KeptCard extends CardOffer {
  readonly chosen: Chosen | null;
}

interface Kept {
  /** The one card that may be answered: the last thing that the bot said asks it. */
  readonly open: string | null;
  readonly cards: readonly KeptCard[];
}

const NONE: Kept = { open: null, cards: [] };

/** What pressing a button of a card comes to. */
export type Found = { readonly kind: 'open'; readonly card: CardOffer } | CardEnd;

/**
 * Which cards of a conversation still wait for an answer, and what became of the others. It lies with the conversation's state,
 * beside the session, and is saved with it: an answer and the mark that it was given are one write.
 */
export class OfferedCards {
  private readonly kept: StatePropertyAccessor<Kept>;

  constructor(state: ConversationState) {
    this.kept = state.createProperty<Kept>(CARDS);
  }

  /** After each answer: the card that goes out with it is the open one, and all before it are passed. Null: none goes out. */
  async goOn(context: TurnContext, offer: CardOffer | null): Promise<void> {
    const { cards } = await this.kept.get(context, NONE);
    if (offer === null && cards.length === 0) return;
    const others = cards.filter(({ id }) => id !== offer?.id);
    const added = offer === null ? [] : [{ ...offer, chosen: null }];
    await this.kept.set(context, { open: offer?.id ?? null, cards: [...others, ...added].slice(-MOST_KEPT) });
  }

  async find(context: TurnContext, id: string): Promise<Found> {
    const { open, cards } = await this.kept.get(context, NONE);
    const card = cards.find((kept) => kept.id === id);
    if (card === undefined) return { kind: 'unknown' };
    const { asks, chosen } = card;
    if (chosen !== null) return { kind: 'chosen', asks, chosen };
    return id === open ? { kind: 'open', card } : { kind: 'passed', asks };
  }

  /** Notes what was chosen on a card; it is saved with the turn that answers it. */
  async choose(context: TurnContext, id: string, chosen: Chosen): Promise<void> {
    const { open, cards } = await this.kept.get(context, NONE);
    await this.kept.set(context, { open, cards: cards.map((card) => (card.id === id ? { ...card, chosen } : card)) });
  }

  /** Nothing of what was asked and chosen is left. */
  async forget(context: TurnContext): Promise<void> {
    await this.kept.set(context, NONE);
  }
}
