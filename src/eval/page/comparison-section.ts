import { html, type Markup } from '../../rendering/markup.js';
import type { ChangedMessage, Comparison } from '../comparison.js';
import { FIGURE_NAMES, type Figures } from '../figures.js';
import { CHANGE_WORDS, difference, FIGURE_WORDS, interval, percent, testWords } from '../words.js';
import { table } from './table.js';

/** The figures of both knowledge bases side by side, and every message that fares otherwise. */
export const comparisonSection = (own: Figures, other: Comparison): Markup =>
  html`<section aria-labelledby="against"><h2 id="against">Against ${other.folder}</h2>
<p class="lead">There: knowledge ${other.knowledgeVersion}, ${other.mode} model. ${testWords(other.won, other.lost, other.pValue)}</p>
${table(
  'Figures side by side',
  ['Figure', 'here', '95 % interval', 'there', '95 % interval', 'points'],
  FIGURE_NAMES.map((name) => [
    FIGURE_WORDS[name].name,
    percent(own[name].share),
    interval(own[name]),
    percent(other.figures[name].share),
    interval(other.figures[name]),
    difference(own[name], other.figures[name]),
  ]),
)}
<h3>Messages that changed (${other.changes.length})</h3>
${other.changes.length === 0 ? html`<p>None.</p>` : html`<ol class="messages">${other.changes.map(changedItem)}</ol>`}</section>`;

const COLOUR: Readonly<Record<ChangedMessage['change'], string>> = {
  won: 'tag-right',
  lost: 'tag-wrong',
  otherwise: 'tag-other-kind',
};

const changedItem = ({ change, id, text, wanted, here, there }: ChangedMessage): Markup =>
  html`<li><p class="head"><span class="id">${id}</span> <span class="chip ${COLOUR[change]}">${CHANGE_WORDS[change]}</span></p>
<p class="text">${text}</p>
<dl><div><dt>wanted</dt><dd>${wanted}</dd></div><div><dt>here</dt><dd>${here}</dd></div><div><dt>there</dt><dd>${there}</dd></div></dl></li>
`;
