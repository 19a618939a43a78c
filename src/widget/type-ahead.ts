import type { TypeAheadSuggestion } from '../domain/type-ahead.js';
import { suggestionEnvironment } from './browser-environment.js';
import { strings } from './strings.js';
import { SuggestionList } from './suggestion-list.js';
import { SuggestionSource } from './suggestion-source.js';

/**
 * Suggestions while a text is typed: asks for them, shows them, and puts the one that is taken into the text field. The arrow keys
 * choose, Enter takes what is chosen, Escape closes; with none chosen every key does what it does without suggestions.
 */
export class TypeAhead {
  readonly list: SuggestionList;
  readonly #source: SuggestionSource;
  #composing = false;
  #taking = false;

  constructor(
    private readonly field: HTMLTextAreaElement,
    address: string,
  ) {
    this.list = new SuggestionList(field, (suggestion) => this.#take(suggestion));
    this.#source = new SuggestionSource(suggestionEnvironment(), address, (suggestions, text) =>
      this.list.show(suggestions, text),
    );
    field.addEventListener('input', () => this.#ask());
    // An input method shows a list of its own, and what it has composed so far is not what will be said.
    field.addEventListener('compositionstart', () => {
      this.#composing = true;
      this.close();
    });
    field.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#ask();
    });
    field.addEventListener('blur', () => this.close());
  }

  /** Closes, and shows no answer that is still to come. */
  close(): void {
    this.#source.rest();
    this.list.close();
  }

  /** Whether a key was meant for the suggestions, and has done its work. */
  takesKey(event: KeyboardEvent): boolean {
    const plain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!plain || event.isComposing || !this.list.isOpen || !this.#press(event.key)) return false;
    event.preventDefault();
    return true;
  }

  #press(key: string): boolean {
    const { chosen } = this.list;
    if (key === 'ArrowDown' || key === 'ArrowUp') this.#move(key === 'ArrowDown' ? 'next' : 'previous');
    else if (key === 'Escape') this.close();
    else if (chosen && key === 'Enter') this.#take(chosen);
    else if (chosen && (key === 'Home' || key === 'End')) this.#move(key === 'Home' ? 'first' : 'last');
    else {
      // Back to the text: the caret moves there.
      if (chosen && (key === 'ArrowLeft' || key === 'ArrowRight')) this.list.choose(-1);
      return false;
    }
    return true;
  }

  /** A list that somebody chooses from stays: a new one would drop the choice, and Enter would send what is half written. */
  #move(to: 'first' | 'last' | 'next' | 'previous'): void {
    this.#source.rest();
    this.list.move(to);
  }

  #ask(): void {
    if (this.#composing || this.#taking) return;
    const { value } = this.field;
    const { typed } = this.list;
    // Letters more or fewer keep the list until there is a new one, so that it does not flicker; another text has nothing to do with it.
    if (!value.startsWith(typed) && !typed.startsWith(value)) this.list.close();
    this.#source.ask(value);
  }

  /** As if it had been typed: with it the page's undo gives back what was there before. */
  #take({ label, says }: TypeAheadSuggestion): void {
    this.#taking = true;
    this.field.focus();
    this.field.select();
    if (!document.execCommand('insertText', false, says)) {
      this.field.value = says;
      this.field.dispatchEvent(new Event('input'));
    }
    this.#taking = false;
    this.close();
    this.list.announced.textContent = strings.typeAheadTaken(label);
  }
}
