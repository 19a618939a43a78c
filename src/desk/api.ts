import type { DeskChat, DeskView } from '../domain/desk.js';
import type { Facts } from '../domain/facts.js';
import type { LessonProposal, WeekOfTalk } from '../domain/lesson.js';
import { STRINGS } from './strings.js';

/** A row of the queue. */
export interface QueuedTicket {
  readonly id: string;
  readonly source: string;
  readonly externalId: string;
  readonly handOff: string | null;
  readonly subject: string;
  readonly begins: string;
  readonly receivedAt: string;
  readonly state: DeskView['state'];
  readonly takenBy: string | null;
  readonly route: string | null;
  readonly confidence: number;
  readonly hasNewer: boolean;
  readonly isWaiting: boolean;
}

export interface QueuePage {
  readonly tickets: readonly QueuedTicket[];
  readonly next: string | null;
  /** How many are not done, by route. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface Session {
  readonly name: string;
  readonly choices: {
    readonly plans: readonly { readonly id: string; readonly name: string }[];
    readonly products: readonly string[];
  };
}

/** A proposal with what it says in a sentence, and why it is one. */
export type Lesson = LessonProposal & { readonly says: string; readonly because: string };

export interface Place {
  readonly label: string;
  readonly title: string;
}

export interface LessonPatch {
  readonly file: string;
  readonly patch: string;
  readonly added: number;
}

/** What is wanted of the queue, as the address says it. */
export type QueueQuery = Readonly<Record<'state' | 'route' | 'mine' | 'search' | 'sort' | 'after' | 'limit', string>>;

export type Act =
  | { readonly kind: 'take'; readonly over: boolean }
  | { readonly kind: 'release' | 'done' | 'reopen' | 'read-again' | 'talk' | 'give-back' }
  | { readonly kind: 'draft'; readonly draft: string | null }
  | { readonly kind: 'facts'; readonly at: number; readonly facts: Facts };

/** What a call came to. `status` 0: no answer came. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly message: string };

/** The desk's side of the server. It never rejects. */
export class DeskApi {
  /** Called whenever the server says that nobody is signed in. */
  onSignedOut: () => void = () => undefined;

  session = (): Promise<Answer<Session>> => this.call('GET', 'session');
  signIn = (token: string): Promise<Answer<Session>> => this.call('POST', 'session', { token });
  signOut = (): Promise<Answer<unknown>> => this.call('DELETE', 'session');
  ticket = (id: string): Promise<Answer<DeskView>> => this.call('GET', `tickets/${encodeURIComponent(id)}`);
  chat = (id: string): Promise<Answer<DeskChat>> => this.call('GET', `tickets/${encodeURIComponent(id)}/chat`);
  say = (id: string, message: { readonly id: string; readonly text: string }): Promise<Answer<DeskChat>> =>
    this.call('POST', `tickets/${encodeURIComponent(id)}/say`, message);
  putIn = (ticket: Readonly<Record<string, string>>): Promise<Answer<DeskView>> => this.call('POST', 'tickets', ticket);

  lessons = (): Promise<Answer<{ readonly proposals: readonly Lesson[]; readonly places: readonly Place[] }>> =>
    this.call('GET', 'lessons');
  weeks = (): Promise<Answer<{ readonly weeks: readonly WeekOfTalk[] }>> => this.call('GET', 'weeks');
  lessonPatch = (id: string, wish: Readonly<Record<string, string>>): Promise<Answer<LessonPatch>> =>
    this.call('POST', `lessons/${encodeURIComponent(id)}/patch`, wish);
  dismissLesson = (id: string): Promise<Answer<unknown>> =>
    this.call('POST', `lessons/${encodeURIComponent(id)}/dismiss`, {});

  queue(query: Partial<QueueQuery>): Promise<Answer<QueuePage>> {
    const wanted = Object.entries(query).filter(([, value]) => value !== '');
    return this.call('GET', `tickets?${new URLSearchParams(wanted)}`);
  }

  act(id: string, version: number, { kind, ...more }: Act): Promise<Answer<DeskView>> {
    return this.call('POST', `tickets/${encodeURIComponent(id)}/${kind}`, { version, ...more });
  }

  private async call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer<T>> {
    const text = body === undefined ? null : JSON.stringify(body);
    try {
      const response = await fetch(`/desk/api/${path}`, {
        method,
        headers: { 'x-desk': '1', ...(text !== null && { 'content-type': 'application/json' }) },
        ...(text !== null && { body: text }),
        // A draft is kept though the page is left; browsers allow that for 64 KB.
        keepalive: (text?.length ?? 0) < 20_000,
      });
      const said = await response.json();
      if (response.ok) return { ok: true, value: said };
      if (response.status === 401 && path !== 'session') this.onSignedOut();
      return { ok: false, status: response.status, message: String(said.message) };
    } catch {
      return { ok: false, status: 0, message: STRINGS.noAnswer };
    }
  }
}
