/** A piece of a text: words, or an address that can be opened. */
export type Piece = { readonly text: string; readonly href: string | null };

/** Only web addresses; a full stop or bracket at the end belongs to the sentence. */
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"']*[^\s<>"'.,;:!?)\]]/gi;

/** The pieces of a text, which put together give the text again. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const [address] = match;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), href: null });
    pieces.push({ text: address, href: /^http/i.test(address) ? address : `https://${address}` });
    end = match.index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), href: null });
  return pieces;
}
