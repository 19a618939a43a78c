import type { ContractReply } from '../domain/contract.js';
import type { CanBeJudged, Reaction } from '../domain/feedback.js';
import { button, el } from './dom.js';
import { icon } from './icons.js';
import type { Judgements } from './judgements.js';
import { strings } from './strings.js';

/** The longest comment, in characters as the text field counts them (UTF-16). */
const LONGEST = 1000;

/** Replies that are answers; its type has the compiler hold it to what the domain says. */
const IS_ANSWER: CanBeJudged = {
  faq: true,
  clarify: true,
  entitlement: true,
  identify: true,
  'one-phase': true,
  'out-of-scope': true,
  human: false,
  smalltalk: false,
  cancel: false,
  reminder: false,
};

export const canBeJudged = (reply: ContractReply): boolean =>
  [reply, ...reply.parts].some(({ kind }) => IS_ANSWER[kind]);

/** Two thumbs under an answer; the one that points down opens a field for what was wrong. Pressed again, a thumb is taken back. */
export class JudgingBar {
  readonly element: HTMLElement;
  readonly #thumbs: Readonly<Record<Reaction, HTMLButtonElement>>;
  readonly #comment = el('textarea', { rows: '2', maxlength: String(LONGEST), enterkeyhint: 'send' });
  readonly #form: HTMLFormElement;
  readonly #state = el('span', { class: 'judged', role: 'status' });

  constructor(
    private readonly about: string,
    private readonly judgements: Judgements,
  ) {
    this.#thumbs = { up: this.#thumb('up'), down: this.#thumb('down') };
    this.#form = this.#drawForm();
    this.element = el(
      'div',
      // What opens here the visitor has opened; only the state is read out.
      { class: 'judging', 'aria-live': 'off' },
      el(
        'div',
        { class: 'thumbs', role: 'group', 'aria-label': strings.judging },
        this.#thumbs.up,
        this.#thumbs.down,
        this.#state,
      ),
      this.#form,
    );
    this.#show();
  }

  #thumb(reaction: Reaction): HTMLButtonElement {
    const label = strings.thumbs[reaction];
    return button({ class: 'thumb', title: label }, () => this.#press(reaction), icon(reaction));
  }

  #drawForm(): HTMLFormElement {
    const form = el(
      'form',
      { class: 'wrong', hidden: '' },
      el('label', {}, strings.whatWasWrong, this.#comment),
      el('p', { class: 'wrong-hint' }, strings.whereItGoes),
      el(
        'div',
        { class: 'wrong-choices' },
        el('button', { type: 'submit', class: 'strong' }, strings.sendComment),
        button({ class: 'plain' }, () => this.#close(), strings.skipComment),
      ),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#sendComment();
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        this.#close();
      } else if (event.key === 'Enter' && event.target === this.#comment && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    return form;
  }

  async #press(reaction: Reaction): Promise<void> {
    const wanted = this.judgements.of(this.about) === reaction ? null : reaction;
    const said = this.judgements.say(this.about, wanted);
    this.#form.hidden = wanted !== 'down';
    this.#show();
    if (wanted === 'down') this.#open();
    this.#tell((await said) ? (wanted === 'up' ? strings.noted : '') : strings.notKept);
  }

  async #sendComment(): Promise<void> {
    const comment = this.#comment.value.trim();
    if (comment === '') {
      this.#close();
      return;
    }
    const kept = await this.judgements.say(this.about, 'down', comment);
    if (kept) this.#close();
    this.#tell(kept ? strings.commentKept : strings.notKept);
  }

  #open(): void {
    this.#comment.value = '';
    this.#form.scrollIntoView({ block: 'nearest' });
    // On a touch screen a keyboard would come up that nobody has asked for.
    if (!window.matchMedia('(pointer: coarse)').matches) this.#comment.focus();
  }

  #close(): void {
    this.#form.hidden = true;
    this.#show();
    this.#tell(strings.noted);
    this.#thumbs.down.focus();
  }

  #tell(state: string): void {
    this.#show();
    this.#state.textContent = state;
  }

  #show(): void {
    const said = this.judgements.of(this.about);
    for (const reaction of ['up', 'down'] as const)
      this.#thumbs[reaction].setAttribute('aria-pressed', String(said === reaction));
    this.#thumbs.down.setAttribute('aria-expanded', String(!this.#form.hidden));
  }
}
