/**
 * Plain text as Markdown that Teams shows as just that text. Teams runs the lines of a plain message together, and shows citations in
 * Markdown alone, so lines end in a hard break and whatever Markdown would read is escaped. Marks of sources such as [1] stay as they
 * are.
 */
export const teamsMarkdown = (text: string): string =>
  text
    .split('\n\n')
    .map((paragraph) => paragraph.split('\n').map(line).join('  \n'))
    .join('\n\n');

/** Signs that mean something anywhere in a line; an ampersand only where it would begin a named sign. */
const ANYWHERE = /[\\`*_~<>|]|\[(?!\d+\])|(?<!\[\d+)\]|&(?=#?\w+;)/g;
/** Signs that mean something where a line begins: a heading, an item, a number, a rule. */
const AT_START = /^(\s*)([#+=-]|\d+(?=[.)]))/;

const line = (text: string): string =>
  text
    .replace(ANYWHERE, (sign) => (sign === '&' ? '&amp;' : `\\${sign}`))
    .replace(AT_START, (_all, before: string, sign: string) =>
      /\d/.test(sign) ? `${before}${sign}\\` : `${before}\\${sign}`,
    );
