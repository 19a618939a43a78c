import { el } from './dom.js';

/** Puts a text on the clipboard; false where the browser does not let it. `near`: an element of the widget. */
export async function copyText(text: string, near: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyMarked(text, near);
  }
}

/** The old way, for pages that are served over plain HTTP and frames that may not use the clipboard. */
function copyMarked(text: string, near: HTMLElement): boolean {
  const root = near.getRootNode();
  const before = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  const field = el('textarea', { class: 'unseen', 'aria-hidden': 'true', tabindex: '-1' });
  field.value = text;
  near.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
