import { html, type Markup } from '../../rendering/markup.js';
import type { Miss } from '../misses.js';
import { missWords } from '../words.js';

/** Every miss: the message, what was wanted and what came. */
export const missList = (misses: readonly Miss[]): Markup =>
  misses.length === 0
    ? html`<p>None: every message got what its label wants.</p>`
    : html`<ol class="messages">${misses.map(missItem)}</ol>`;

const missItem = (miss: Miss): Markup => html`<li><p class="head"><span class="id">${miss.id}</span>
<span class="chip ${chipOf(miss)}">${missWords(miss)}</span></p>
<p class="text">${miss.text}</p>
<dl><div><dt>wanted</dt><dd>${miss.wanted}</dd></div><div><dt>came</dt><dd>${miss.came}</dd></div>
<div><dt>confidence</dt><dd>${miss.confidence}</dd></div></dl></li>
`;

/** The colour of a chip: that of the tag, and of what is wrong for the worst. */
const chipOf = (miss: Miss): string => {
  if (miss.kind === 'reply') return `tag-${miss.tag}`;
  return miss.kind === 'wrongly-covered' || miss.kind === 'claimed' ? 'tag-wrong' : 'tag-other-kind';
};
