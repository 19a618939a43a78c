import { TIMELINE_STYLE } from '../../../rendering/timeline/palette.js';

/** The report's style: light and dark as the reader has it, narrow and wide, and on paper. Text meets WCAG AA on its ground in both. */
export const STYLE = `${TIMELINE_STYLE}
:root {
  --paper: #f1f4f3; --raised: #ffffff; --ink: #16232a; --soft: #4c5b63; --line: #d0d9d7; --accent: #0b5c63; --wash: #e3eceb;
  --yes: #0b7a4b; --at-visit: #1f6fb2; --not-yet: #6a5fc1; --no: #b3261e; --unknown: #a86c00;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0d1316; --raised: #151d21; --ink: #e8eeef; --soft: #a5b4ba; --line: #2f3c42; --accent: #74cfc8; --wash: #1b272b;
    --yes: #4fbf87; --at-visit: #6fb3ea; --not-yet: #a9a3f5; --no: #ff8478; --unknown: #e3b04b;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 400 1rem/1.5 "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif; }
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
header, main, footer { max-width: 78rem; margin-inline: auto; padding-inline: clamp(1rem, 3vw, 2.5rem); }
header { padding-top: clamp(1.25rem, 4vw, 2.5rem); }
.over { color: var(--accent); font-size: 0.875rem; font-weight: 650; letter-spacing: 0.01em; }
h1 { font-size: clamp(1.625rem, 1.1rem + 2.2vw, 2.5rem); font-weight: 680; line-height: 1.12; letter-spacing: -0.022em; overflow-wrap: anywhere; }
header .lead { margin-top: 0.375rem; }
.lead { max-width: 46rem; color: var(--soft); font-size: 0.9375rem; text-wrap: pretty; overflow-wrap: anywhere; }
section { margin-top: clamp(2rem, 4vw, 2.75rem); }
h2 { font-size: 1.25rem; font-weight: 660; line-height: 1.3; letter-spacing: -0.012em; }
h3 { font-size: 1rem; font-weight: 650; line-height: 1.35; }
.card { padding: 1.125rem 1.25rem; border: 1px solid var(--line); border-radius: 0.875rem; background: var(--raised); min-width: 0; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 0.25rem; }

.answer { margin-top: 1.5rem; }
.answer .share { font-size: clamp(2.5rem, 1.8rem + 3vw, 3.5rem); font-weight: 700; line-height: 1; letter-spacing: -0.035em; font-variant-numeric: tabular-nums; }
.answer .of { margin-top: 0.25rem; color: var(--soft); }
.stack { display: block; width: 100%; height: 1.125rem; margin-top: 1rem; border-radius: 0.375rem; overflow: hidden; }
.legend { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 0.5rem 1rem; margin-top: 0.875rem; }
.legend li { display: grid; grid-template-columns: auto 1fr; column-gap: 0.5rem; align-items: baseline; }
.legend .key { width: 0.6875rem; height: 0.6875rem; border-radius: 0.1875rem; }
.legend .name { font-size: 0.875rem; color: var(--soft); }
.legend .count { grid-column: 2; font-size: 1.0625rem; font-weight: 620; font-variant-numeric: tabular-nums; }
.legend .part { color: var(--soft); font-size: 0.875rem; font-weight: 400; }
.yes { fill: var(--yes); background: var(--yes); } .at-visit { fill: var(--at-visit); background: var(--at-visit); }
.not-yet { fill: var(--not-yet); background: var(--not-yet); } .no { fill: var(--no); background: var(--no); }
.unknown { fill: var(--unknown); background: var(--unknown); } .accent { fill: var(--accent); }
.rest { fill: var(--wash); }

.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 100%), 1fr)); gap: 0.75rem; margin-top: 0.75rem; }
.figures li { padding: 0.875rem 1rem; }
.figures .n { font-size: 1.625rem; font-weight: 660; line-height: 1.2; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.figures .about { color: var(--soft); font-size: 0.875rem; line-height: 1.35; }
.figures a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 0.2em; }

.pictures { display: grid; gap: 0.75rem; margin-top: 0.75rem; }
.pictures > div { display: grid; gap: 0.75rem; align-content: start; min-width: 0; }
@media (min-width: 54rem) { .pictures { grid-template-columns: 1fr 1fr; } .pictures > .card:last-child { height: 100%; } }
figcaption { margin-bottom: 0.75rem; } figcaption .lead { font-size: 0.875rem; }
.plot { display: block; width: 100%; height: auto; }
.plot text { fill: var(--soft); font-size: 12px; text-anchor: middle; font-variant-numeric: tabular-nums; } .plot .n { fill: var(--ink); font-weight: 600; }
.plot line { stroke: var(--line); }
.bars li { display: grid; grid-template-columns: 1fr auto; gap: 0 0.75rem; padding-block: 0.3125rem; font-size: 0.9375rem; line-height: 1.35; }
.bars .count { font-variant-numeric: tabular-nums; font-weight: 600; } .bars .part { color: var(--soft); font-weight: 400; font-size: 0.875rem; }
.bar { grid-column: 1 / -1; display: block; width: 100%; height: 0.4375rem; margin-top: 0.25rem; border-radius: 0.25rem; overflow: hidden; }
.none { color: var(--soft); font-size: 0.9375rem; }

.ways { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.875rem; }
.ways a, button { display: inline-flex; gap: 0.5rem; align-items: center; min-height: 2.5rem; padding: 0.25rem 0.875rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--raised); color: var(--ink); font: inherit; font-size: 0.9375rem; text-decoration: none; cursor: pointer; }
.ways a:hover, button:hover { border-color: var(--accent); }
.ways b { font-weight: 650; font-variant-numeric: tabular-nums; }
button { border-color: var(--accent); background: var(--accent); color: var(--paper); font-weight: 600; }
.take { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; margin-top: 0.875rem; }
.take p { color: var(--soft); font-size: 0.875rem; }

.group { margin-top: 1.75rem; }
.group .lead { margin-bottom: 0.625rem; }
.group h3 .count { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
.rows { padding: 0; overflow: hidden; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.4; }
th, td { padding: 0.5625rem 0.875rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-top: 0; background: var(--wash); color: var(--soft); font-size: 0.8125rem; font-weight: 600; }
.row { width: 4.5rem; font-variant-numeric: tabular-nums; color: var(--soft); font-weight: 400; white-space: nowrap; overflow-wrap: normal; }
td.who { width: 24%; } td.read { width: 32%; }
td .small { display: block; color: var(--soft); font-size: 0.875rem; }
td p + p { margin-top: 0.375rem; }
td .time { margin-top: 0.375rem; } td .time summary { color: var(--accent); font-size: 0.875rem; cursor: pointer; }
td .time svg { display: block; max-width: 100%; height: auto; margin-top: 0.5rem; }
.date { font-variant-numeric: tabular-nums; font-weight: 600; }
.more { padding: 0.625rem 0.875rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.875rem; }

.notices li { position: relative; padding-left: 1.125rem; max-width: 60rem; font-size: 0.9375rem; overflow-wrap: anywhere; }
.notices li + li { margin-top: 0.375rem; }
.notices li::before { content: ""; position: absolute; left: 0; top: 0.5625rem; width: 0.4375rem; height: 0.4375rem; border-radius: 50%; background: var(--unknown); }
.notices { margin-top: 0.75rem; }
footer { margin-top: 2.5rem; padding-block: 1.25rem 2.5rem; color: var(--soft); font-size: 0.8125rem; }
footer p + p { margin-top: 0.25rem; }

@media (max-width: 44rem) {
  .plot text { font-size: 15px; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, th, td { display: block; width: auto; }
  tr { padding: 0.75rem 1rem; border-top: 1px solid var(--line); }
  tbody tr:first-child { border-top: 0; }
  th, td, td.who, td.read { width: auto; padding: 0; border: 0; }
  td { margin-top: 0.25rem; }
  .row::before { content: "Row "; }
  .row { font-size: 0.8125rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print {
  :root { --paper: #ffffff; --raised: #ffffff; --ink: #000000; --soft: #3c4a51; --line: #b9c3c1; --accent: #0b5c63; --wash: #eef2f1;
    --yes: #0b7a4b; --at-visit: #1f6fb2; --not-yet: #6a5fc1; --no: #b3261e; --unknown: #a86c00; color-scheme: light; }
  body { font-size: 10pt; }
  * { print-color-adjust: exact; }
  .card, tr, figure { break-inside: avoid; } h2, h3 { break-after: avoid; }
  .rows { break-inside: auto; overflow: visible; } thead { display: table-header-group; }
  .take, .ways { display: none; }
}
`;
