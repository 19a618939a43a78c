import { el } from './dom.js';
import { strings } from './strings.js';

/** So small a window is filled (style/window.css says the same): what lies behind can neither be seen nor be reached with the keyboard. */
const SMALL = '(max-width: 30rem), (max-height: 30rem)';

/** The chat above the page it is on, opened from a button; Escape closes it. */
export class ChatWindow {
  readonly element: HTMLDialogElement;

  /** `closed` is called whenever it has closed. */
  constructor(
    panel: HTMLElement,
    title: string | null,
    private readonly closed: () => void,
  ) {
    this.element = el('dialog', { class: 'window', 'aria-label': title ?? strings.panelLabel }, panel);
    this.element.addEventListener('keydown', (event) => {
      const inDialog = event.target instanceof Element && event.target.closest('dialog') !== this.element;
      if (event.key !== 'Escape' || event.defaultPrevented || inDialog) return;
      event.preventDefault();
      this.hide();
    });
    // A phone's own way back.
    this.element.addEventListener('cancel', (event) => {
      if (event.target !== this.element) return;
      event.preventDefault();
      this.hide();
    });
  }

  show(): void {
    if (this.element.open) return;
    if (window.matchMedia(SMALL).matches) this.element.showModal();
    else this.element.show();
  }

  hide(): void {
    if (!this.element.open) return;
    this.element.close();
    this.closed();
  }
}
