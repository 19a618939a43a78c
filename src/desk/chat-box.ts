import type { DeskChat, DeskView } from '../domain/desk.js';
import { newId } from '../widget/browser-environment.js';
import { button, el } from '../widget/dom.js';
import type { DeskApi } from './api.js';
import { drawChatLines } from './draw-chat.js';
import { STRINGS } from './strings.js';

/** The chat is looked at so often, in milliseconds: while one talks, and while one only reads. */
const LOOKED_AT_EVERY = { talking: 2000, reading: 10_000 };
/** Whoever has scrolled no further up reads the newest. */
const AT_END_PIXELS = 40;

export interface ChatParts {
  readonly api: DeskApi;
  /** Who is signed in. */
  readonly name: string;
  readonly say: (text: string, isWrong?: boolean) => void;
  /** The ticket is not as it is shown any more. */
  readonly onStale: () => void;
}

/** What is said in the chat that a request for a person comes from, and, for whoever has taken it over, a field to write into it. */
export class ChatBox {
  readonly element: HTMLElement;
  readonly field = el('textarea', { id: 'chat-text', rows: '3', maxlength: '4000', 'aria-describedby': 'chat-hint' });
  private readonly lines = el('ol', { class: 'transcript' });
  private readonly log = el(
    'div',
    { id: 'chat-log', class: 'log', role: 'log', tabindex: '0', 'aria-label': STRINGS.transcript },
    this.lines,
  );
  private readonly form: HTMLFormElement;
  private readonly send = el('button', { id: 'chat-send', class: 'main' }, STRINGS.send);
  private chat: DeskChat;
  private drawn = '';
  private timer = 0;
  /** Of two calls the later one counts. */
  private calls = 0;
  private isDown = false;
  private sending = '';
  private isStopped = false;
  /** Tells a message that is sent again from a new one. */
  private outgoing = { id: newId(), text: '' };

  constructor(
    readonly ticketId: string,
    chat: DeskChat,
    private readonly parts: ChatParts,
  ) {
    this.chat = chat;
    this.form = el(
      'form',
      { class: 'write' },
      el('label', { for: 'chat-text' }, STRINGS.write),
      this.field,
      el('p', { class: 'row' }, this.send, el('span', { class: 'hint', id: 'chat-hint' }, STRINGS.writeHint)),
    );
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.say();
    });
    this.field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      void this.say();
    });
    this.element = el('div', { class: 'chat' }, this.log, this.form);
    this.update(chat);
  }

  /** Draws the chat as it now is. */
  update(chat: DeskChat): void {
    this.chat = chat;
    this.form.hidden = !this.isMine;
    const now = JSON.stringify([chat.transcript, chat.unsaid]);
    if (now !== this.drawn) this.draw(chat);
    this.drawn = now;
    clearTimeout(this.timer);
    if (this.isStopped) return;
    const pause = this.isMine ? LOOKED_AT_EVERY.talking : LOOKED_AT_EVERY.reading;
    this.timer = setTimeout(() => void this.look(), pause);
  }

  /** Once it stands in the page: the newest is seen. */
  toEnd(): void {
    this.log.scrollTop = this.log.scrollHeight;
  }

  private draw(chat: DeskChat): void {
    const { scrollHeight, scrollTop, clientHeight } = this.log;
    const wasAtEnd = scrollHeight - scrollTop - clientHeight < AT_END_PIXELS;
    drawChatLines(this.lines, chat);
    if (wasAtEnd) this.toEnd();
  }

  /** It is no longer looked at. */
  stop(): void {
    clearTimeout(this.timer);
    this.isStopped = true;
  }

  /** What is typed, and what is on its way. */
  get typed(): string {
    return [this.sending, this.field.value].filter((text) => text !== '').join('\n');
  }

  /** What was typed and can no longer be sent, since one does not talk any more. */
  get unsent(): string {
    return this.isMine ? '' : this.typed;
  }

  private get isMine(): boolean {
    return this.chat.talk?.who === this.parts.name;
  }

  private async look(): Promise<void> {
    // Whoever talks gives a sign of themselves by it; whoever reads has turned away.
    if (document.hidden && !this.isMine) return this.update(this.chat);
    const call = ++this.calls;
    const answer = await this.parts.api.chat(this.ticketId);
    if (this.isStopped || call !== this.calls) return;
    const wasDown = this.isDown;
    this.isDown = !answer.ok;
    if (answer.ok) {
      if (wasDown) this.parts.say('');
      return this.take(answer.value);
    }
    if (!wasDown) this.parts.say(answer.message, true);
    if (answer.status === 404) this.parts.onStale();
    else if (answer.status !== 401) this.update(this.chat);
  }

  private take(chat: DeskChat): void {
    const isStale = chat.version !== this.chat.version;
    this.update(chat);
    if (isStale && !this.isStopped) this.parts.onStale();
  }

  private async say(): Promise<void> {
    const text = this.field.value.trim();
    if (text === '' || this.send.disabled) return;
    if (this.outgoing.text !== text) this.outgoing = { id: newId(), text };
    // One may type on meanwhile.
    this.field.value = '';
    this.sending = text;
    this.send.disabled = true;
    this.calls++;
    const answer = await this.parts.api.say(this.ticketId, this.outgoing);
    this.send.disabled = false;
    if (answer.ok) {
      this.sending = '';
      this.outgoing = { id: newId(), text: '' };
      return this.take(answer.value);
    }
    this.field.value = this.typed;
    this.sending = '';
    this.parts.say(answer.message, true);
    this.update(this.chat);
    if (answer.status === 409 && !this.isStopped) this.parts.onStale();
  }
}

/** The button that takes a chat over, or gives it back; null: neither can be done. */
export function talkButton(
  { request }: DeskView,
  isMine: boolean,
  name: string,
  act: (kind: 'talk' | 'give-back') => void,
): HTMLElement | null {
  if (request === null || !isMine) return null;
  if (request.chat.talk?.who === name) return button({ id: 'give-back' }, () => act('give-back'), STRINGS.giveBack);
  if (!request.canTalk) return el('span', { class: 'hint' }, STRINGS.cannotTalk);
  return button({ id: 'talk' }, () => act('talk'), STRINGS.talk);
}
