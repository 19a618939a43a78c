import { button, el } from './dom.js';
import { icon } from './icons.js';
import { strings } from './strings.js';

/** Closer to the end than this, in pixels, a reader is taken to follow along. */
const FOLLOWING = 120;
/** Between what is shown and the edge, in pixels. */
const MARGIN = 12;

/** The part of the conversation that is seen: it goes along with what is said where the reader is at the end, and else stays. */
export class ScrolledView {
  readonly element: HTMLElement;
  /** Leads to the end, where something new stands that was not gone to. */
  readonly newest = button({ class: 'newest', hidden: '' }, () => this.toEnd(), icon('newest'), strings.newest);
  #follows = true;

  constructor(...children: readonly HTMLElement[]) {
    this.element = el(
      'div',
      { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': strings.logLabel },
      ...children,
    );
    this.element.addEventListener('scroll', () => this.#look());
    const sizes = new ResizeObserver(() => {
      // A keyboard, a notice above or a longer text field takes room: who was at the end stays there.
      if (this.#follows && this.element.clientHeight > 0) this.toEnd();
    });
    sizes.observe(this.element);
    // What the reader unfolds moves nothing.
    const contents = new ResizeObserver(() => this.#look());
    for (const child of children) contents.observe(child);
  }

  /** Whether the reader is at the end. */
  get follows(): boolean {
    return this.#left() < FOLLOWING;
  }

  /** Goes to what was just said: to the end, or to the beginning of what is longer than the view, with the short question above it. */
  show(element: HTMLElement): void {
    const { clientHeight, scrollHeight } = this.element;
    const question = questionBefore(element);
    const isNear = question !== null && element.offsetTop - question.offsetTop < clientHeight / 4;
    const top = (isNear ? question : element).offsetTop - MARGIN;
    this.element.scrollTop = Math.min(top, scrollHeight - clientHeight);
    this.#look();
  }

  toEnd(): void {
    this.element.scrollTop = this.element.scrollHeight;
    this.#look();
  }

  #left(): number {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight;
  }

  #look(): void {
    this.#follows = this.follows;
    if (this.#follows) this.newest.hidden = true;
    this.element.classList.toggle('more', this.#left() > MARGIN);
  }
}

/** What a person has said last before a message. */
function questionBefore(element: HTMLElement): HTMLElement | null {
  let before = element.previousElementSibling;
  while (before && !before.classList.contains('user')) before = before.previousElementSibling;
  return before instanceof HTMLElement ? before : null;
}
