import { html, type Markup } from '../../rendering/markup.js';
import { FIGURE_NAMES, type Figures } from '../figures.js';
import type { Share } from '../share.js';
import { countOf, FIGURE_WORDS, interval, percent } from '../words.js';

/** The headline figures, each with its interval as words and as a small picture. */
export const figureList = (figures: Figures): Markup =>
  html`<ul class="figures">${FIGURE_NAMES.map((name) => {
    const { name: words, explains } = FIGURE_WORDS[name];
    const share = figures[name];
    return html`<li><h3>${words}</h3><p class="share">${percent(share.share)}</p>
<p class="count">${share.of === 0 ? 'none in this file' : html`${countOf(share)}; ${interval(share)}`}</p>
${intervalBar(share)}<p class="explains">${explains}</p></li>
`;
  })}</ul>`;

/** From 0 to 1: the interval as a band, the share as a mark. Says nothing that is not written beside it. */
function intervalBar({ share, low, high }: Share): Markup {
  const marks =
    share === null || low === null || high === null
      ? null
      : html`<rect class="band" x="${low * 100}" y="1" width="${(high - low) * 100}" height="4"/>
<rect class="mark" x="${Math.min(99, Math.max(0, share * 100 - 0.5))}" y="0" width="1" height="6"/>`;
  return html`<svg class="interval" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
<rect class="track" x="0" y="2" width="100" height="2"/>${marks}</svg>`;
}
