import { el } from '../widget/dom.js';
import type { Stretch } from './stretches.js';

/** The text with what rests on it marked, and after each marked stretch the numbers of the asks, as in the list of them. */
export function markedText(stretches: readonly Stretch[]): readonly (Node | string)[] {
  return stretches.flatMap(({ text, asks, isReason }, i): readonly (Node | string)[] => {
    if (asks.length === 0) return isReason ? [el('mark', { class: 'reason' }, text)] : [text];
    const isLast = stretches[i + 1]?.asks.join() !== asks.join();
    const number = el('sup', {}, asks.map((at) => at + 1).join(', '));
    return [el('mark', isReason ? { class: 'ask reason' } : { class: 'ask' }, text), ...(isLast ? [number] : [])];
  });
}
