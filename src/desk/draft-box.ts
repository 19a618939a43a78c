import type { DeskView } from '../domain/desk.js';
import { copyText } from '../widget/copy-text.js';
import { button, el } from '../widget/dom.js';
import { STRINGS } from './strings.js';

/** Typing pauses for so long before it is kept, in milliseconds. */
const KEPT_AFTER = 1000;

export interface DraftParts {
  readonly isOpen: boolean;
  /** Null: as it is proposed. */
  readonly keep: (draft: string | null) => void;
  readonly say: (text: string) => void;
}

/** The draft of the reply: to be edited, kept while one types, copied. */
export class DraftBox {
  readonly element: HTMLElement;
  readonly field: HTMLTextAreaElement;
  private timer = 0;

  constructor(
    { draft, triage }: DeskView,
    private readonly parts: DraftParts,
  ) {
    const proposal = triage?.proposal ?? '';
    const text = draft ?? proposal;
    this.field = el('textarea', { id: 'draft', rows: String(Math.min(24, Math.max(6, text.split('\n').length + 2))) });
    this.field.value = text;
    this.field.readOnly = !parts.isOpen;
    this.field.addEventListener('input', () => this.wait());
    this.field.addEventListener('change', () => this.flush());
    const proposed = button({ id: 'use-proposal', class: 'quiet' }, () => parts.keep(null), STRINGS.useProposal);
    proposed.disabled = !parts.isOpen;
    this.element = el(
      'section',
      { 'aria-labelledby': 'draft-name' },
      el('h3', { id: 'draft-name' }, el('label', { for: 'draft' }, STRINGS.draft)),
      el('p', { class: 'hint' }, text === '' && draft === null ? STRINGS.noDraft : STRINGS.draftHint),
      this.field,
      el(
        'p',
        { class: 'row' },
        button({ id: 'copy-draft' }, () => void this.copy(), STRINGS.copy),
        draft !== null && proposed,
        draft !== null && el('span', { class: 'hint' }, STRINGS.edited),
      ),
      draft !== null &&
        draft !== proposal &&
        el('details', { id: 'proposal' }, el('summary', {}, STRINGS.proposal), el('pre', {}, proposal)),
    );
  }

  /** What was typed before the ticket was shown anew. */
  typeAgain(text: string): void {
    this.field.value = text;
    this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), KEPT_AFTER);
  }

  /** Typed and not kept yet. */
  get isPending(): boolean {
    return this.timer !== 0;
  }

  /** Keeps what has been typed and waits to be kept. */
  flush(): void {
    if (this.timer === 0) return;
    clearTimeout(this.timer);
    this.timer = 0;
    this.parts.keep(this.field.value);
  }

  async copy(): Promise<void> {
    this.parts.say((await copyText(this.field.value, this.element)) ? STRINGS.copied : STRINGS.notCopied);
  }
}
