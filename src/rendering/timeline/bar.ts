import type { Stretch, Timeline } from '../../domain/timeline.js';
import type { Covered } from '../../domain/verdict.js';
import { middleOf } from './marker.js';
import type { Paint } from './palette.js';
import type { Scale } from './scale.js';
import { type Box, boxPath, type Drawn, hatchPath, type Shape } from './shapes.js';
import { textWidth } from './text-width.js';
import { TIMELINE_WORDING as WORDS } from './wording.js';

interface Look {
  readonly fill: Paint;
  readonly edge: Paint;
  readonly text: Paint;
  /** Told apart by more than colour: slanting one way, the other, or upright; null: plain. */
  readonly hatch: { readonly slant: 'up' | 'down' | 'upright'; readonly step: number } | null;
  readonly dash?: string;
}

const LOOKS: Readonly<Record<Exclude<Covered, 'not-yet'>, Look>> = {
  yes: { fill: 'yes', edge: 'yes', text: 'onYes', hatch: null },
  no: { fill: 'noGround', edge: 'no', text: 'no', hatch: { slant: 'up', step: 9 } },
  'at-visit': { fill: 'visitGround', edge: 'visit', text: 'visit', hatch: { slant: 'upright', step: 9 } },
  unknown: { fill: 'openGround', edge: 'open', text: 'open', hatch: { slant: 'down', step: 6 }, dash: '4 3' },
};

/** Narrower than this a stretch could be overlooked, in pixels. */
const LEAST_WIDTH = 4;
const LABEL_SIZE = 13;

/** A box in the look of a standing, as in the bar and in the legend. Not commissioned yet is a mere line. */
export function lookBox(covered: Covered, box: Box, point: { left?: boolean; right?: boolean } = {}): readonly Shape[] {
  if (covered === 'not-yet') {
    const y = box.y + box.height / 2;
    const d = `M${box.x.toFixed(2)} ${y.toFixed(2)}H${(box.x + box.width).toFixed(2)}`;
    return [{ kind: 'path', d, stroke: 'soft', strokeWidth: 1.5, dash: '2 4' }];
  }
  const look = LOOKS[covered];
  const inset = look.hatch ? 0.6 : 0;
  const inner = {
    x: box.x + inset,
    y: box.y + inset,
    width: Math.max(box.width - 2 * inset, 1),
    height: box.height - 2 * inset,
  };
  const d = boxPath(inner, 4, point);
  if (look.hatch === null) return [{ kind: 'path', d, fill: look.fill }];
  const tips = { left: point.left ? box.height / 3 : 2, right: point.right ? box.height / 3 : 2 };
  const hatched = {
    x: box.x + tips.left,
    y: box.y + 2,
    width: box.width - tips.left - tips.right,
    height: box.height - 4,
  };
  const lines = hatched.width > 3 ? hatchPath(hatched, look.hatch.step, look.hatch.slant) : '';
  return [
    { kind: 'path', d, fill: look.fill },
    ...(lines === '' ? [] : [{ kind: 'path', d: lines, stroke: look.edge, strokeWidth: 0.9 } as const]),
    {
      kind: 'path',
      d,
      stroke: look.edge,
      strokeWidth: 1.2,
      ...(look.dash !== undefined && box.width > 14 ? { dash: look.dash } : {}),
    },
  ];
}

/** The bar of cover, and what stands in it without its word beside it, which the legend must tell. */
export function drawBar(
  timeline: Timeline,
  scale: Scale,
  height: number,
): Drawn & { readonly unlabelled: readonly Covered[] } {
  const { stretches } = timeline;
  const labelled = new Set<Covered>();
  const pieces = stretches.map((stretch, i) => {
    const ends = { left: i === 0 && stretch.covered !== 'not-yet', right: i === stretches.length - 1 };
    const box = boxOf(stretch, scale, height);
    const label = labelIn(stretch, box, ends, middleOf(timeline, scale));
    if (label.length > 0) labelled.add(stretch.covered);
    const [outline, ...rest] = lookBox(stretch.covered, box, ends);
    const marked = outline?.kind === 'path' ? [{ ...outline, stretch }] : [];
    return { width: box.width, shapes: [...marked, ...rest, ...label] };
  });
  // The narrowest come last, so that a wide neighbour does not hide them.
  const shapes = [...pieces].sort((a, b) => b.width - a.width).flatMap((piece) => piece.shapes);
  const kinds = [...new Set(stretches.map((s) => s.covered))];
  return { shapes, height, unlabelled: kinds.filter((kind) => !labelled.has(kind)) };
}

function boxOf({ from, to }: Stretch, scale: Scale, height: number): Box {
  const [begin, end] = [scale.begin(from), scale.end(to)];
  const gap = end - begin > 12 ? 1 : 0;
  const width = end - begin - gap;
  if (width >= LEAST_WIDTH) return { x: begin + gap / 2, y: 0, width, height };
  const x = Math.min(Math.max((begin + end - LEAST_WIDTH) / 2, scale.left), scale.right - LEAST_WIDTH);
  return { x, y: 0, width: LEAST_WIDTH, height };
}

/** The word of a stretch in its box, beside the line of the day asked about; nothing where there is no room for it. */
function labelIn(
  { covered }: Stretch,
  box: Box,
  ends: { left: boolean; right: boolean },
  marker: number,
): readonly Shape[] {
  if (covered === 'not-yet') return [];
  const text = WORDS.covered[covered];
  const width = textWidth(text, LABEL_SIZE, true);
  const from = box.x + (ends.left ? box.height / 3 : 0);
  const to = box.x + box.width - (ends.right ? box.height / 3 : 0);
  const room = roomBeside(from, to, marker);
  if (width + 16 > room.to - room.from) return [];
  const { fill, text: paint, hatch } = LOOKS[covered];
  const x = (room.from + room.to) / 2;
  const behind = { x: x - width / 2 - 4, y: box.y + 1.5, width: width + 8, height: box.height - 3 };
  return [
    ...(hatch ? [{ kind: 'path', d: boxPath(behind, 3), fill } as const] : []),
    {
      kind: 'text',
      x,
      y: box.y + box.height / 2 + LABEL_SIZE * 0.36,
      anchor: 'middle',
      size: LABEL_SIZE,
      fill: paint,
      runs: [{ text, bold: true }],
    },
  ];
}

/** The larger part of a box on one side of the line; the whole box where the line passes elsewhere. */
function roomBeside(from: number, to: number, line: number): { readonly from: number; readonly to: number } {
  if (line < from || line > to) return { from, to };
  return line - from > to - line ? { from, to: line - 4 } : { from: line + 4, to };
}
