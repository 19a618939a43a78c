import type { Facts } from './facts.js';
import type { Answer } from './reply.js';
import type { Verdict } from './verdict.js';

/** Something that the knowledge base has on what was searched for. */
export type SearchHit =
  | { readonly kind: 'question'; readonly answer: Answer }
  /** A product, with all that the rules can say of it when nothing else is known. */
  | { readonly kind: 'product'; readonly name: string; readonly facts: Facts; readonly verdict: Verdict };
