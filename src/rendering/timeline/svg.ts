import type { Timeline } from '../../domain/timeline.js';
import { layOut } from './layout.js';
import type { Palette } from './palette.js';
import { n, type Run, type Shape } from './shapes.js';

/** The face that PNGs are drawn in, then those of the systems, of about the same width. */
export const FACE = 'Figtree';
const FAMILY = `${FACE},'Segoe UI',system-ui,-apple-system,Roboto,'Helvetica Neue',Arial,sans-serif`;

export interface SvgOptions {
  /** In pixels; the layout follows it. At least 240. */
  readonly width: number;
  readonly palette: Palette;
  /** Room around the drawing, in pixels, in the ground's colour; none where it is left out, and no ground either. */
  readonly margin?: number;
}

/**
 * A timeline as an SVG of its own: well-formed XML with nothing in it that loads, runs or needs an id, so that many can stand
 * on one page and a strict content policy lets them. `title` and `sentences` are its text alternative.
 */
export function timelineSvg(
  timeline: Timeline,
  title: string,
  sentences: readonly string[],
  { width: asked, palette, margin = 0 }: SvgOptions,
): string {
  const layout = layOut(timeline, asked - 2 * margin);
  const [width, height] = [layout.width + 2 * margin, layout.height + 2 * margin];
  const ground = margin > 0 ? `<path fill="${palette.ground}" d="M0 0H${n(width)}V${n(height)}H0Z"/>` : '';
  const rows = layout.rows.map(
    ({ y, shapes }) =>
      `<g transform="translate(${margin} ${n(y + margin)})">${shapes.map((s) => element(s, palette)).join('')}</g>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}" font-family="${FAMILY}">`,
    title === '' ? '' : `<title>${escaped(title)}</title>`,
    sentences.length === 0 ? '' : `<desc>${escaped(sentences.join(' '))}</desc>`,
    ground,
    ...rows,
    '</svg>',
  ].join('');
}

function element(shape: Shape, palette: Palette): string {
  if (shape.kind === 'text') {
    const runs = shape.runs.map(run).join('');
    const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`;
    return `<text x="${n(shape.x)}" y="${n(shape.y)}"${anchor} font-size="${shape.size}" fill="${palette[shape.fill]}">${runs}</text>`;
  }
  const { d, fill, stroke, strokeWidth = 1, dash, stretch } = shape;
  const days = stretch ? ` data-from="${stretch.from}" data-to="${stretch.to}" data-covered="${stretch.covered}"` : '';
  const line = stroke
    ? ` stroke="${palette[stroke]}" stroke-width="${strokeWidth}"${dash ? ` stroke-dasharray="${dash}"` : ''}`
    : '';
  return `<path d="${d}" fill="${fill ? palette[fill] : 'none'}"${line}${days}/>`;
}

const run = ({ text, bold }: Run) =>
  bold ? `<tspan font-weight="600">${escaped(text)}</tspan>` : `<tspan>${escaped(text)}</tspan>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML; signs that XML 1.0 cannot hold, such as control characters and halves of pairs, become a blank. */
export const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ' ')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
