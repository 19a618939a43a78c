import type { Facts } from '../../domain/facts.js';
import type { TimelinePicture } from '../../domain/picture.js';
import type { Timeline } from '../../domain/timeline.js';
import { FROM_PAGE } from './palette.js';
import { timelineSentences, timelineTitle } from './sentences.js';
import { timelineSvg } from './svg.js';

/** Widths of the two drawings of which a page shows the one that fits, in pixels. */
const NARROW = 244;
const WIDE = 520;

/** A timeline for a page: drawn for a narrow and for a wide place in the page's own colours, with the sentences that say the same. */
export function timelinePicture(facts: Facts, timeline: Timeline): TimelinePicture {
  const title = timelineTitle(facts);
  const sentences = timelineSentences(timeline);
  const draw = (width: number) => timelineSvg(timeline, title, sentences, { width, palette: FROM_PAGE });
  return { title, sentences, narrow: draw(NARROW), wide: draw(WIDE) };
}
