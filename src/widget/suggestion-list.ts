import type { TypeAheadSuggestion } from '../domain/type-ahead.js';
import { el } from './dom.js';
import { type IconName, icon } from './icons.js';
import { matchedLetters } from './matched-letters.js';
import { strings } from './strings.js';

const LIST = 'sns-suggestions';
const ICONS: Readonly<Record<TypeAheadSuggestion['kind'], IconName>> = {
  question: 'open',
  product: 'card',
  plan: 'visit',
};

/**
 * The list of suggestions that pops up over a text field, and which of them is chosen. The field keeps the focus and names the chosen
 * one, as ARIA allows a textbox that controls a listbox. It is a textarea, so it stays a textbox: HTML allows no role=combobox on it,
 * and ARIA no aria-expanded on a textbox; that there are suggestions, and how many, is announced instead.
 */
export class SuggestionList {
  readonly element = el('ul', {
    id: LIST,
    class: 'offers',
    role: 'listbox',
    'aria-label': strings.typeAhead,
    hidden: '',
  });
  readonly announced = el('p', { class: 'unseen', role: 'status' });
  #suggestions: readonly TypeAheadSuggestion[] = [];
  #typed = '';
  #chosen = -1;

  constructor(
    private readonly field: HTMLTextAreaElement,
    private readonly take: (suggestion: TypeAheadSuggestion) => void,
  ) {
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-haspopup', 'listbox');
    field.setAttribute('aria-controls', LIST);
    // The focus, and with it a phone's keyboard, stays where it is.
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
    this.element.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
      const suggestion = option && this.#suggestions[[...this.element.children].indexOf(option)];
      if (suggestion) this.take(suggestion);
    });
  }

  get isOpen(): boolean {
    return this.#suggestions.length > 0;
  }

  /** The text that the suggestions are for. */
  get typed(): string {
    return this.#typed;
  }

  get chosen(): TypeAheadSuggestion | null {
    return this.#suggestions[this.#chosen] ?? null;
  }

  /** Shows the suggestions for a text, with none of them chosen; none: closes. */
  show(suggestions: readonly TypeAheadSuggestion[], typed: string): void {
    this.#suggestions = suggestions;
    this.#typed = typed;
    this.element.hidden = !this.isOpen;
    this.element.replaceChildren(...suggestions.map((suggestion, i) => drawOption(suggestion, i, typed)));
    this.#fit();
    this.announced.textContent = this.isOpen ? strings.typeAheadCount(this.#suggestions.length) : '';
    this.choose(-1);
  }

  close(): void {
    this.show([], '');
  }

  /** Chooses the first, the last, the next or the one before; beyond the ends lies the text itself, where none is chosen. */
  move(to: 'first' | 'last' | 'next' | 'previous'): void {
    const places = this.#suggestions.length + 1;
    const last = this.#suggestions.length - 1;
    const step = to === 'next' ? 1 : -1;
    if (to === 'first' || to === 'last') this.choose(to === 'first' ? 0 : last);
    else this.choose(((this.#chosen + 1 + step + places) % places) - 1);
  }

  /** No more than can be seen at once: on a phone the keyboard leaves little room, and nobody should have to scroll for the best. */
  #fit(): void {
    const { element } = this;
    const top = window.visualViewport?.offsetTop ?? 0;
    const isTall = () => element.scrollHeight > element.clientHeight || element.getBoundingClientRect().top < top;
    while (element.childElementCount > 1 && isTall()) element.lastElementChild?.remove();
    this.#suggestions = this.#suggestions.slice(0, element.childElementCount);
  }

  /** Chooses one by its place; -1: none. */
  choose(place: number): void {
    this.#chosen = place;
    for (const [i, option] of [...this.element.children].entries()) {
      option.setAttribute('aria-selected', String(i === place));
    }
    if (place < 0) this.field.removeAttribute('aria-activedescendant');
    else this.field.setAttribute('aria-activedescendant', idOf(place));
  }
}

const idOf = (place: number) => `${LIST}-${place}`;

function drawOption({ kind, label }: TypeAheadSuggestion, place: number, typed: string): HTMLElement {
  const pieces = matchedLetters(label, typed).map(({ text, matched }) => (matched ? el('b', {}, text) : text));
  const kindName = strings.typeAheadKinds[kind];
  return el(
    'li',
    { id: idOf(place), role: 'option', class: 'offer', 'aria-selected': 'false' },
    icon(ICONS[kind]),
    el('span', { class: 'offer-label' }, ...pieces),
    // Parts the two where they are read out; it is not seen.
    ' ',
    kindName ? el('span', { class: 'offer-kind' }, kindName) : null,
  );
}
