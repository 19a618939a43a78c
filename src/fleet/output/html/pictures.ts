import type { Covered } from '../../../domain/verdict.js';
import { html, type Markup } from '../../../rendering/markup.js';
import { COVERED, type Summary } from '../../summary.js';
import { COVERED_WORDS, figure, percent } from '../words.js';

/** Devices by whether they are covered: one bar, and its parts in words beneath. */
export function coveredPicture({ covered, devices }: Summary): Markup {
  let at = 0;
  const parts = COVERED.map((name) => {
    const width = devices === 0 ? 0 : (1000 * covered[name]) / devices;
    const part =
      width === 0
        ? null
        : html`<rect class="${name}" x="${rounded(at)}" y="0" width="${rounded(Math.max(2, at + width > 999 ? width : width - 3))}" height="20"/>`;
    at += width;
    return part;
  });
  const told = COVERED.map((name) => `${COVERED_WORDS[name]}: ${figure(covered[name])}`).join(', ');
  return html`<svg class="stack" viewBox="0 0 1000 20" preserveAspectRatio="none" role="img" aria-label="${told}"><rect class="rest" width="1000" height="20"/>${parts}</svg>
<ul class="legend">${COVERED.map(
    (
      name,
    ) => html`<li><span class="key ${name}"></span><span class="name">${COVERED_WORDS[name]}</span><span class="count">${figure(covered[name])} <span class="part">${percent(covered[name], devices)}</span></span></li>
`,
  )}</ul>`;
}

const PLOT = { width: 480, height: 200, top: 22, bottom: 158, column: 24 } as const;
const MONTH_NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Cover that ends, month by month. */
export function monthsPicture({ endsByMonth }: Summary): Markup {
  const { width, height, top, bottom, column } = PLOT;
  const most = Math.max(1, ...endsByMonth.map((m) => m.count));
  const step = width / endsByMonth.length;
  const columns = endsByMonth.map(({ month, count }, i) => {
    const x = rounded(step * (i + 0.5));
    const tall = rounded(Math.max(count > 0 ? 2 : 0, ((bottom - top) * count) / most));
    const name = MONTH_NAMES[Number(month.slice(5)) - 1] ?? '';
    const year = i === 0 || name === 'Jan' ? html`<text x="${x}" y="${bottom + 35}">${month.slice(0, 4)}</text>` : null;
    return html`<rect class="accent" x="${rounded(x - column / 2)}" y="${bottom - tall}" width="${column}" height="${tall}" rx="3"/>
${count === 0 ? null : html`<text class="n" x="${x}" y="${bottom - tall - 6}">${short(count)}</text>`}<text x="${x}" y="${bottom + 17}">${name}</text>${year}`;
  });
  const told = endsByMonth.map(({ month, count }) => `${month}: ${figure(count)}`).join(', ');
  return html`<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-label="Cover that ends, by month. ${told}">
<line x1="0" x2="${width}" y1="${bottom}" y2="${bottom}"/>${columns}</svg>`;
}

/** Counts as bars under their names. */
export function barList(
  counts: readonly { readonly name: string; readonly count: number; readonly colour: Covered | 'accent' }[],
  of: number,
): Markup {
  const most = Math.max(1, ...counts.map((c) => c.count));
  return html`<ul class="bars">${counts.map(
    ({
      name,
      count,
      colour,
    }) => html`<li><span>${name}</span><span class="count">${figure(count)} <span class="part">${percent(count, of)}</span></span>
<svg class="bar" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="1000" height="8"/><rect class="${colour}" width="${rounded((1000 * count) / most)}" height="8"/></svg></li>
`,
  )}</ul>`;
}

const rounded = (n: number): number => Math.round(n * 10) / 10;

/** 12,345 → '12k': above a column there is little room. */
const short = (n: number): string => (n < 10_000 ? String(n) : `${Math.round(n / 1000)}k`);
