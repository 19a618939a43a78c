/** A pattern for any of the given words, as whole words, in small letters or capitals. Each is the source of a pattern. */
export const anyOf = (...words: readonly string[]): RegExp => new RegExp(`\\b(?:${words.join('|')})\\b`, 'i');
