import type { TicketSpan } from '../domain/ticket.js';

/** Finds where in a field of a ticket some words stand that were read out of it. */
export interface Locator {
  /** The stretch that says these words, whatever signs, breaks and tags part them; the first from offset `from` on, else the first. Null where it says nothing like them. */
  readonly find: (said: string, from?: number) => TicketSpan | null;
}

/** Shorter than this, in letters and figures, words stand anywhere. */
const SHORTEST = 2;
const SIGN = /<\/?[a-z][^<>]{0,300}>|[\p{L}\p{N}]/giu;

/** Letters and figures of a text, small and composed, each with its offset. Linear in the length of the text. */
function folded(text: string): { readonly letters: string; readonly at: readonly number[] } {
  const at: number[] = [];
  const letters: string[] = [];
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    if (sign.startsWith('<')) continue;
    const plain = sign.normalize('NFKC').toLowerCase();
    // One sign can become several ('ﬁ'), which all stand where it does.
    for (let i = 0; i < plain.length; i++) at.push(index);
    letters.push(plain);
  }
  return { letters: letters.join(''), at };
}

/** A locator of one field. Make it once a ticket. */
export function locatorOf(field: TicketSpan['field'], text: string): Locator {
  const source = folded(text);
  const spanOf = (start: number, length: number): TicketSpan | null => {
    const from = source.at[start];
    const last = source.at[start + length - 1];
    if (from === undefined || last === undefined) return null;
    let end = last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
    // What closes the words belongs to them.
    while (end < text.length && /[\p{M}?!.)]/u.test(text.charAt(end))) end++;
    return { field, start: from, end: Math.min(end, text.length), text: text.slice(from, end) };
  };
  return {
    find: (said, from = 0) => {
      const { letters } = folded(said);
      if (letters.length < SHORTEST) return null;
      const after = source.at.findIndex((offset) => offset >= from);
      const found = after < 0 ? -1 : source.letters.indexOf(letters, after);
      const start = found >= 0 ? found : source.letters.indexOf(letters);
      return start < 0 ? null : spanOf(start, letters.length);
    },
  };
}
