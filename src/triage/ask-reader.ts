import type { Match } from '../answering/matcher.js';
import type { Route } from '../assistant/route.js';
import type { AssistantParts } from '../assistant/turn.js';
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
  /** Cover is asked for, of what the ticket describes, whatever the words are like. */
  readonly ofCover: boolean;
}

export interface AskReader {
  readonly parts: AssistantParts;
  readonly read: (text: string) => Understood;
  /** The ticket describes a device, so that whatever asks for cover asks for that device's. */
  readonly describes: boolean;
  /** The sender has a device, whatever its name. */
  readonly ownsOne: boolean;
  /** The products that the ticket speaks of. */
  readonly products: readonly string[];
  /** The only product that the ticket speaks of, and its card. */
  readonly product: string | null;
  readonly card: string | null;
  /** Whether a text has a sign of the rules of routing. */
  readonly has: (sign: string, text: string) => boolean;
}

/** What asks for nothing. */
export const NOTHING: Asked = {
  route: { kind: 'smalltalk' },
  match: { ranked: [], confidence: 0, decision: 'decline' },
  text: '',
  words: [],
  form: 'statement',
  settled: false,
  ofCover: false,
};

/** How sure it is at the least where the words for cover are said of what was described. */
export const SAID = 0.8;
/** How sure a topic must be that is knowingly not answered. */
export const SURE_TOPIC = 0.9;
