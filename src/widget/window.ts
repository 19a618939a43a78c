import { el } from './dom.js';
import { isSmallWindow } from './small-window.js';
import { strings } from './strings.js';

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
    const seen = window.visualViewport;
    seen?.addEventListener('resize', this.#fit);
    seen?.addEventListener('scroll', this.#fit);
    this.#fit();
    // Where it fills the window, what lies behind can neither be seen nor be reached with the keyboard.
    if (isSmallWindow()) this.element.showModal();
    // Not `show`, which moves the focus: that is for whoever asked for it.
    else this.element.open = true;
  }

  hide(): void {
    if (!this.element.open) return;
    window.visualViewport?.removeEventListener('resize', this.#fit);
    window.visualViewport?.removeEventListener('scroll', this.#fit);
    this.element.close();
    this.closed();
  }

  /** A keyboard on the screen makes the seen part of the page smaller, not the page: where the chat fills the window it keeps to that. */
  #fit = (): void => {
    const seen = window.visualViewport;
    // Whoever enlarges the page with two fingers wants to look at a part of it.
    if (!seen || seen.scale > 1.05) return;
    this.element.style.setProperty('--sns-top', `${seen.offsetTop}px`);
    this.element.style.setProperty('--sns-height', `${seen.height}px`);
  };
}
