import { Composer } from './composer.js';
import { confirmDialog } from './confirm.js';
import { DirectLine, type LineStatus } from './direct-line.js';
import { button, el } from './dom.js';
import type { LineEnvironment } from './environment.js';
import { type IconName, icon } from './icons.js';
import { Judgements } from './judgements.js';
import { KeepingTools } from './keeping-tools.js';
import type { OutgoingMessage } from './line-api.js';
import { Messages } from './messages.js';
import { ScrolledView } from './scrolled-view.js';
import type { OutgoingState } from './sender.js';
import { strings } from './strings.js';
import { isTakenOver, openSuggestions, type Transcript, withActivities, withNote, withOutgoing } from './transcript.js';
import type { WireActivity } from './wire.js';

/** No answer so long after a message: whatever happens, nobody is writing any more. */
const WRITING_MILLIS = 20_000;

export interface ChatOptions {
  readonly environment: LineEnvironment;
  /** The Direct Line address. */
  readonly base: string;
  /** Where what is typed may be looked up; null: nowhere. */
  readonly suggestions: string | null;
  /** What it is called; null: as usual. */
  readonly title: string | null;
  /** Null: it stays open. */
  readonly close?: () => void;
}

/** The chat: what is said goes to the line, what the line tells is drawn. */
export class Chat {
  readonly element: HTMLElement;
  readonly #composer: Composer;
  readonly #keeping: KeepingTools;
  readonly #messages: Messages;
  readonly #judgements: Judgements;
  readonly #chips = el('div', { class: 'chips', role: 'group', 'aria-label': strings.suggestions });
  readonly #writing = el(
    'p',
    { class: 'writing', hidden: '' },
    el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')),
    strings.writing,
  );
  readonly #state = el('p', { class: 'connection connecting' }, strings.status.connecting);
  readonly #outage = el('div', { class: 'outage', role: 'status' });
  readonly #view: ScrolledView;
  readonly #confirm = confirmDialog();
  readonly #line: DirectLine;
  #transcript: Transcript = [];
  #notes = 0;
  #writingTimer = 0;
  #started = false;

  constructor(private readonly options: ChatOptions) {
    const { environment, base } = options;
    this.#keeping = new KeepingTools(() => this.#transcript, options.title);
    this.#composer = new Composer((text) => this.ask(text), options.suggestions, this.#keeping.element);
    this.#line = new DirectLine(
      environment,
      { base, locale: navigator.language || 'en' },
      {
        status: (status) => this.#showStatus(status),
        received: (activities, userId) => this.#receive(activities, userId),
        outgoing: (message, state) => this.#outgoing(message, state),
        conversation: (change) => this.#conversation(change),
      },
    );
    this.#judgements = new Judgements(environment.shared, (judgement) => this.#line.judge(judgement));
    this.#messages = new Messages({
      judgements: this.#judgements,
      tryAgain: () => {
        this.#composer.focus();
        this.#line.reconnect();
      },
    });
    this.#view = new ScrolledView(this.#messages.element, this.#writing, this.#chips);
    this.element = el(
      'section',
      { class: 'panel', 'aria-label': options.title ?? strings.panelLabel },
      this.#header(),
      this.#outage,
      el(
        'div',
        { class: 'middle' },
        this.#view.element,
        el('div', { class: 'shade' }),
        this.#view.newest,
        this.#composer.suggestions,
      ),
      this.#composer.element,
      this.#confirm.element,
    );
  }

  /** Connects; a second call does nothing. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#line.start();
    let hiddenSince = 0;
    window.addEventListener('online', () => this.#line.reconnect());
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) hiddenSince = Date.now();
      else if (Date.now() - hiddenSince > 60_000) this.#line.reconnect();
    });
  }

  /** Says something in the visitor's name. */
  ask(text: string): void {
    this.start();
    this.#line.send(text);
  }

  /** Into the text field; on a touch screen that would bring up a keyboard over what there is to read. */
  focus(): void {
    if (window.matchMedia('(pointer: coarse)').matches) this.#view.element.focus();
    else this.#composer.focus();
  }

  #header(): HTMLElement {
    const { close, title } = this.options;
    const restart = async () => {
      const spoken = this.#transcript.some((entry) => entry.kind === 'user');
      if (!spoken || (await this.#confirm.ask())) this.#restart();
    };
    return el(
      'header',
      { class: 'top' },
      el('span', { class: 'face', 'aria-hidden': 'true' }, icon('card')),
      el('div', { class: 'who' }, el('h2', {}, title ?? strings.title), this.#state),
      this.#tool('person', strings.person, () => this.#say(strings.personSays)),
      this.#tool('again', strings.newConversation, () => void restart()),
      close ? button({ class: 'tool', title: strings.close }, close, icon('close')) : null,
    );
  }

  #tool(name: IconName, label: string, use: () => void): HTMLElement {
    return button({ class: `tool ${name}`, title: label }, use, icon(name), el('span', {}, label));
  }

  #say(text: string): void {
    this.ask(text);
    this.#composer.focus();
  }

  #restart(): void {
    this.#transcript = [];
    this.#draw();
    this.#line.restart();
    this.#note(strings.began);
    this.#composer.focus();
  }

  #receive(activities: readonly WireActivity[], userId: string): void {
    this.#transcript = withActivities(this.#transcript, activities, userId);
    this.#draw();
    const last = activities.at(-1);
    const writes = last?.type === 'typing' || last?.channelData?.clientActivityID !== undefined;
    this.#showWriting(writes);
  }

  #outgoing(message: OutgoingMessage, state: OutgoingState): void {
    this.#transcript = withOutgoing(this.#transcript, message, state);
    this.#draw();
    this.#showWriting(state === 'sending');
  }

  #conversation(change: 'new' | 'resumed' | 'replaced'): void {
    if (change === 'new') this.#judgements.clear();
    if (change === 'replaced') this.#note(strings.replaced);
    if (change !== 'replaced') this.#messages.announce(change === 'resumed');
  }

  #note(text: string): void {
    this.#transcript = withNote(this.#transcript, `note-${this.#notes++}`, text);
    this.#draw();
  }

  #draw(): void {
    const { follows } = this.#view;
    const added = this.#messages.draw(this.#transcript);
    this.#drawChips();
    if (added && (follows || added.entry.kind === 'user')) this.#view.show(added.element);
    else if (added) this.#view.newest.hidden = false;
    else if (follows) this.#view.toEnd();
  }

  #drawChips(): void {
    const hadFocus = this.#chips.contains((this.#chips.getRootNode() as ShadowRoot | Document).activeElement);
    const offered = openSuggestions(this.#transcript);
    this.#chips.hidden = offered.length === 0;
    this.#chips.replaceChildren(
      ...offered.map(({ label, says }) => button({ class: 'chip' }, () => this.ask(says), label)),
    );
    // The clicked suggestion is gone.
    if (hadFocus) this.focus();
  }

  #showWriting(writes: boolean): void {
    window.clearTimeout(this.#writingTimer);
    const { follows } = this.#view;
    // A person writes for longer than anybody would believe.
    const shows = writes && !isTakenOver(this.#transcript);
    this.#writing.hidden = !shows;
    if (!shows) return;
    this.#writingTimer = window.setTimeout(() => this.#showWriting(false), WRITING_MILLIS);
    if (follows) this.#view.toEnd();
  }

  #showStatus(status: LineStatus): void {
    this.#state.textContent = strings.status[status];
    this.#state.className = `connection ${status}`;
    this.#outage.replaceChildren(...this.#drawOutage(status));
  }

  #drawOutage(status: LineStatus): readonly Node[] {
    if (status === 'busy') return [el('p', {}, strings.busyBar)];
    if (status !== 'offline') return [];
    return [el('p', {}, strings.offlineBar), button({ class: 'link' }, () => this.#line.reconnect(), strings.tryNow)];
  }
}
