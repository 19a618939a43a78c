import type { Day } from '../../../domain/day.js';
import type { Facts } from '../../../domain/facts.js';
import { decide } from '../../../entitlement/decide.js';
import { timelineOf } from '../../../entitlement/timeline.js';
import type { Rules } from '../../../knowledge/rules.js';
import { html, type Markup, trusted } from '../../../rendering/markup.js';
import { FROM_PAGE } from '../../../rendering/timeline/palette.js';
import { timelineSentences, timelineTitle } from '../../../rendering/timeline/sentences.js';
import { timelineSvg } from '../../../rendering/timeline/svg.js';

/** In pixels: what a column of the table holds on a wide page, and a phone's whole width. */
const WIDTH = 300;

/** Draws a device's cover over time, to be opened; null where there is nothing to draw. Takes some 2 ms and 6 KB a device. */
export type DevicePicture = (facts: Facts) => Markup | null;

export const devicePictures =
  (asOf: Day, rules: Rules): DevicePicture =>
  (facts) => {
    const timeline = timelineOf(facts, decide(facts, asOf, rules), rules);
    if (timeline === null) return null;
    const svg = timelineSvg(timeline, timelineTitle(facts), timelineSentences(timeline), {
      width: WIDTH,
      palette: FROM_PAGE,
    });
    return html`<details class="time"><summary>Over time</summary>${trusted(svg)}</details>`;
  };
