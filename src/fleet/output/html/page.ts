import { createHash } from 'node:crypto';
import type { PartialDate } from '../../../domain/partial-date.js';
import { dateWords } from '../../../rendering/date-words.js';
import { html, type Markup, trusted } from '../../../rendering/markup.js';
import type { AttentionGroup } from '../../attention.js';
import type { Survey } from '../../devices/survey.js';
import type { Summary } from '../../summary.js';
import { ATTENTION_WORDS, FACT_WORDS, figure, outcomeWords, percent } from '../words.js';
import { attentionGroups } from './attention-groups.js';
import type { DevicePicture } from './device-picture.js';
import type { EmbeddedRows } from './embedded-rows.js';
import { barList, coveredPicture, monthsPicture } from './pictures.js';
import { SAVE_SCRIPT } from './save-script.js';
import { STYLE } from './style.js';

export interface ReportParts {
  /** The name of the list. */
  readonly title: string;
  readonly summary: Summary;
  readonly survey: Survey;
  readonly groups: readonly AttentionGroup[];
  /** All devices that need attention. */
  readonly rows: EmbeddedRows;
  readonly picture: DevicePicture;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What the page may do: nothing but its own style and its own script. */
export const REPORT_POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SAVE_SCRIPT)}; base-uri 'none'; form-action 'none'`;

/** A fleet as one page that asks nothing of any network. */
export const reportPage = (parts: ReportParts): string => document(parts).markup;

const document = ({ title, summary, survey, groups, rows, picture }: ReportParts): Markup => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="${REPORT_POLICY}">
<title>Secure NMC System: ${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<header><p class="over">Secure NMC System for 3-phase UPS and PDU</p><h1>${title}</h1>
<p class="lead">${figure(summary.devices)} ${summary.devices === 1 ? 'device' : 'devices'}${summary.sheet === null ? '' : ` from the sheet ‘${summary.sheet}’`}, as of ${dateWords(summary.asOf as unknown as PartialDate)}</p></header>
<main>
${answer(summary)}
${figures(summary, groups)}
<section aria-labelledby="pictures"><h2 id="pictures">At a glance</h2><div class="pictures">
<div><figure class="card"><figcaption><h3>Cover that ends, by month</h3><p class="lead">Last days of cover after which nothing is known to follow.</p></figcaption>${monthsPicture(summary)}</figure>
<figure class="card"><figcaption><h3>Facts that are missing</h3><p class="lead">Counted only where the answer depends on them.</p></figcaption>${
  summary.missing.length === 0
    ? html`<p class="none">None: the answer is settled for every device.</p>`
    : barList(
        summary.missing.map(({ fact, count }) => ({ name: FACT_WORDS[fact], count, colour: 'accent' })),
        summary.devices,
      )
}</figure></div>
<figure class="card"><figcaption><h3>Where the devices stand</h3><p class="lead">In the colours of the bar above.</p></figcaption>${barList(
  summary.outcomes.map(({ name, count, covered }) => ({ name: outcomeWords(name), count, colour: covered })),
  summary.devices,
)}</figure>
</div></section>
${attention(title, attentionGroups(groups, survey, picture), groups, rows)}
${notices(summary)}
</main>
<footer><p>Decided by the rules of the FAQ on the Secure NMC System for 3-phase UPS and PDU (knowledge ${summary.knowledgeVersion}). The included year is read as ending on the day before the anniversary of commissioning; a contract without an end is taken to run on.</p>
<p>The file needs no network. It holds data of your list: treat it as you treat the list.</p></footer>
${rows.markup()}<script>${trusted(SAVE_SCRIPT)}</script>
</body>
</html>
`;

const answer = (summary: Summary): Markup => {
  const { covered, devices } = summary;
  return html`<section class="card answer" aria-label="Covered or not"><p class="share">${percent(covered.yes, devices)}</p>
<p class="of">covered now: ${figure(covered.yes)} of ${figure(devices)} ${devices === 1 ? 'device' : 'devices'}</p>${coveredPicture(summary)}</section>`;
};

function figures({ endsWithin, gaps, undetermined, toLookAt }: Summary, groups: readonly AttentionGroup[]): Markup {
  const has = (id: string) => groups.some(({ attention }) => attention === id);
  const item = (n: number, what: string, id: string | null) =>
    html`<li class="card"><p class="n">${figure(n)}</p><p class="about">${id !== null && has(id) ? html`<a href="#${id}">${what}</a>` : what}</p></li>
`;
  const [soon, later, latest] = endsWithin;
  return html`<ul class="figures">${[
    item(soon?.count ?? 0, 'cover ends within 30 days', 'ends-30'),
    item(later?.count ?? 0, 'cover ends within 60 days', 'ends-90'),
    item(latest?.count ?? 0, 'cover ends within 90 days', 'ends-90'),
    item(gaps, 'with a gap in cover', 'gap'),
    item(undetermined, 'open, since facts are missing', 'undetermined'),
    item(toLookAt, 'to look at: cells that cannot be taken', 'look'),
  ]}</ul>`;
}

function attention(
  title: string,
  tables: readonly Markup[],
  groups: readonly AttentionGroup[],
  rows: EmbeddedRows,
): Markup {
  const head = html`<h2 id="attention">What needs attention</h2>`;
  if (groups.length === 0) {
    return html`<section aria-labelledby="attention">${head}<p class="lead">Nothing: every device is settled, and no cover ends within 90 days.</p></section>`;
  }
  const name = `${title.replace(/\.[a-z]+$/i, '').replace(/[^\p{L}\p{N} ._-]/gu, '-')}-attention.csv`;
  return html`<section aria-labelledby="attention">${head}
<ul class="ways">${groups.map(
    ({ attention: id, count }) => html`<li><a href="#${id}">${ATTENTION_WORDS[id].name} <b>${figure(count)}</b></a></li>
`,
  )}</ul>
<div class="take"><button type="button" data-save="${name}">Save ${rows.leftOut > 0 ? 'the first' : 'all'} ${figure(rows.count)} as CSV</button><p id="saved" role="status">With the columns of your list. Each device stands once, under the first reason that fits.${rows.leftOut > 0 ? ` ${figure(rows.leftOut)} more do not fit into a sheet; choose CSV instead of this page to get them all.` : ''}</p></div>
${tables}</section>`;
}

const notices = ({ notices: all }: Summary): Markup | null =>
  all.length === 0
    ? null
    : html`<section aria-labelledby="notices"><h2 id="notices">About the list</h2><ul class="notices">${all.map(
        (notice) => html`<li>${notice}</li>
`,
      )}</ul></section>`;
