import { html, type Markup, trusted } from '../../rendering/markup.js';
import { TAGS } from '../judge.js';
import type { PromiseReport, PromiseState } from '../promise.js';
import type { Report } from '../report.js';
import { counted, promiseWords, settingWords, TAG_WORDS, TAGS_EXPLAINED } from '../words.js';
import { comparisonSection } from './comparison-section.js';
import { figureList } from './figure-list.js';
import { missList } from './miss-list.js';
import { reliabilityDiagram } from './reliability-diagram.js';
import { riskCurve } from './risk-curve.js';
import { STYLE } from './style.js';
import { tallyTable } from './tally-table.js';

/** A report as one HTML page that needs nothing else: no script, no request. */
export const pageOf = (report: Report): string => document(report).markup;

const document = (report: Report): Markup => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Evaluation on ${report.file}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<header><h1>Evaluation on ${report.file}</h1>
<p class="lead">${counted(report.messages, 'message')}, ${settingWords(report)}</p></header>
<main>
${badLines(report)}
<section aria-labelledby="figures"><h2 id="figures">Figures</h2>${figureList(report.figures)}</section>
${report.promise ? promise(report.promise) : null}
${report.against ? comparisonSection(report.figures, report.against) : null}
<section aria-labelledby="by-kind"><h2 id="by-kind">By kind</h2>${legend}
${tallyTable('Messages by kind', 'kind', report.byKind)}</section>
${
  report.byEntry.length === 0
    ? null
    : html`<section aria-labelledby="by-entry"><h2 id="by-entry">By entry</h2>
${tallyTable('Messages by entry', 'entry', report.byEntry)}</section>`
}
<section aria-labelledby="confidence"><h2 id="confidence">Confidence</h2>
<div class="pictures">${reliabilityDiagram(report.reliability)}${riskCurve(report.riskCoverage)}</div></section>
<section aria-labelledby="misses"><h2 id="misses">Misses (${report.misses.length})</h2>${missList(report.misses)}</section>
</main>
</body>
</html>
`;

const legend = html`<p class="legend">${TAGS.map(
  (tag) => html`<span><span class="key tag-${tag}"></span> ${TAG_WORDS[tag]}</span> `,
)}</p><p class="lead">${TAGS_EXPLAINED}</p>`;

const badLines = ({ badLines: bad }: Report): Markup | null =>
  bad.length === 0
    ? null
    : html`<section class="notice tag-wrong" aria-labelledby="bad"><h2 id="bad">${counted(bad.length, 'line')} not usable and not counted</h2>
<ul>${bad.map(({ line, problem }) => html`<li>Line ${line}: ${problem}</li>`)}</ul></section>`;

const PROMISE_COLOUR: Readonly<Record<PromiseState, string>> = {
  kept: 'tag-right',
  'not kept': 'tag-wrong',
  'cannot be told from so few': 'tag-offered',
};

const promise = (report: PromiseReport): Markup =>
  html`<section class="notice ${PROMISE_COLOUR[report.state]}" aria-labelledby="promise"><h2 id="promise">The promise: ${report.state}</h2>
<p>${promiseWords(report)}</p></section>`;
