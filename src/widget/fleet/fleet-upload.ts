import { button, el } from '../dom.js';
import { type FleetAnswer, type Sending, sendList } from './send-list.js';
import { STRINGS } from './strings.js';

/** A place to choose a list or drop it, its progress, and what comes of it. */
export class FleetUpload {
  readonly element: HTMLElement;
  private readonly input = el('input', { type: 'file', accept: '.csv,.tsv,.txt,.xlsx', 'aria-label': STRINGS.file });
  private readonly drop = el(
    'label',
    { class: 'drop' },
    this.input,
    el('span', { class: 'choose' }, STRINGS.choose),
    el('span', { class: 'hint' }, STRINGS.orDrop),
  );
  private readonly bar = el('progress', { max: '1', 'aria-label': 'Progress', hidden: '' });
  private readonly told = el('p', { class: 'told', role: 'status' });
  private readonly stop = button({ class: 'link', hidden: '' }, () => this.sending?.stop(), STRINGS.cancel);
  private readonly result = el('div', { class: 'result' });
  private sending: Sending | null = null;
  private key = '';

  constructor(private readonly address: string) {
    this.element = el('div', {}, this.drop, this.bar, this.told, this.stop, this.result);
    this.input.addEventListener('change', () => {
      const [file] = this.input.files ?? [];
      // Emptied, so that the same file can be chosen again once it is mended.
      if (file) void this.send(file).finally(() => this.clearInput());
    });
    for (const name of ['dragenter', 'dragover'] as const) {
      this.drop.addEventListener(name, (event) => {
        event.preventDefault();
        this.drop.classList.add('over');
      });
    }
    for (const name of ['dragleave', 'drop'] as const) {
      this.drop.addEventListener(name, () => this.drop.classList.remove('over'));
    }
    this.drop.addEventListener('drop', (event) => {
      event.preventDefault();
      const files = event.dataTransfer?.files;
      const [file] = files ?? [];
      if (files && files.length > 1) this.say(STRINGS.tooMany, true);
      else if (file) void this.send(file);
    });
  }

  private clearInput(): void {
    this.input.value = '';
  }

  private say(text: string, isWrong = false): void {
    this.told.textContent = text;
    this.told.classList.toggle('wrong', isWrong);
  }

  private async send(file: File): Promise<void> {
    if (this.sending) return this.say(STRINGS.tooMany, true);
    this.result.replaceChildren();
    this.show(true);
    this.say(STRINGS.sending(file.name));
    this.sending = sendList(this.address, file, this.key, (share) => {
      if (share < 1) this.bar.value = share;
      else {
        // How far the checking has come is not known: the bar only moves.
        this.bar.removeAttribute('value');
        this.say(STRINGS.deciding(file.name));
      }
    });
    const sent = await this.sending.result;
    this.sending = null;
    this.show(false);
    switch (sent.kind) {
      case 'answered':
        this.say(STRINGS.done(file.name, sent.answer.devices));
        this.result.replaceChildren(...answerParts(sent.answer));
        break;
      case 'key':
        this.say(STRINGS.keyWanted, this.key !== '');
        this.askKey(file);
        break;
      case 'refused':
        this.say(sent.message?.replace(/^(?:The list|Body): /, '') ?? STRINGS.failed, true);
        break;
      case 'lost':
        this.say(STRINGS.lost, true);
        break;
      case 'stopped':
        this.say(STRINGS.stopped);
    }
  }

  private show(isBusy: boolean): void {
    this.bar.hidden = !isBusy;
    this.stop.hidden = !isBusy;
    this.bar.value = 0;
    this.drop.classList.toggle('busy', isBusy);
    this.input.disabled = isBusy;
  }

  private askKey(file: File): void {
    const field = el('input', { type: 'password', autocomplete: 'off', required: '' });
    const form = el(
      'form',
      { class: 'key' },
      el('label', {}, STRINGS.key, field),
      el('button', { type: 'submit' }, STRINGS.send),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.key = field.value.trim();
      void this.send(file);
    });
    this.result.replaceChildren(form);
    field.focus();
  }
}

function answerParts({ covered, endsSoon, open, toLookAt, report }: FleetAnswer): readonly HTMLElement[] {
  const figures: readonly (readonly [number, string])[] = [
    [covered, STRINGS.covered],
    [endsSoon, STRINGS.soon],
    [open, STRINGS.open],
    [toLookAt, STRINGS.look],
  ];
  return [
    el(
      'ul',
      { class: 'figures' },
      ...figures.map(([n, what]) => el('li', {}, el('b', {}, STRINGS.figure(n)), ` ${what}`)),
    ),
    el(
      'p',
      { class: 'take' },
      el('a', { class: 'open', href: report, target: '_blank', rel: 'noopener' }, STRINGS.openReport),
      el('a', { href: `${report}?save`, download: '' }, STRINGS.saveReport),
    ),
  ];
}
