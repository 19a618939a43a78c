import { el } from './dom.js';
import { type DrawOptions, drawEntry, updateEntry } from './draw-entry.js';
import { strings } from './strings.js';
import type { Entry, Transcript } from './transcript.js';

const SETTLED_MILLIS = 500;

/** The drawn conversation. Only what has changed is touched, so that a screen reader hears each message once. */
export class Messages {
  /** Silent until the history is drawn. */
  readonly element = el('div', { role: 'log', 'aria-live': 'off', 'aria-label': strings.logLabel, class: 'log' });
  #drawn = new Map<string, { readonly entry: Entry; readonly element: HTMLElement }>();

  constructor(private readonly options: DrawOptions) {}

  /**
   * From now on, what is added is read out. `history`: what has just been drawn is not; browsers look at what has changed some time after
   * it has, and read out what they then find to be live.
   */
  announce(history: boolean): void {
    const live = () => this.element.setAttribute('aria-live', 'polite');
    if (history) window.setTimeout(live, SETTLED_MILLIS);
    else live();
  }

  /** Draws the conversation as it now is; the result is the last entry that was not there before. */
  draw(transcript: Transcript): { readonly entry: Entry; readonly element: HTMLElement } | null {
    const drawn = new Map<string, { readonly entry: Entry; readonly element: HTMLElement }>();
    let added: { readonly entry: Entry; readonly element: HTMLElement } | null = null;
    let previous: HTMLElement | null = null;
    for (const entry of transcript) {
      const known = this.#drawn.get(entry.key);
      const element: HTMLElement = known
        ? known.entry === entry
          ? known.element
          : updateEntry(known.element, known.entry, entry, this.options)
        : drawEntry(entry, this.options);
      const next: Element | null = previous ? previous.nextElementSibling : this.element.firstElementChild;
      if (next !== element) this.element.insertBefore(element, next);
      if (!known) added = { entry, element };
      drawn.set(entry.key, { entry, element });
      previous = element;
    }
    for (const [key, { element }] of this.#drawn) if (!drawn.has(key)) element.remove();
    this.#drawn = drawn;
    return added;
  }
}
