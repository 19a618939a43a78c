import { html, type Markup } from '../../rendering/markup.js';

/** The frame of a picture: its plot area in units of the drawing, which scales with the page. */
export const FRAME = { width: 440, height: 330, left: 54, right: 416, top: 38, bottom: 262 } as const;

/** A place on an axis, 0 to 1, in units of the drawing. */
export const across = (share: number): number => rounded(FRAME.left + share * (FRAME.right - FRAME.left));
export const up = (share: number): number => rounded(FRAME.bottom - share * (FRAME.bottom - FRAME.top));

const rounded = (n: number): number => Math.round(n * 100) / 100;

/** A tick at a place on its axis (0 to 1), and what is written beside it. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface PlotParts {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly xName: string;
  readonly yName: string;
  readonly content: readonly Markup[];
}

/** A picture with its axes, as SVG within a page. */
export function plot({ id, title, description, xTicks, yTicks, xName, yName, content }: PlotParts): Markup {
  const { width, height, left, right, bottom } = FRAME;
  return html`<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>
<g class="grid">${yTicks.map((t) => html`<line x1="${left}" x2="${right}" y1="${up(t.at)}" y2="${up(t.at)}"/>`)}</g>
<g class="ticks end">${yTicks.map((t) => html`<text x="${left - 8}" y="${up(t.at) + 4}">${t.label}</text>`)}</g>
<g class="ticks middle">${xTicks.map((t) => html`<text x="${across(t.at)}" y="${bottom + 18}">${t.label}</text>`)}</g>
${content}
<line class="axis" x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}"/>
<g class="names"><text x="2" y="16">${yName}</text>
<text class="middle" x="${(left + right) / 2}" y="${height - 8}">${xName}</text></g>
</svg>`;
}
