import { button, el } from './dom.js';
import { iconOf } from './icon.js';
import { launcherStrings } from './strings.js';

const CHAT = 'M5 5.500h14v10h-8l-4 3.500v-3.500H5z';
const CLOSE = 'M6 9.500l6 6 6-6';

/** The round button in the corner, with what is said while the chat comes or where it does not. */
export class Launcher {
  readonly element: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #told = el('p', { class: 'told', role: 'status' });

  /** `label`: what the button is called. `toggle`: asked to open or close. */
  constructor(label: string, toggle: () => void) {
    this.#button = button({ class: 'launcher', 'aria-expanded': 'false', title: label }, toggle, iconOf(CHAT));
    this.element = el('div', { class: 'corner' }, this.#told, this.#button);
  }

  show(state: 'closed' | 'loading' | 'failed' | 'open'): void {
    this.#button.setAttribute('aria-expanded', String(state === 'open'));
    this.#button.replaceChildren(iconOf(state === 'open' ? CLOSE : CHAT));
    this.#told.textContent = state === 'loading' || state === 'failed' ? launcherStrings[state] : '';
  }

  focus(): void {
    this.#button.focus();
  }
}
