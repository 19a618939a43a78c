import type { DeskView } from '../domain/desk.js';
import { el } from '../widget/dom.js';
import type { Act, DeskApi, Session } from './api.js';
import { ChatBox } from './chat-box.js';
import { DraftBox } from './draft-box.js';
import { drawAsks } from './draw-asks.js';
import { drawHead, drawNewer, type HeadParts } from './draw-head.js';
import { drawHistory, drawRequest, drawText, drawTriage, unkeptText } from './draw-ticket.js';
import { focusKept } from './focus-kept.js';
import { STRINGS } from './strings.js';

export interface TicketPaneParts {
  readonly api: DeskApi;
  readonly session: Session;
  readonly say: (text: string, isWrong?: boolean) => void;
  /** The ticket shown is now like this. */
  readonly onChanged: (view: DeskView) => void;
  readonly onBack: () => void;
}

/** What is said of what has been done, where it does not show by itself. */
const TOLD: Readonly<Partial<Record<Act['kind'], string>>> = {
  take: STRINGS.took,
  done: STRINGS.isDone,
  talk: STRINGS.talked,
  'give-back': STRINGS.gaveBack,
};

/** One ticket: what it says, what was made of it, and what can be done with it. What is done goes out one after the other. */
export class TicketPane {
  readonly element = el('section', { id: 'ticket', tabindex: '-1', 'aria-label': STRINGS.ticket });
  private view: DeskView | null = null;
  private draft: DraftBox | null = null;
  private chat: ChatBox | null = null;
  /** What was typed in chats that are not open, by their tickets. */
  private readonly typed = new Map<string, string>();
  private lost = '';
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly parts: TicketPaneParts) {
    this.render();
  }

  get shownId(): string | null {
    return this.view?.id ?? null;
  }

  /** What stands in the draft, or is typed in a chat, and is not kept; empty: nothing. */
  get unkept(): string {
    const kept = this.view?.draft ?? this.view?.triage?.proposal ?? '';
    const text = this.draft?.field.value ?? this.chat?.typed ?? '';
    return text === kept ? '' : text;
  }

  async open(id: string): Promise<void> {
    await this.settled();
    const answer = await this.parts.api.ticket(id);
    if (!answer.ok) return this.parts.say(answer.message, true);
    this.lost = '';
    this.show(answer.value);
    this.element.scrollTop = 0;
  }

  show(view: DeskView | null): void {
    this.view = view;
    this.render();
    if (view !== null) this.parts.onChanged(view);
  }

  /** Resolves once all that was done is kept. */
  async settled(): Promise<void> {
    this.draft?.flush();
    await this.last;
  }

  takeOrRelease(): void {
    if (this.view?.state === 'done') return;
    this.do(this.isMine ? { kind: 'release' } : { kind: 'take', over: false });
  }

  finish(): void {
    if (this.view?.state !== 'done') this.do({ kind: 'done' });
  }

  editDraft(): void {
    this.draft?.field.focus();
  }

  /** What is to be sent by hand is copied; in a chat one talks. */
  copyOrTalk(): void {
    if (this.draft !== null) void this.draft.copy();
    else if (this.element.querySelector('#talk')) this.do({ kind: 'talk' });
    else this.chat?.field.focus();
  }

  giveBack(): void {
    if (this.element.querySelector('#give-back')) this.do({ kind: 'give-back' });
  }

  private headParts(): HeadParts {
    const { session, onBack } = this.parts;
    return { isMine: this.isMine, name: session.name, act: (act) => this.do(act), onBack };
  }

  private get isMine(): boolean {
    return this.view?.state === 'taken' && this.view.takenBy === this.parts.session.name;
  }

  /** Does something after all that was done before, on the ticket as it is by then. */
  private do(act: Act): void {
    if (act.kind !== 'draft') this.draft?.flush();
    this.last = this.last.then(() => this.send(act));
  }

  private async send(act: Act): Promise<void> {
    const { view } = this;
    if (view === null) return;
    const { api, say } = this.parts;
    const answer = await api.act(view.id, view.version, act);
    if (answer.ok) {
      const told = TOLD[act.kind];
      if (told !== undefined) say(told);
      // Whoever types on is not to be interrupted.
      const goesOn = act.kind === 'draft' && act.draft !== null && document.activeElement === this.draft?.field;
      if (goesOn) {
        this.view = answer.value;
        this.parts.onChanged(answer.value);
      } else this.show(answer.value);
      if (act.kind === 'talk') this.chat?.field.focus();
      return;
    }
    say(answer.message, true);
    if (act.kind === 'draft' && act.draft !== null) this.lost = act.draft;
    if (answer.status !== 409 && answer.status !== 404) return;
    await this.showAnew(view.id);
  }

  private async showAnew(id: string): Promise<void> {
    const now = await this.parts.api.ticket(id);
    if (this.shownId === id) this.show(now.ok ? now.value : null);
  }

  /** The same box as long as the same chat is open: what is typed there stays. */
  private chatOf({ id, request }: DeskView): ChatBox | null {
    if (request === null) return null;
    if (this.chat?.ticketId === id) {
      this.chat.update(request.chat);
      return this.chat;
    }
    const { api, session, say } = this.parts;
    return new ChatBox(id, request.chat, { api, name: session.name, say, onStale: () => void this.showAnew(id) });
  }

  /** Nobody looks at its chat any more. */
  leaveChat(): void {
    if (this.chat === null) return;
    this.chat.stop();
    this.typed.set(this.chat.ticketId, this.chat.field.value);
  }

  private render(): void {
    const { view } = this;
    const chat = view === null ? null : this.chatOf(view);
    if (chat !== this.chat) {
      this.leaveChat();
      if (chat !== null) chat.field.value = this.typed.get(chat.ticketId) ?? '';
    }
    this.chat = chat;
    if (view === null) {
      this.draft = null;
      this.element.replaceChildren(el('p', { class: 'nothing' }, STRINGS.nothingOpen));
      return;
    }
    const typed = this.draft?.isPending ? this.draft.field.value : null;
    focusKept(this.element, () => {
      this.draft =
        view.triage === null
          ? null
          : new DraftBox(view, {
              isOpen: this.isMine,
              keep: (draft) => this.do({ kind: 'draft', draft }),
              say: (text) => this.parts.say(text),
            });
      if (typed !== null && this.draft !== null && this.isMine) this.draft.typeAgain(typed);
      this.element.replaceChildren(...this.sections(view).filter((part) => part !== null));
    });
    chat?.toEnd();
  }

  private sections(view: DeskView): readonly (Node | null)[] {
    const { choices } = this.parts.session;
    return [
      drawHead(view, this.headParts()),
      view.newer === null ? null : drawNewer(view.newer, this.headParts()),
      this.lost === '' ? null : unkeptText(this.lost),
      this.chat?.unsent ? unkeptText(this.chat.unsent) : null,
      view.request === null || this.chat === null ? drawText(view) : drawRequest(view.request, this.chat.element),
      view.triage === null ? null : drawTriage(view.triage),
      view.triage === null
        ? null
        : el(
            'section',
            { 'aria-labelledby': 'asks-name' },
            el('h3', { id: 'asks-name' }, STRINGS.asks),
            drawAsks(view.triage.asks, {
              choices,
              isOpen: this.isMine,
              onFacts: (at, facts) => this.do({ kind: 'facts', at, facts }),
            }),
          ),
      this.draft?.element ?? null,
      drawHistory(view),
    ];
  }
}
