import type { Run } from './shapes.js';

/** Widths of signs as shares of the size, rounded up to classes; measured on Figtree SemiBold, the face that pictures are drawn in. */
const CLASSES: readonly (readonly [signs: string, width: number])[] = [
  ["'.,:;|`!lijI ", 0.31],
  ['[]()r"ft{}-/\\1', 0.41],
  ['_sz*k?xacvLJ', 0.55],
  ['mMwW@%', 0.97],
  ['ACDGHNOQUVXRZK&', 0.78],
];
const OTHER = 0.64;
/** A page draws in the reader's own face, which may be broader. */
const BROADER = 1.06;

const WIDTHS = new Map(CLASSES.flatMap(([signs, width]) => [...signs].map((sign) => [sign, width] as const)));

const BOLD = 1.1;

/** How wide a text is at the most, in pixels, for a size in pixels. An estimate that leans to too much. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const sign of text) width += WIDTHS.get(sign) ?? OTHER;
  return width * size * BROADER * (bold ? BOLD : 1);
}

/** The same for pieces of text behind one another. */
export const runsWidth = (runs: readonly Run[], size: number): number =>
  runs.reduce((sum, { text, bold }) => sum + textWidth(text, size, bold), 0);
