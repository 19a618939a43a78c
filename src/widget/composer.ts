import { el } from './dom.js';
import { icon } from './icons.js';
import { strings } from './strings.js';
import { TypeAhead } from './type-ahead.js';

/** The longest message, in characters as the text field counts them (UTF-16). */
const LONGEST = 2000;
/** From here on it is said how much room is left. */
const NEAR_LONGEST = 1800;

/** The text field with its send button. Enter sends, Shift+Enter starts a new line; a text that is too long is kept, not cut. */
export class Composer {
  readonly element: HTMLFormElement;
  readonly #field = el('textarea', {
    id: 'sns-message',
    rows: '1',
    placeholder: strings.placeholder,
    'aria-describedby': 'sns-hint sns-room',
    autocomplete: 'off',
    enterkeyhint: 'send',
  });
  readonly #room = el('p', { id: 'sns-room', class: 'room' });
  /** Told once when the text becomes too long, not at every key. */
  readonly #warning = el('p', { class: 'unseen', role: 'status' });
  readonly #send = el('button', { type: 'submit', class: 'send', title: strings.send }, icon('send'));

  readonly #typeAhead: TypeAhead | null;

  /** `suggestions`: where to ask for suggestions while a person types; null: nowhere. `tools` stand below the field. */
  constructor(
    private readonly say: (text: string) => void,
    suggestions: string | null,
    tools: HTMLElement,
  ) {
    this.#typeAhead = suggestions === null ? null : new TypeAhead(this.#field, suggestions);
    this.element = el(
      'form',
      { class: 'composer', novalidate: '' },
      el('label', { for: 'sns-message', class: 'unseen' }, strings.writeLabel),
      el('div', { class: 'field' }, this.#field, this.#send),
      el(
        'div',
        { class: 'below' },
        el('p', { id: 'sns-hint', class: 'hint' }, strings.hint),
        this.#room,
        tools,
        this.#warning,
        this.#typeAhead?.list.announced ?? null,
      ),
    );
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#field.addEventListener('keydown', (event) => {
      if (this.#typeAhead?.takesKey(event)) return;
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    this.#field.addEventListener('input', () => this.#adapt());
  }

  /** The suggestions, to be shown over what stands above the text field. */
  get suggestions(): HTMLElement | null {
    return this.#typeAhead?.list.element ?? null;
  }

  focus(): void {
    this.#field.focus();
  }

  #submit(): void {
    const text = this.#field.value.trim();
    if (text === '' || text.length > LONGEST) return;
    this.#field.value = '';
    this.#typeAhead?.close();
    this.#adapt();
    this.say(text);
  }

  #adapt(): void {
    this.#field.style.height = 'auto';
    this.#field.style.height = `${this.#field.scrollHeight}px`;
    const { length } = this.#field.value.trim();
    const tooLong = length > LONGEST;
    this.#room.textContent = tooLong
      ? strings.tooLong(length - LONGEST)
      : length >= NEAR_LONGEST
        ? strings.left(LONGEST - length)
        : '';
    const warning = tooLong ? strings.tooLongNow : '';
    if (this.#warning.textContent !== warning) this.#warning.textContent = warning;
    this.#room.classList.toggle('over', tooLong);
    this.#field.setAttribute('aria-invalid', String(tooLong));
    this.#send.disabled = tooLong;
  }
}
