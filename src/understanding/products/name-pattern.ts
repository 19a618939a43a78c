import { literal } from '../literal.js';

/** Letters and digits that may stand apart, together, or with hyphens and slashes between them in a name. */
const SEPARATOR = '[\\s\\-_/.]*';
const NUMBER_WORDS: Readonly<Record<string, string>> = {
  '1': '(?:1|one)',
  '2nd': '(?:2nd|second)',
  '3': '(?:3|three)',
};
const PHASE = 'ph(?:ase|\\.)?';

/**
 * A pattern's source for a name however it is spaced and hyphenated, with an optional plural. Linear: it
 * has no nested repetition. 'Easy UPS 3-Phase Modular' also finds 'easy ups three phase modular'.
 */
export function namePattern(name: string): string {
  const parts = partsOf(name);
  const source = parts.map((part, i) => {
    const next = parts[i + 1]?.toLowerCase();
    if (part.toLowerCase() === 'phase') return PHASE;
    if (next === 'phase' && NUMBER_WORDS[part]) return NUMBER_WORDS[part];
    return NUMBER_WORDS[part.toLowerCase()] && part.length > 1 ? NUMBER_WORDS[part.toLowerCase()] : literal(part);
  });
  const plural = /(?:[sc]h|ss|x)$/.test(name) ? '(?:es)?' : /[a-z]$/i.test(name) ? "(?:'?s)?" : '';
  return `(?<![\\p{L}\\p{N}])${source.join(SEPARATOR)}${plural}(?![\\p{L}\\p{N}])`;
}

/**
 * Parts of a name that stand in it as they are, in small letters: where one is missing from a text, so is the name, and the
 * slower pattern need not run. Phases and numbers that may be written as words are left out, and single signs where there are others.
 */
export function nameHints(name: string): readonly string[] {
  const parts = partsOf(name).map((part) => part.toLowerCase());
  const fixed = parts.filter(
    (part, i) => part !== 'phase' && !(NUMBER_WORDS[part] && (part.length > 1 || parts[i + 1] === 'phase')),
  );
  const long = fixed.filter((part) => part.length > 1);
  return long.length > 0 ? long : fixed;
}

/** A pattern's source for an order number that begins so and goes on with at least two digits somewhere. */
export const orderNumberPattern = (prefix: string): string =>
  `(?<![\\p{L}\\p{N}])${literal(prefix)}(?=[A-Z]{0,4}\\d)[A-Z0-9-]{2,20}(?![\\p{L}\\p{N}])`;

const partsOf = (name: string): readonly string[] =>
  name
    .replace(/([A-Za-z])(\d)/g, '$1 $2')
    .split(/[\s\-_/.]+/)
    .filter((part) => part !== '');
