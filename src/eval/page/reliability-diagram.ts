import { html, type Markup } from '../../rendering/markup.js';
import type { ConfidenceBin, Reliability } from '../reliability.js';
import { countOf, interval, percent } from '../words.js';
import { across, FRAME, plot, up } from './plot.js';
import { table } from './table.js';

/**
 * Confidence against share right, a column a bin, all of the same width, since nearly all replies lie in the narrow bins near 1. The shaded
 * field of a column spans the bin's confidences: a share within it is as it should be, one below says that the assistant is too sure.
 */
export function reliabilityDiagram({ bins, gap }: Reliability): Markup {
  const width = 1 / bins.length;
  const picture = plot({
    id: 'reliability',
    title: 'Confidence and share right',
    description: bins
      .filter((b) => b.n > 0)
      .map((b) => `Confidence ${span(b)}: ${percent(b.right.share)} of ${b.n} right, interval ${interval(b.right)}.`)
      .join(' '),
    xTicks: [...bins.map((b, i) => ({ at: i * width, label: String(b.from) })), { at: 1, label: '1' }],
    yTicks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: `${at * 100} %` })),
    xName: 'confidence (bins), n: replies in them',
    yName: 'share right',
    content: bins.map((bin, i) => column(bin, i * width, (i + 1) * width)),
  });
  return html`<figure><h3>Is it right as often as it is sure?</h3>${picture}
<figcaption><p><span class="key field"></span> the confidences of a bin; <span class="key mean"></span> their mean;
<span class="key dot"></span> share right with its 95 % interval. A dot below its field: too sure; above: not sure enough.</p>
<p>Mean distance of confidence and share right: <strong>${percent(gap)}</strong>. Replies that only offer entries to choose from are left out.</p></figcaption>
${figuresBelow(bins)}</figure>`;
}

const span = ({ from, to }: ConfidenceBin): string => `${from} to ${to}`;

function column({ from, to, n, meanConfidence, right }: ConfidenceBin, left: number, end: number): Markup {
  const [x1, x2] = [across(left) + 3, across(end) - 3];
  const middle = (x1 + x2) / 2;
  const field = html`<rect class="field" x="${x1}" width="${x2 - x1}" y="${up(to)}" height="${up(from) - up(to)}"/>
<text class="n" x="${middle}" y="${FRAME.bottom + 36}">${n === 0 ? '–' : `n ${n}`}</text>`;
  if (meanConfidence === null || right.share === null || right.low === null || right.high === null) return field;
  const [low, high] = [up(right.low), up(right.high)];
  return html`${field}
<line class="mean" x1="${x1}" x2="${x2}" y1="${up(meanConfidence)}" y2="${up(meanConfidence)}"/>
<path class="whisker" d="M${middle} ${low}V${high}M${middle - 6} ${low}h12M${middle - 6} ${high}h12"/>
<circle class="dot" cx="${middle}" cy="${up(right.share)}" r="4.5"/>`;
}

const figuresBelow = (bins: readonly ConfidenceBin[]): Markup =>
  html`<details><summary>The figures of this picture</summary>${table(
    'Confidence and share right',
    ['Confidence', 'n', 'Mean', 'Right', 'Count', '95 % interval'],
    bins.map((b) => [
      span(b),
      String(b.n),
      b.meanConfidence === null ? '–' : b.meanConfidence.toFixed(3),
      percent(b.right.share),
      countOf(b.right),
      interval(b.right),
    ]),
  )}</details>`;
