import type { DeskHandOff, DeskTriage, DeskView } from '../domain/desk.js';
import { el } from '../widget/dom.js';
import { FACTS_IN_ORDER } from './facts-form.js';
import { markedText } from './marked-text.js';
import { stretchesOf } from './stretches.js';
import { STRINGS } from './strings.js';
import { whenWords } from './when.js';

const section = (name: string, title: string, ...content: readonly (Node | string | false)[]): HTMLElement =>
  el('section', { 'aria-labelledby': name }, el('h3', { id: name }, title), ...content);

/** What a ticket says, with the words marked that its asks and its route rest on. */
export function drawText({ subject, body, triage }: DeskView): HTMLElement {
  const asks = triage?.asks.map(({ spans }) => spans) ?? [];
  const reasons = triage?.reasons[0]?.spans ?? [];
  const marked = (field: 'subject' | 'body', text: string) => markedText(stretchesOf(text, field, asks, reasons));
  return section(
    'says-name',
    STRINGS.says,
    subject !== '' && el('p', { class: 'subject' }, ...marked('subject', subject)),
    el('div', { class: 'body' }, ...marked('body', body)),
  );
}

/** Where a ticket goes and why, what is missing, and why one should read it. */
export function drawTriage({ route, confidence, reasons, doubts, missing }: DeskTriage): HTMLElement {
  return section(
    'route-name',
    STRINGS.why,
    el(
      'p',
      { class: 'row' },
      el('span', { class: `route ${route}` }, STRINGS.routes[route]),
      el('span', { class: 'sure' }, STRINGS.sure(confidence)),
    ),
    el('ul', {}, ...reasons.map(({ says }) => el('li', {}, says))),
    missing.length > 0 && el('p', {}, el('strong', {}, `${STRINGS.missing}: `), missing.join('; ')),
    doubts.length > 0 && el('p', { class: 'look' }, el('strong', {}, `${STRINGS.look}: `), doubts.join('; ')),
  );
}

/** A request for a person: the devices as they stood, and what is said in the chat. */
export function drawRequest({ devices }: DeskHandOff, chat: HTMLElement): HTMLElement {
  return section(
    'transcript-name',
    STRINGS.transcript,
    ...devices.map(({ facts, verdict }) =>
      el(
        'p',
        { class: `verdict ${verdict.covered}` },
        el('strong', {}, STRINGS.covered[verdict.covered]),
        ` ${FACTS_IN_ORDER.flatMap((fact) => (facts[fact] === undefined ? [] : [`${STRINGS.factNames[fact]}: ${facts[fact]}`])).join(', ')}`,
      ),
    ),
    chat,
  );
}

/** Who did what, and whether the helpdesk was told. */
export function drawHistory({ history, writtenBack }: DeskView): HTMLElement {
  const told = writtenBack === null ? null : STRINGS.writtenBack[writtenBack.state];
  return el(
    'details',
    { id: 'history' },
    el('summary', {}, STRINGS.history),
    told !== null && el('p', {}, told, writtenBack?.problem ? ` (${writtenBack.problem})` : null),
    el(
      'ul',
      { class: 'trace' },
      ...history.map(({ at, who, what, detail }) =>
        el('li', {}, `${whenWords(at)}: ${who} ${STRINGS.acts[what]}${detail === null ? '' : ` (${detail})`}`),
      ),
    ),
  );
}

/** A text that could not be kept, to be copied by hand. */
export const unkeptText = (text: string): HTMLElement =>
  el('details', { open: '' }, el('summary', {}, STRINGS.unsaved), el('pre', {}, text));
