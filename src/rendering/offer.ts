import type { Reply } from '../domain/reply.js';
import { questionWords } from './question-words.js';
import { type Frame, partBlocks } from './reply-blocks.js';
import { textOf } from './text.js';
import { WORDING } from './wording.js';

/** What a reply asks its reader to choose from. */
export interface Offer {
  /** The question in one sentence or two, which stands by itself. */
  readonly asks: string;
  /** What can be chosen, each as it is said; at least one. */
  readonly choices: readonly string[];
}

/**
 * The choice that a reply puts to its reader: the dialog's question, the entries offered, whether to erase. Null where it asks
 * nothing, or nothing that has choices; what it merely suggests to go on with is no choice.
 */
export function offerOf(reply: Reply, frame: Frame): Offer | null {
  const asks = asked(reply, frame);
  const choices = reply.suggestions.map(({ says }) => says);
  return asks === null || choices.length === 0 ? null : { asks, choices };
}

function asked(reply: Reply, frame: Frame): string | null {
  if (reply.kind === 'clarify') return WORDING.clarify;
  if (reply.kind === 'cancel' && reply.what === 'erase') return textOf(partBlocks(reply, frame));
  if (reply.pending) return questionWords(reply.pending, reply.facts);
  if (reply.kind !== 'identify' || reply.step === 'known') return null;
  return questionWords({ fact: 'nmc', attempt: 1, choices: [], because: { kind: 'unknown' } }, reply.facts);
}
