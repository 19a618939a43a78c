import type { DeskView } from '../domain/desk.js';
import { button, el } from '../widget/dom.js';
import type { DeskApi } from './api.js';
import { STRINGS } from './strings.js';

/** A dialog over the page, shown until it is closed, and gone then. */
function dialog(name: string, ...content: readonly Node[]): HTMLDialogElement {
  const element = el('dialog', { 'aria-labelledby': 'dialog-name' }, el('h2', { id: 'dialog-name' }, name), ...content);
  element.addEventListener('close', () => element.remove());
  document.body.append(element);
  element.showModal();
  return element;
}

/** The keys, and whether single ones are to be used at all, which whoever speaks to their computer may not want. */
export function showHelp(usesKeys: boolean, onUse: (uses: boolean) => void): void {
  const uses = el('input', { type: 'checkbox', id: 'uses-keys' });
  uses.checked = usesKeys;
  uses.addEventListener('change', () => onUse(uses.checked));
  const shown = dialog(
    STRINGS.help,
    el(
      'dl',
      { class: 'keys' },
      ...STRINGS.keys.flatMap(([key, does]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, does)]),
    ),
    el('p', {}, el('label', { class: 'check' }, uses, ` ${STRINGS.useKeys}`)),
    el(
      'p',
      { class: 'row' },
      button({ class: 'main' }, () => shown.close(), STRINGS.close),
    ),
  );
}

/** Asks before something is done that cannot be undone; `yes`: what the button that does it is called. */
export function askFirst(question: string, because: string, yes: string, onYes: () => void): void {
  const agreed = () => {
    shown.close();
    onYes();
  };
  const buttons = [button({ class: 'main' }, agreed, yes), button({}, () => shown.close(), STRINGS.cancel)];
  const shown = dialog(question, el('p', {}, because), el('p', { class: 'row' }, ...buttons));
}

/** A ticket is put in by hand; `onDone` has it as it was read. */
export function putInTicket(api: DeskApi, onDone: (view: DeskView) => void): void {
  const subject = el('input', { id: 'in-subject', maxlength: '2000', autocomplete: 'off' });
  const body = el('textarea', { id: 'in-body', rows: '10', maxlength: '100000', required: '' });
  const received = el('input', { id: 'in-day', type: 'date' });
  const told = el('p', { class: 'wrong', role: 'alert' });
  const send = el('button', { class: 'main' }, STRINGS.read);
  const form = el(
    'form',
    {},
    el('label', { for: 'in-subject' }, STRINGS.subject),
    subject,
    el('label', { for: 'in-body' }, STRINGS.body),
    body,
    el('label', { for: 'in-day' }, STRINGS.day),
    received,
    el('p', { class: 'hint' }, STRINGS.putInHint),
    told,
    el(
      'p',
      { class: 'row' },
      send,
      button({}, () => shown.close(), STRINGS.cancel),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send.disabled = true;
    const day = received.value === '' ? {} : { received: received.value };
    void api.putIn({ subject: subject.value, body: body.value, ...day }).then((answer) => {
      send.disabled = false;
      if (!answer.ok) {
        told.textContent = answer.message;
        return;
      }
      shown.close();
      onDone(answer.value);
    });
  });
  // In the text Enter alone begins a new line. Held down, the keys send it once.
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit(send);
  });
  const shown = dialog(STRINGS.putIn, form);
  subject.focus();
}
