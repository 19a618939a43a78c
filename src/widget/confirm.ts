import { button, el } from './dom.js';
import { strings } from './strings.js';

/** Asks before a conversation is left; resolves to whether it shall be. Escape keeps it. */
export function confirmDialog(): { readonly element: HTMLDialogElement; ask(): Promise<boolean> } {
  const keep = button({ class: 'plain', autofocus: '' }, () => element.close('no'), strings.confirmNo);
  const leave = button({ class: 'strong' }, () => element.close('yes'), strings.confirmYes);
  const element = el(
    'dialog',
    { 'aria-labelledby': 'sns-confirm', class: 'confirm' },
    el('h3', { id: 'sns-confirm' }, strings.confirmNew),
    el('p', {}, strings.confirmNewText),
    el('div', { class: 'choices' }, keep, leave),
  );
  return {
    element,
    ask: () =>
      new Promise((resolve) => {
        element.returnValue = 'no';
        element.addEventListener('close', () => resolve(element.returnValue === 'yes'), { once: true });
        element.showModal();
      }),
  };
}
