import type { Timeline } from '../../domain/timeline.js';
import { drawAxis } from './axis.js';
import { drawBar } from './bar.js';
import { drawLane } from './draw-lane.js';
import { lanesOf } from './lanes.js';
import { drawLegend } from './legend.js';
import { drawMarker, drawMarkerLabel } from './marker.js';
import { scaleFor } from './scale.js';
import type { Drawn, Shape } from './shapes.js';

/** A row of shapes and how far down in the picture it begins. */
export interface Placed {
  readonly y: number;
  readonly shapes: readonly Shape[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly Placed[];
}

/** Narrower pictures have a lower bar, and labels that break where they must. */
const NARROW = 480;
/** No picture is drawn narrower, in pixels: the words would not fit. */
export const LEAST_WIDTH = 240;

/**
 * The picture for a width in pixels: the day asked about, the bar of cover, the years, then a row for each thing that is
 * known, each with its words to itself, so that no two labels can meet however close two dates are.
 */
export function layOut(timeline: Timeline, asked: number): Layout {
  const width = Math.max(asked, LEAST_WIDTH);
  const scale = scaleFor(timeline.scale, 2, width - 2);
  const bar = drawBar(timeline, scale, width < NARROW ? 30 : 34);
  const rows: Placed[] = [];
  let y = 0;
  const put = (drawn: Drawn, space: number) => {
    rows.push({ y, shapes: drawn.shapes });
    if (drawn.height > 0) y += drawn.height + space;
  };
  put(drawMarkerLabel(timeline, scale), 9);
  const barAt = y;
  put(bar, 1);
  rows.push({ y: barAt, shapes: drawMarker(timeline, scale, bar.height) });
  put(drawAxis(scale), 6);
  for (const lane of lanesOf(timeline)) put(drawLane(lane, scale), 5);
  put(drawLegend(bar.unlabelled, scale), 0);
  return { width, height: Math.ceil(y + 1), rows };
}
