import type { PartialDate } from '../../domain/partial-date.js';
import type { Timeline } from '../../domain/timeline.js';
import { dateWords } from '../date-words.js';
import { LABEL_SIZE, LEADING } from './draw-lane.js';
import type { Scale } from './scale.js';
import { type Drawn, n, type Run, type Shape } from './shapes.js';
import { runsWidth } from './text-width.js';
import { TIMELINE_WORDING as WORDS } from './wording.js';

/** Above the bar: the day asked about and how it stands on it; the standing below the day where both do not fit in a line. */
export function drawMarkerLabel(timeline: Timeline, scale: Scale): Drawn {
  const day: Run = { text: WORDS.asOf(dateWords(timeline.asOf as string as PartialDate)) };
  const standing: Run = { text: WORDS.standing[timeline.covered], bold: true };
  const whole = [{ text: `${day.text} ` }, standing];
  const lines = runsWidth(whole, LABEL_SIZE) <= scale.right - scale.left ? [whole] : [[day], [standing]];
  const width = Math.max(...lines.map((line) => runsWidth(line, LABEL_SIZE)));
  const at = middleOf(timeline, scale);
  // Against an edge it is set from that edge, since how wide a text turns out is not known exactly.
  const anchor = at - width / 2 < scale.left ? 'start' : at + width / 2 > scale.right ? 'end' : 'middle';
  const x = anchor === 'start' ? scale.left : anchor === 'end' ? scale.right : at;
  return {
    height: 20 + (lines.length - 1) * LEADING,
    shapes: lines.map((runs, i) => ({
      kind: 'text',
      x,
      y: 13 + i * LEADING,
      anchor,
      size: LABEL_SIZE,
      fill: 'ink',
      runs,
    })),
  };
}

/** The line through the bar, with an arrow head on top; `height` of the bar. Bright at its sides, so that it stands out on any look. */
export function drawMarker(timeline: Timeline, scale: Scale, height: number): readonly Shape[] {
  const x = middleOf(timeline, scale);
  const line = `M${n(x)} -2V${n(height + 3)}`;
  return [
    { kind: 'path', d: line, stroke: 'ground', strokeWidth: 5 },
    { kind: 'path', d: line, stroke: 'ink', strokeWidth: 2 },
    { kind: 'path', d: `M${n(x - 6)} -8H${n(x + 6)}L${n(x)} 1Z`, fill: 'ink', stroke: 'ground', strokeWidth: 1 },
  ];
}

/** Where the day asked about lies. */
export const middleOf = ({ asOf }: Timeline, scale: Scale) => (scale.begin(asOf) + scale.end(asOf)) / 2;
