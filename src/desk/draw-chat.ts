import type { DeskChat, DeskLine } from '../domain/desk.js';
import { el } from '../widget/dom.js';
import { STRINGS } from './strings.js';
import { whenWords } from './when.js';

/** Draws a chat into its list. What stands there already is left alone, so that a screen reader hears what is new and nothing else. */
export function drawChatLines(list: HTMLElement, { transcript, unsaid }: DeskChat): void {
  const known = new Map([...list.children].map((line) => [keyOf(line), line]));
  const lines = [
    ...transcript.map((line) =>
      drawn(
        line.id,
        line.person === null ? line.sender : 'person',
        line.text,
        `${speaker(line)} · ${whenWords(line.at)}`,
      ),
    ),
    ...unsaid.map(({ id, text, state }) => drawn(id, 'person', text, STRINGS.unsaid[state])),
  ].map((line) => known.get(keyOf(line)) ?? line);
  for (const line of known.values()) if (!lines.includes(line)) line.remove();
  for (const [at, line] of lines.entries())
    if (list.children[at] !== line) list.insertBefore(line, list.children[at] ?? null);
}

/** Another text under the same id is another line. */
const keyOf = (line: Element): string => `${line.id} ${line.textContent}`;

const speaker = ({ sender, person }: DeskLine): string => person ?? (sender === 'user' ? STRINGS.you : STRINGS.bot);

const drawn = (id: string, from: string, text: string, head: string): HTMLElement =>
  el('li', { id: `said-${id}`, class: from }, el('span', { class: 'hint' }, head), el('div', { class: 'body' }, text));
