/** What is read of one text; more adds nothing to what is asked and would only cost time. */
const MAX_CHARACTERS = 2_000;

/**
 * The words of a text, folded: lower case, without accents and apostrophes, in the text's order.
 * Digits count as letters, everything else parts words, so that a text of signs alone has none.
 */
export function foldedWords(text: string): readonly string[] {
  const folded = text
    .slice(0, MAX_CHARACTERS)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '');
  return folded.match(/[a-z0-9]+/g) ?? [];
}
