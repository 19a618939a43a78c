import { Resvg } from '@resvg/resvg-js';

/** The network card of the support page's icon, drawn on a grid of 32 by 32. */
export const MOTIF =
  'M7 10h18v11H7zM11.500 21v4M16 21v4M20.500 21v4M11 14.500h4v2.500h-4zM20 14.500h1.500M20 17.500h1.500';
export const ACCENT = '#0b5c63';

const strokes = (colour: string) =>
  `<path d="${MOTIF}" fill="none" stroke="${colour}" stroke-width="1.800" stroke-linecap="round" stroke-linejoin="round"/>`;

/** A full square, since Teams cuts the corners itself; the card within the middle 96 pixels, which no shape of avatar cuts. */
const COLOUR = `<svg xmlns="http://www.w3.org/2000/svg" width="192" height="192"><rect width="192" height="192" fill="${ACCENT}"/><g transform="translate(19.200 12) scale(4.800)">${strokes('#fff')}</g></svg>`;

/** White on nothing, as Teams demands. */
const OUTLINE = `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><g transform="translate(0 -1.500)">${strokes('#fff')}</g></svg>`;

export interface Icons {
  /** PNG, 192 by 192, opaque. */
  readonly colour: Uint8Array;
  /** PNG, 32 by 32, white on transparent. */
  readonly outline: Uint8Array;
}

const png = (svg: string) => new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();

/** The app's two icons; the same bytes each time. */
export const drawIcons = (): Icons => ({ colour: png(COLOUR), outline: png(OUTLINE) });
