/** The page's style: light and dark as the reader has it, narrow and wide. Text meets WCAG AA on its ground in both. */
export const STYLE = `
:root {
  --paper: #f1f4f3; --raised: #ffffff; --ink: #16232a; --soft: #4c5b63; --line: #d0d9d7; --accent: #0b5c63;
  --right: #0b7a4b; --offered: #b07300; --refused: #6b7a82; --wrong: #b3261e; --other-kind: #5b54a8;
  --field: #d5e6e4;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0d1316; --raised: #151d21; --ink: #e8eeef; --soft: #a5b4ba; --line: #2f3c42; --accent: #74cfc8;
    --right: #5cc98d; --offered: #e3b04b; --refused: #8899a1; --wrong: #ff8f80; --other-kind: #a9a3f5;
    --field: #1f3e40;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 400 1rem/1.5 "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif; }
header, main { max-width: 76rem; margin-inline: auto; padding-inline: clamp(0.875rem, 3vw, 2.5rem); }
header { padding-top: 2rem; }
main { padding-bottom: 3rem; }
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
h1 { font-size: clamp(1.5rem, 1.1rem + 2vw, 2.25rem); line-height: 1.15; letter-spacing: -0.02em; overflow-wrap: anywhere; }
h2 { margin-bottom: 0.5rem; font-size: 1.25rem; line-height: 1.3; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h3 { font-size: 0.9375rem; font-weight: 650; }
section { margin-top: 2.25rem; }
.lead { max-width: 62rem; color: var(--soft); font-size: 0.9375rem; overflow-wrap: anywhere; }
h1 + .lead { margin-top: 0.375rem; }
.lead + .scroll, section > h3 { margin-top: 0.875rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }

.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 0.75rem; list-style: none; }
.figures li { display: flex; flex-direction: column; padding: 0.875rem 1rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--raised); }
.share { font-size: 1.75rem; font-weight: 650; line-height: 1.25; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.count { font-size: 0.875rem; font-variant-numeric: tabular-nums; }
.explains { color: var(--soft); font-size: 0.875rem; line-height: 1.4; }
.interval { width: 100%; height: 0.5rem; margin-block: 0.375rem; }
.track { fill: var(--line); } .band { fill: var(--accent); opacity: 0.55; } .mark { fill: var(--ink); }

.notice { padding: 0.875rem 1.125rem; border: 1px solid var(--line); border-left: 0.375rem solid var(--tag); border-radius: 0.75rem; background: var(--raised); }
.notice h2 { margin-bottom: 0.25rem; font-size: 1.0625rem; }
.notice ul { padding-left: 1.125rem; overflow-wrap: anywhere; }

.tag-right { --tag: var(--right); fill: var(--right); } .tag-offered { --tag: var(--offered); fill: var(--offered); }
.tag-refused { --tag: var(--refused); fill: var(--refused); } .tag-wrong { --tag: var(--wrong); fill: var(--wrong); }
.tag-other-kind { --tag: var(--other-kind); fill: var(--other-kind); }
.legend { display: flex; flex-wrap: wrap; gap: 0.125rem 1rem; font-size: 0.9375rem; }
.key { display: inline-block; width: 0.75rem; height: 0.75rem; border-radius: 0.1875rem; background: var(--tag); }
.key.field { background: var(--field); } .key.dot { width: 0.625rem; height: 0.625rem; border-radius: 50%; background: var(--accent); }
.key.mean { height: 0.1875rem; border-radius: 0; margin-bottom: 0.25rem; background: var(--soft); }

.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--raised); }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.4375rem 0.75rem; text-align: right; white-space: nowrap; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--soft); font-size: 0.8125rem; font-weight: 600; vertical-align: bottom; }
th:first-child { text-align: left; } tbody th { font-weight: 500; }
.zero { color: var(--soft); }
.parts { display: block; width: 100%; min-width: 6rem; height: 0.625rem; border-radius: 0.1875rem; }

.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 1rem; align-items: start; }
figure { min-width: 0; padding: 1rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--raised); }
.plot { display: block; width: 100%; max-width: 36rem; height: auto; margin: 0.5rem auto; }
.plot text { fill: var(--soft); font-size: 12.5px; } .plot .names text { fill: var(--ink); }
.end { text-anchor: end; } .middle, .n { text-anchor: middle; } .plot .n { fill: var(--ink); }
.grid line { stroke: var(--line); } .axis { stroke: var(--soft); }
.plot .field { fill: var(--field); } .plot .mean { stroke: var(--soft); stroke-width: 2; }
.whisker { fill: none; stroke: var(--accent); stroke-width: 2; } .plot .dot { fill: var(--accent); }
.curve { fill: none; stroke: var(--accent); stroke-width: 2.25; stroke-linejoin: round; }
figcaption { color: var(--soft); font-size: 0.875rem; } figcaption strong { color: var(--ink); }
figcaption p + p { margin-top: 0.25rem; }
details { margin-top: 0.75rem; } summary { cursor: pointer; color: var(--accent); font-size: 0.9375rem; padding-block: 0.25rem; }

.messages { display: grid; gap: 0.625rem; list-style: none; }
.messages li { padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--raised); }
.head { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
.id { font-weight: 650; overflow-wrap: anywhere; }
.chip { padding: 0 0.5rem; border: 1.5px solid var(--tag); border-radius: 1rem; font-size: 0.8125rem; }
.text { margin-block: 0.25rem; white-space: pre-line; overflow-wrap: anywhere; }
.messages dl { display: flex; flex-wrap: wrap; gap: 0.125rem 1.25rem; font-size: 0.875rem; }
.messages dl div { display: flex; gap: 0.375rem; min-width: 0; } dt { color: var(--soft); } dd { overflow-wrap: anywhere; }
@media (max-width: 32rem) { .plot text { font-size: 15px; } th, td { padding-inline: 0.5rem; } }
@media print { .figures li, figure, .messages li { break-inside: avoid; } }
`;
