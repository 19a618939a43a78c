import { type Block, paragraph } from './blocks.js';
import { WORDING } from './wording.js';

/** The how-many-th of some words, from 1; after the last, the last two by turns, so that none comes twice in a row. */
export function inTurn<T>(words: readonly [T, T, ...T[]], attempt: number): T {
  const most = words.length;
  const at = attempt <= most ? attempt : most - ((attempt - most) % 2);
  return words[at - 1] ?? words[0];
}

/**
 * What is said to a message that was not understood, where the one before it was not either: what can be done here instead, or, from
 * the third on, who can help. `free`: no question of the dialog follows.
 */
export function missBlocks(
  why: Exclude<keyof typeof WORDING.second, 'waysOn'>,
  attempt: number,
  free: boolean,
  contact: string,
): readonly Block[] {
  if (attempt > 2) return [paragraph(inTurn(WORDING.further, attempt - 2)(contact))];
  return [paragraph(WORDING.second[why], free ? WORDING.second.waysOn : '')];
}
