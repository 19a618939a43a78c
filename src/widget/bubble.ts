import { button, el } from './dom.js';
import { icon } from './icons.js';
import { strings } from './strings.js';

/** A round button in the corner of a page that opens and closes the chat; Escape closes it. */
export class Bubble {
  readonly element: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #launcher: HTMLButtonElement;

  /** `opened` is called each time it opens, and returns where the focus shall go. */
  constructor(
    panel: HTMLElement,
    private readonly opened: () => { focus(): void },
  ) {
    this.#launcher = button(
      { class: 'launcher', 'aria-expanded': 'false', 'aria-label': strings.open, title: strings.open },
      () => (this.#frame.hidden ? this.open() : this.close()),
      icon('chat'),
    );
    this.#frame = el('div', { class: 'frame', hidden: '', role: 'dialog', 'aria-label': strings.panelLabel }, panel);
    this.#frame.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) this.close();
    });
    this.element = el('div', { class: 'bubble-root' }, this.#frame, this.#launcher);
  }

  open(): void {
    this.#frame.hidden = false;
    this.#launcher.setAttribute('aria-expanded', 'true');
    this.opened().focus();
  }

  close(): void {
    this.#frame.hidden = true;
    this.#launcher.setAttribute('aria-expanded', 'false');
    this.#launcher.focus();
  }
}
