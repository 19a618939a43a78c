import { copyText } from './copy-text.js';
import { button, el } from './dom.js';
import { type IconName, icon } from './icons.js';
import { printConversation } from './print-conversation.js';
import { strings } from './strings.js';
import type { Transcript } from './transcript.js';
import { transcriptText } from './transcript-text.js';

/** What keeps a conversation beyond this page: copying and printing it. */
export class KeepingTools {
  readonly element: HTMLElement;
  readonly #told = el('span', { class: 'kept', role: 'status' });

  constructor(
    private readonly transcript: () => Transcript,
    private readonly title: string | null,
  ) {
    this.element = el(
      'div',
      { class: 'keeping' },
      this.#told,
      this.#tool('copy', strings.copy, () => void this.#copy()),
      this.#tool('print', strings.print, () => this.#print()),
    );
  }

  #tool(name: IconName, label: string, use: () => void): HTMLElement {
    return button({ class: 'keep-tool', title: label }, use, icon(name));
  }

  async #copy(): Promise<void> {
    // Emptied first, so that the same words are read out again.
    this.#told.textContent = '';
    const copied = await copyText(transcriptText(this.transcript()), this.element);
    this.#told.textContent = copied ? strings.copied : strings.notCopied;
  }

  #print(): void {
    printConversation(this.transcript(), this.title ?? strings.title, this.element);
  }
}
