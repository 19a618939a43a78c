import type { DeskView } from '../domain/desk.js';
import { button, el } from '../widget/dom.js';
import type { DeskApi, QueuedTicket, QueueQuery } from './api.js';
import { focusKept } from './focus-kept.js';
import { routeLabel, TICKET_ROUTES_SHOWN } from './routes.js';
import { STRINGS } from './strings.js';
import { whenWords } from './when.js';

/** Typing in the search pauses for so long before it is looked for, in milliseconds. */
const SEARCHED_AFTER = 300;
const PAGE = '50';

export interface QueueListParts {
  readonly api: DeskApi;
  readonly say: (text: string, isWrong?: boolean) => void;
  readonly onOpen: (id: string) => void;
}

/** The queue: by route, state, order and words, page by page. One row is the current one. */
export class QueueList {
  readonly element: HTMLElement;
  readonly search = el('input', {
    id: 'search',
    type: 'search',
    'aria-label': STRINGS.search,
    placeholder: STRINGS.search,
  });
  private readonly route = el('select', { id: 'route', 'aria-label': STRINGS.route });
  private readonly state = choiceOf('state', STRINGS.state, STRINGS.states);
  private readonly sort = choiceOf('sort', STRINGS.sort, STRINGS.sorts);
  private readonly mine = el('input', { id: 'mine', type: 'checkbox' });
  private readonly rows = el('ul', { class: 'rows' });
  private readonly more = button({ id: 'more', class: 'quiet', hidden: '' }, () => void this.load(true), STRINGS.more);
  private tickets: readonly QueuedTicket[] = [];
  private next: string | null = null;
  private current: string | null = null;
  /** Of two looks the later one counts. */
  private looks = 0;

  constructor(private readonly parts: QueueListParts) {
    let timer = 0;
    this.search.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void this.load(), SEARCHED_AFTER);
    });
    for (const field of [this.route, this.state, this.sort, this.mine])
      field.addEventListener('change', () => void this.load());
    this.drawRoutes({});
    this.element = el(
      'nav',
      { id: 'queue', 'aria-label': STRINGS.queue },
      el(
        'div',
        { class: 'filters' },
        this.search,
        this.route,
        this.state,
        this.sort,
        el('label', { class: 'check' }, this.mine, ` ${STRINGS.mine}`),
      ),
      this.rows,
      this.more,
    );
  }

  /** Loads the first page, or the next one behind what is shown. */
  async load(isMore = false): Promise<void> {
    const look = ++this.looks;
    const answer = await this.parts.api.queue({ ...this.query(), limit: PAGE, after: isMore ? (this.next ?? '') : '' });
    if (look !== this.looks) return;
    if (!answer.ok) return this.parts.say(answer.message, true);
    const { tickets, next, counts } = answer.value;
    this.tickets = isMore ? [...this.tickets, ...tickets] : tickets;
    this.next = next;
    this.drawRoutes(counts);
    this.draw();
  }

  /** Looks whether something has come, while no more than a page is shown. */
  async refresh(): Promise<void> {
    if (this.tickets.length <= Number(PAGE)) await this.load();
  }

  /** A ticket that is shown has become another. */
  changed({ id, state, takenBy, newer, triage }: DeskView): void {
    const known = triage === null ? {} : { route: triage.route, confidence: triage.confidence };
    this.tickets = this.tickets.map((one) =>
      one.id === id ? { ...one, state, takenBy, hasNewer: newer !== null, ...known } : one,
    );
    this.current = id;
    this.draw();
  }

  /** Makes the row so many further on the current one, and shows it. */
  move(by: 1 | -1): void {
    const at = this.tickets.findIndex(({ id }) => id === this.current);
    const to = this.tickets[Math.max(0, at < 0 ? 0 : at + by)];
    if (to === undefined) return void (this.next !== null && this.load(true));
    this.current = to.id;
    this.draw();
    const row = document.getElementById(`row-${to.id}`);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }

  openCurrent(): void {
    if (this.current !== null) this.parts.onOpen(this.current);
  }

  /** Back from a ticket to its row. */
  focusCurrent(): void {
    (document.getElementById(`row-${this.current}`) ?? this.search).focus();
  }

  private query(): Partial<QueueQuery> {
    const { value: state } = this.state;
    return {
      state,
      route: this.route.value,
      sort: this.sort.value,
      mine: this.mine.checked ? 'yes' : 'no',
      search: this.search.value.trim(),
    };
  }

  private drawRoutes(counts: Readonly<Record<string, number>>): void {
    const { value } = this.route;
    const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
    this.route.replaceChildren(
      el('option', { value: '' }, `${STRINGS.allRoutes} (${all})`),
      ...TICKET_ROUTES_SHOWN.map((route) =>
        el('option', { value: route }, `${routeLabel(route)} (${counts[route] ?? 0})`),
      ),
    );
    this.route.value = value;
  }

  private draw(): void {
    focusKept(this.element, () => {
      this.rows.replaceChildren(...this.tickets.map((ticket) => this.row(ticket)));
      if (this.tickets.length === 0) this.rows.append(el('li', { class: 'nothing' }, STRINGS.none));
      this.more.hidden = this.next === null;
    });
  }

  private row(ticket: QueuedTicket): HTMLElement {
    const { id, handOff, subject, begins, route, confidence, state, takenBy, receivedAt, hasNewer, isWaiting } = ticket;
    const name = handOff === null ? subject || begins || STRINGS.noSubject : STRINGS.request(handOff);
    const sure = handOff !== null ? null : route === null ? STRINGS.notRead : STRINGS.sure(confidence);
    const row = button(
      { id: `row-${id}`, ...(id === this.current && { 'aria-current': 'true' }) },
      () => this.parts.onOpen(id),
      el('span', { class: 'name' }, name),
      el(
        'span',
        { class: 'facts-line' },
        route !== null && el('span', { class: `route ${route}` }, routeLabel(route)),
        sure !== null && el('span', {}, sure),
        el('span', {}, whenWords(receivedAt)),
        state === 'taken' && el('span', {}, STRINGS.takenBy(takenBy ?? '')),
        state === 'done' && el('span', {}, STRINGS.isDone),
        isWaiting && el('strong', {}, STRINGS.waits),
        hasNewer && el('strong', {}, STRINGS.changedSince),
      ),
    );
    return el('li', {}, row);
  }
}

function choiceOf(id: string, label: string, options: Readonly<Record<string, string>>): HTMLSelectElement {
  return el(
    'select',
    { id, 'aria-label': label },
    ...Object.entries(options).map(([value, text]) => el('option', { value }, text)),
  );
}
