import { foldHeading } from '../../knowledge/fleet-schema.js';

/** Whether a cell is one of some words: case, accents and blanks do not matter. A word without letters and figures stands as it is. */
export function wordSet(words: readonly string[]): (cell: string) => boolean {
  const known = new Set(words.map(folded));
  return (cell) => cell.length < 60 && known.has(folded(cell));
}

const folded = (text: string): string => foldHeading(text) || text.replace(/\s+/g, '');
