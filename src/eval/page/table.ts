import { html, type Markup, type Part } from '../../rendering/markup.js';

/** A table with a caption for those who do not see it, a header for each column, and each row headed by its first cell. Scrolls where it is too wide. */
export const table = (caption: string, head: readonly string[], rows: readonly (readonly Part[])[]): Markup =>
  html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption class="unseen">${caption}</caption>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([
      first = null,
      ...cells
    ]) => html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
