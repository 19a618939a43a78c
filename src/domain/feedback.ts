import type { Citation } from './citation.js';
import type { Facts } from './facts.js';
import type { ReplyKind } from './reply.js';
import type { Verdict } from './verdict.js';

/** What a person thinks of an answer. */
export type Reaction = 'up' | 'down';

/** The longest comment that is kept, in characters (UTF-16). */
export const LONGEST_COMMENT = 1000;

/** The turn that is judged, as far as it is still known: enough to see what went wrong without the conversation. */
export interface Exchange {
  /** What the person had said; null: not known, or the assistant spoke first. */
  readonly said: string | null;
  /** The answer as it was read; null: not known. */
  readonly answered: string | null;
  /** How the answer came about; null: not known. */
  readonly reply: JudgedReply | null;
}

export interface JudgedReply {
  readonly kind: ReplyKind;
  readonly ids: readonly string[];
  readonly confidence: number;
  readonly citations: readonly Citation[];
  /** Of several questions in one message: what each was taken for. */
  readonly parts: readonly { readonly kind: ReplyKind; readonly ids: readonly string[] }[];
  /** The devices that the reply speaks of: what was known, and what the rules made of it. */
  readonly devices: readonly { readonly facts: Facts; readonly verdict: JudgedVerdict | null }[];
  readonly knowledgeVersion: string;
}

export type JudgedVerdict = Pick<Verdict, 'outcome' | 'covered' | 'missing' | 'asOf' | 'trace' | 'knowledgeVersion'>;

/** Replies that can be neither right nor wrong. */
type NoAnswer = 'human' | 'smalltalk' | 'cancel' | 'reminder';
/** Which kinds of reply are answers. As a type, so that the widget, which shares no values with the domain, can say nothing else. */
export type CanBeJudged = { readonly [K in ReplyKind]: K extends NoAnswer ? false : true };

/** Whether a kind of reply is an answer that can be right or wrong. */
export const CAN_BE_JUDGED: CanBeJudged = {
  faq: true,
  clarify: true,
  entitlement: true,
  identify: true,
  'one-phase': true,
  'out-of-scope': true,
  human: false,
  smalltalk: false,
  cancel: false,
  reminder: false,
};

/** Whether a reply, or any of its parts, can be judged. */
export const canBeJudged = (reply: {
  readonly kind: ReplyKind;
  readonly parts: readonly { readonly kind: ReplyKind }[];
}): boolean => [reply, ...reply.parts].some(({ kind }) => CAN_BE_JUDGED[kind]);
