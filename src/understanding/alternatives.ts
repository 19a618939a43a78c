/**
 * The source of a pattern for any of several: one a line, as in a pattern's own notation, without the spaces around it; a line that begins
 * with '#' says what those below it are.
 */
export const alternatives = ({ raw }: TemplateStringsArray, ...parts: readonly string[]): string =>
  raw
    .map((text, i) => `${text}${parts[i] ?? ''}`)
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .join('|');
