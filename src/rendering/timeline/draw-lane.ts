import type { DayRange } from '../../domain/partial-date.js';
import type { Lane } from './lanes.js';
import type { Scale } from './scale.js';
import { type Box, boxPath, type Drawn, hatchPath, n, type Run, type Shape } from './shapes.js';
import { runsWidth, textWidth } from './text-width.js';

const LINE = 6;
const MARK = 5;
export const LABEL_SIZE = 13;
export const LEADING = 17;
/** From the line's middle to the first baseline. */
const DROP = 21;
const ARROW = 9;

/** A lane with its label under it: one line of text where there is room, else its name and below it the dates. */
export function drawLane(lane: Lane, scale: Scale): Drawn {
  const y = MARK + 1;
  const hatched = lane.hatched.map((range) => boxOf(range, scale, y, LINE + 4));
  const solid = lane.solid && solidBox(lane.solid, lane.runsOn, scale, y);
  const starts = [...hatched.map((b) => b.x), ...(solid ? [solid.x] : [])];
  const from = lane.dottedTo ? scale.left : Math.min(...starts, ...lane.marks.map((m) => scale.begin(m.from)));
  const lines = linesOf(lane, scale.right - scale.left);
  return {
    height: y + DROP + (lines.length - 1) * LEADING + 8,
    shapes: [
      ...(lane.dottedTo ? dotted(scale.begin(lane.dottedTo), lane, scale, y) : []),
      ...(solid ? [{ kind: 'path', d: boxPath(solid, 3), fill: lane.paint } as const] : []),
      ...(solid && lane.runsOn ? [arrow(scale.right, y, lane)] : []),
      ...hatched.flatMap((box) => uncertain(box, lane)),
      ...lane.marks.map((range) => mark(scale.begin(range.from), y, lane)),
      ...labelAt(lines, from, y + DROP, scale),
    ],
  };
}

function boxOf(range: DayRange, scale: Scale, middle: number, height: number): Box {
  const [begin, end] = [scale.begin(range.from), scale.end(range.to)];
  const width = Math.max(end - begin, 5);
  return { x: Math.min(begin, scale.right - width), y: middle - height / 2, width, height };
}

function solidBox(range: DayRange, runsOn: boolean, scale: Scale, middle: number): Box {
  const box = boxOf(range, scale, middle, LINE);
  return runsOn ? { ...box, width: Math.max(scale.right - ARROW - box.x + 1, 1) } : box;
}

function uncertain(box: Box, { paint }: Lane): readonly Shape[] {
  const inner = { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 };
  return [
    { kind: 'path', d: boxPath(box, 2), fill: 'ground', stroke: paint, strokeWidth: 1.2 },
    { kind: 'path', d: hatchPath(inner, 4, 'down'), stroke: paint, strokeWidth: 0.9 },
  ];
}

/** A line of dots from the left edge: since when is not known. */
function dotted(to: number, { paint, solid }: Lane, scale: Scale, y: number): readonly Shape[] {
  const end = Math.max(to, scale.left + 8);
  const stop = solid === null ? `M${n(end)} ${n(y - MARK)}V${n(y + MARK)}` : '';
  return [
    { kind: 'path', d: `M${n(scale.left)} ${n(y)}H${n(end)}`, stroke: paint, strokeWidth: 2.4, dash: '2.4 4' },
    ...(stop === '' ? [] : [{ kind: 'path', d: stop, stroke: paint, strokeWidth: 2.4 } as const]),
  ];
}

const arrow = (x: number, y: number, { paint }: Lane): Shape => ({
  kind: 'path',
  d: `M${n(x - ARROW)} ${n(y - MARK - 1)}L${n(x)} ${n(y)}L${n(x - ARROW)} ${n(y + MARK + 1)}Z`,
  fill: paint,
});

const mark = (x: number, y: number, { paint }: Lane): Shape => ({
  kind: 'path',
  d: `M${n(x - MARK)} ${n(y)}a${MARK} ${MARK} 0 1 0 ${2 * MARK} 0a${MARK} ${MARK} 0 1 0 ${-2 * MARK} 0Z`,
  fill: 'ground',
  stroke: paint,
  strokeWidth: 2.2,
});

function linesOf({ name, dates }: Lane, most: number): readonly (readonly Run[])[] {
  const whole = [...name, { text: `${name.length > 1 ? ', ' : ' '}${dates}` }];
  if (runsWidth(whole, LABEL_SIZE) <= most) return [whole];
  const names = runsWidth(name, LABEL_SIZE) <= most ? [name] : name.flatMap((run) => wrapped(run, most));
  return [...names, ...wrapped({ text: dates }, most)];
}

/** A text broken at blanks into lines of at most that width. */
function wrapped({ text, bold = false }: Run, most: number): readonly (readonly Run[])[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, LABEL_SIZE, bold) > most) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((piece) => [{ text: piece, bold }]);
}

/** Under the lane's beginning, moved to the left as far as it must be to stay within the picture. */
function labelAt(lines: readonly (readonly Run[])[], from: number, y: number, scale: Scale): readonly Shape[] {
  const width = Math.max(...lines.map((line) => runsWidth(line, LABEL_SIZE)));
  const x = Math.max(scale.left, Math.min(from, scale.right - width));
  return lines.map((runs, i) => ({
    kind: 'text',
    x,
    y: y + i * LEADING,
    anchor: 'start',
    size: LABEL_SIZE,
    fill: 'ink',
    runs,
  }));
}
