import type { Timeline } from '../../domain/timeline.js';
import { indexedPng } from './indexed-png.js';
import { LIGHT } from './palette.js';
import { FACE, timelineSvg } from './svg.js';

const FACES = ['400Regular/Figtree_400Regular.ttf', '600SemiBold/Figtree_600SemiBold.ttf'];
/** Pixels of the PNG to a pixel of the SVG: sharp enough on screens of today, small enough for a card. */
const PNG_ZOOM = 1.5;

/** As wide as a card in a chat column, in pixels before the zoom. */
const WIDTH = 400;
const MARGIN = 12;
const PAINTS = Object.values(LIGHT).map((colour) => Number.parseInt(colour.slice(1), 16));

/**
 * A timeline as a PNG on a light ground, for channels that cannot show an SVG and tell nothing of the reader's colours. It is drawn
 * without a browser and in a face that is brought along: the same on every machine of a kind, whatever fonts it has. It holds
 * dates and the plan, nothing else. The first call loads the renderer. Rejects where the renderer cannot be loaded.
 */
export async function timelinePng(timeline: Timeline): Promise<Buffer> {
  // Loaded on first use, so that a start does not wait for it.
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(timelineSvg(timeline, '', [], { width: WIDTH, palette: LIGHT, margin: MARGIN }), {
    fitTo: { mode: 'zoom', value: PNG_ZOOM },
    font: {
      fontFiles: FACES.map((face) => require.resolve(`@expo-google-fonts/figtree/${face}`)),
      loadSystemFonts: false,
      defaultFontFamily: FACE,
    },
  });
  return indexedPng({ width: image.width, height: image.height, rgba: image.pixels }, PAINTS);
}
