import type { DeskView } from '../domain/desk.js';
import { button, el } from '../widget/dom.js';
import { DeskApi, type Session } from './api.js';
import { putInTicket, showHelp } from './dialogs.js';
import { productList } from './facts-form.js';
import { listenForKeys, useKeys, usesKeys } from './keys.js';
import { LESSON_STRINGS } from './lessons-strings.js';
import { masthead } from './masthead.js';
import { QueueList } from './queue-list.js';
import { signInForm } from './sign-in-form.js';
import { STRINGS } from './strings.js';
import { TicketPane } from './ticket-pane.js';

/** The queue is looked at again so often, in milliseconds, while the page is seen. */
const REFRESHED_EVERY = 30_000;

/** The desk's page in `place`: sign-in, then queue and ticket side by side. */
export class DeskApp {
  private readonly api = new DeskApi();
  private readonly status = el('p', { class: 'status', role: 'status' });
  private queue: QueueList | null = null;
  private pane: TicketPane | null = null;

  constructor(private readonly place: HTMLElement) {
    this.api.onSignedOut = () => this.askToSignIn(STRINGS.signedOut);
    listenForKeys(
      {
        j: () => this.queue?.move(1),
        k: () => this.queue?.move(-1),
        t: () => this.pane?.takeOrRelease(),
        e: () => this.pane?.editDraft(),
        c: () => this.pane?.copyOrTalk(),
        g: () => this.pane?.giveBack(),
        d: () => this.pane?.finish(),
        n: () => this.putIn(),
        '/': () => this.queue?.search.focus(),
        '?': () => showHelp(usesKeys(), useKeys),
      },
      (target) => (target.matches('input, textarea, select') ? target.blur() : this.back()),
    );
    setInterval(() => {
      if (document.visibilityState === 'visible') void this.queue?.refresh();
    }, REFRESHED_EVERY);
  }

  async start(): Promise<void> {
    const answer = await this.api.session();
    if (answer.ok) this.begin(answer.value);
    else this.askToSignIn(answer.status === 401 ? '' : answer.message);
  }

  private askToSignIn(because: string): void {
    const unkept = this.pane?.unkept ?? '';
    this.pane?.leaveChat();
    this.queue = null;
    this.pane = null;
    this.place.className = '';
    this.place.replaceChildren(
      masthead(),
      signInForm(this.api, because, unkept, (session) => this.begin(session)),
    );
    document.getElementById('token')?.focus();
  }

  private begin(session: Session): void {
    const say = (text: string, isWrong = false) => this.say(text, isWrong);
    const queue = new QueueList({ api: this.api, say, onOpen: (id) => void this.open(id) });
    const pane = new TicketPane({
      api: this.api,
      session,
      say,
      onChanged: (view) => queue.changed(view),
      onBack: () => this.back(),
    });
    this.queue = queue;
    this.pane = pane;
    this.place.replaceChildren(
      masthead(
        button({ id: 'put-in' }, () => this.putIn(), STRINGS.putIn),
        el('a', { href: '/desk/lessons' }, LESSON_STRINGS.name),
        button({ id: 'help', class: 'quiet' }, () => showHelp(usesKeys(), useKeys), STRINGS.help),
        el('span', { class: 'hint' }, STRINGS.as(session.name)),
        button({ id: 'sign-out', class: 'quiet' }, () => void this.signOut(), STRINGS.signOut),
      ),
      this.status,
      el('main', { class: 'desk' }, queue.element, pane.element),
      productList(session.choices.products),
    );
    void queue.load();
    addEventListener('pagehide', () => void pane.settled());
  }

  private async open(id: string): Promise<void> {
    this.say('', false);
    await this.pane?.open(id);
    this.showTicket();
  }

  private showTicket(): void {
    this.place.className = 'has-ticket';
    this.pane?.element.focus({ preventScroll: true });
  }

  private back(): void {
    this.place.className = '';
    this.queue?.focusCurrent();
  }

  private putIn(): void {
    putInTicket(this.api, (view: DeskView) => {
      this.pane?.show(view);
      void this.queue?.load();
      this.showTicket();
    });
  }

  private async signOut(): Promise<void> {
    await this.pane?.settled();
    await this.api.signOut();
    this.askToSignIn('');
  }

  private say(text: string, isWrong: boolean): void {
    this.status.textContent = text;
    this.status.classList.toggle('wrong', isWrong);
  }
}
