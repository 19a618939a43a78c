import { html, type Markup } from '../../rendering/markup.js';
import { listedPoints, type RiskPoint } from '../risk-coverage.js';
import { percent } from '../words.js';
import { across, plot, up } from './plot.js';
import { table } from './table.js';

/** How many replies are not right if only the surest are given, from few to all. */
export function riskCurve(points: readonly RiskPoint[]): Markup {
  const most = ceiling(Math.max(0, ...points.map((p) => p.risk)));
  const listed = listedPoints(points);
  const picture = plot({
    id: 'risk',
    title: 'Risk and coverage',
    description: listed.map((p) => `${percent(p.coverage)} covered: ${percent(p.risk)} not right.`).join(' '),
    xTicks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: `${at * 100} %` })),
    yTicks: [0, 0.2, 0.4, 0.6, 0.8, 1].map((at) => ({ at, label: axisPercent(at * most) })),
    xName: 'messages covered, the surest first',
    yName: 'not right, of those covered',
    content: [html`<path class="curve" d="${steps(points, most)}"/>`],
  });
  return html`<figure><h3>Does confidence tell right from wrong?</h3>${picture}
<figcaption><p>Were only the surest replies given, so many of them would not be right. A curve that stays low until far to the right is good.</p></figcaption>
<details><summary>The figures of this picture</summary>${table(
    'Risk and coverage',
    ['Messages covered', 'Not right', 'Confidence from'],
    listed.map((p) => [percent(p.coverage), percent(p.risk), p.threshold.toFixed(3)]),
  )}</details></figure>`;
}

/** A step for each point: its risk holds for the coverage from the point before up to its own. */
const steps = (points: readonly RiskPoint[], most: number): string =>
  points
    .map(({ coverage, risk }, i) => {
      const y = up(risk / most);
      return i === 0 ? `M${across(0)} ${y}H${across(coverage)}` : `V${y}H${across(coverage)}`;
    })
    .join('');

/** An end for the axis that is not below a risk and whose fifths are round. */
const ceiling = (risk: number): number => [0.01, 0.02, 0.05, 0.1, 0.2, 0.5].find((end) => end >= risk) ?? 1;

const axisPercent = (share: number): string => `${Math.round(share * 10000) / 100} %`;
