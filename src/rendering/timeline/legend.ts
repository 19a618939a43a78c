import type { Covered } from '../../domain/verdict.js';
import { lookBox } from './bar.js';
import type { Scale } from './scale.js';
import type { Drawn, Shape } from './shapes.js';
import { textWidth } from './text-width.js';
import { TIMELINE_WORDING as WORDS } from './wording.js';

const SIZE = 12;
const SWATCH = { width: 24, height: 14 };
const ROW = 22;

/** The words of those looks that have none beside them in the bar, in rows as wide as the picture. */
export function drawLegend(kinds: readonly Covered[], scale: Scale): Drawn {
  const shapes: Shape[] = [];
  let [x, y] = [scale.left, 0];
  for (const kind of kinds) {
    const text = WORDS.covered[kind];
    const width = SWATCH.width + 7 + textWidth(text, SIZE);
    if (x > scale.left && x + width > scale.right) [x, y] = [scale.left, y + ROW];
    shapes.push(...lookBox(kind, { x, y: y + 2, ...SWATCH }), {
      kind: 'text',
      x: x + SWATCH.width + 7,
      y: y + 13,
      anchor: 'start',
      size: SIZE,
      fill: 'ink',
      runs: [{ text }],
    });
    x += width + 14;
  }
  return { shapes, height: kinds.length === 0 ? 0 : y + ROW };
}
