import { button, el } from '../widget/dom.js';
import { DeskApi, type Session } from './api.js';
import { lessonCard } from './lesson-card.js';
import { LESSON_STRINGS } from './lessons-strings.js';
import { masthead } from './masthead.js';
import { signInForm } from './sign-in-form.js';
import { STRINGS } from './strings.js';
import { weeksChart } from './weeks-chart.js';

/** The page of lessons in `place`: sign-in, then proposals and what was asked week by week. */
export class LessonsApp {
  private readonly api = new DeskApi();
  private readonly status = el('p', { class: 'status', role: 'status' });
  private readonly list = el('div', { class: 'lesson-list' });
  private readonly weeks = el('div', {});

  constructor(private readonly place: HTMLElement) {
    this.api.onSignedOut = () => this.askToSignIn(STRINGS.signedOut);
  }

  async start(): Promise<void> {
    const answer = await this.api.session();
    if (answer.ok) this.begin(answer.value);
    else this.askToSignIn(answer.status === 401 ? '' : answer.message);
  }

  private askToSignIn(because: string): void {
    this.place.replaceChildren(
      masthead(),
      signInForm(this.api, because, '', (session) => this.begin(session)),
    );
    document.getElementById('token')?.focus();
  }

  private begin({ name }: Session): void {
    this.place.replaceChildren(
      masthead(
        el('a', { href: '/desk' }, LESSON_STRINGS.desk),
        el('span', { class: 'hint' }, STRINGS.as(name)),
        button({ class: 'quiet' }, () => void this.signOut(), STRINGS.signOut),
      ),
      this.status,
      el(
        'main',
        { class: 'lessons' },
        el(
          'section',
          { 'aria-labelledby': 'lessons-name' },
          el('h2', { id: 'lessons-name', tabindex: '-1' }, LESSON_STRINGS.name),
          el('p', { class: 'hint' }, LESSON_STRINGS.hint),
          this.list,
        ),
        this.weeks,
      ),
    );
    void this.load();
    void this.loadWeeks();
  }

  private async load(): Promise<void> {
    this.list.replaceChildren(el('p', { class: 'hint' }, LESSON_STRINGS.loading));
    const answer = await this.api.lessons();
    if (!answer.ok) {
      this.list.replaceChildren();
      return this.say(answer.message, true);
    }
    const { proposals, places } = answer.value;
    const parts = {
      api: this.api,
      places,
      onDismissed: () => {
        this.say(LESSON_STRINGS.dismissed, false);
        void this.load().then(() => document.getElementById('lessons-name')?.focus());
      },
    };
    this.list.replaceChildren(
      el('p', {}, proposals.length === 0 ? LESSON_STRINGS.none : LESSON_STRINGS.shown(proposals.length)),
      ...proposals.map((proposal) => lessonCard(proposal, parts)),
    );
  }

  private async loadWeeks(): Promise<void> {
    const answer = await this.api.weeks();
    if (answer.ok) this.weeks.replaceChildren(weeksChart(answer.value.weeks));
    else this.say(answer.message, true);
  }

  private async signOut(): Promise<void> {
    await this.api.signOut();
    this.askToSignIn('');
  }

  private say(text: string, isWrong: boolean): void {
    this.status.textContent = text;
    this.status.classList.toggle('wrong', isWrong);
  }
}
