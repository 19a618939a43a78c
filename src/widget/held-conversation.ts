import type { LineEnvironment } from './environment.js';
import { type CallResult, type Conversation, isSetback, type LineApi } from './line-api.js';
import { SavedConversation } from './line-store.js';

/** What one timer of a browser can hold: about 24 days. */
const LONGEST_TIMER_MILLIS = 2 ** 31 - 1;
const RETRY_MILLIS = 30_000;

/** The conversation that this page is in, with a token that is kept fresh. At most one at a time. */
export class HeldConversation {
  #current: Conversation | null = null;
  #cancelRefresh: (() => void) | null = null;
  readonly #saved: SavedConversation;

  constructor(
    private readonly env: LineEnvironment,
    private readonly api: LineApi,
  ) {
    this.#saved = new SavedConversation(env.shared);
  }

  get id(): string | null {
    return this.#current?.id ?? null;
  }

  get userId(): string {
    return this.#current?.userId ?? '';
  }

  /** Takes up the conversation of an earlier page; false where there is none. */
  takeUp(): boolean {
    this.#current = this.#saved.load();
    if (this.#current) this.#schedule(this.#current);
    return this.#current !== null;
  }

  hold(conversation: Conversation): void {
    this.#current = conversation;
    this.#saved.save(conversation);
    this.#schedule(conversation);
  }

  forget(): void {
    if (this.#current) this.#saved.forget(this.#current.id);
    this.#current = null;
    this.rest();
  }

  /** No more timers. */
  rest(): void {
    this.#cancelRefresh?.();
    this.#cancelRefresh = null;
  }

  /** A call with the token; one that is refused for its token is made again with a fresh one, where there is one. */
  async call<T>(make: (c: Conversation) => Promise<CallResult<T>>): Promise<CallResult<T>> {
    const conversation = this.#current;
    if (conversation === null) return { kind: 'gone' };
    const result = await make(conversation);
    if (result.kind !== 'forbidden' || this.id !== conversation.id) return result;
    const refreshed = await this.#refresh(conversation);
    if (refreshed.kind === 'ok') return make(refreshed.value);
    return isSetback(refreshed) ? refreshed : { kind: 'forbidden' };
  }

  /** A fresh token; another tab may have fetched one already. */
  async #refresh(conversation: Conversation): Promise<CallResult<Conversation>> {
    const stored = this.#saved.load();
    const fromTab = stored && stored.id === conversation.id && stored.expiresAt > conversation.expiresAt;
    const result = fromTab ? ({ kind: 'ok', value: stored } as const) : await this.api.refresh(conversation);
    if (result.kind === 'ok' && this.id === conversation.id) {
      this.#current = result.value;
      this.#saved.renew(result.value);
      this.#schedule(result.value);
    }
    return result;
  }

  /** Half-way through what is left of a token's life, so that a failed attempt leaves time for others. */
  #schedule(conversation: Conversation, millis = (conversation.expiresAt - this.env.now()) / 2): void {
    this.rest();
    const wait = Math.min(Math.max(millis, 1000), LONGEST_TIMER_MILLIS);
    this.#cancelRefresh = this.env.after(wait, () => {
      if (this.#current?.id !== conversation.id) return;
      void this.#refresh(this.#current).then((result) => {
        if (isSetback(result) && this.id === conversation.id) this.#schedule(conversation, RETRY_MILLIS);
      });
    });
  }
}
