import { html, type Markup } from '../../rendering/markup.js';
import { TAGS } from '../judge.js';
import type { Tally } from '../tally.js';
import { interval, percent, TAG_WORDS } from '../words.js';
import { table } from './table.js';

/** What became of the messages, a row a kind or an entry, with a bar that shows the parts. */
export const tallyTable = (caption: string, what: string, tallies: readonly Tally[]): Markup =>
  table(
    caption,
    [what, 'n', ...TAGS.map((tag) => TAG_WORDS[tag]), 'share right', '95 % interval', 'parts'],
    tallies.map((tally) => [
      tally.name,
      tally.n,
      ...TAGS.map((tag) => countCell(tally, tag)),
      percent(tally.right.share),
      interval(tally.right),
      partsBar(tally),
    ]),
  );

/** A zero stands back, so that what went wrong is seen. */
const countCell = ({ counts }: Tally, tag: (typeof TAGS)[number]): Markup =>
  counts[tag] === 0 ? html`<span class="zero">0</span>` : html`${counts[tag]}`;

/** The parts as one bar; the row's figures say the same, so it is hidden from those who listen. */
function partsBar({ n, counts }: Tally): Markup {
  let x = 0;
  const parts = TAGS.map((tag) => {
    const width = (counts[tag] / n) * 100;
    const part = html`<rect class="tag-${tag}" x="${x}" y="0" width="${width}" height="8"/>`;
    x += width;
    return counts[tag] === 0 ? null : part;
  });
  return html`<svg class="parts" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}
