import { backoff } from './backoff.js';
import type { LineEnvironment } from './environment.js';
import type { HeldConversation } from './held-conversation.js';
import type { LineApi, OutgoingMessage } from './line-api.js';
import { Outbox } from './line-store.js';
import { Pause } from './pause.js';

/**
 * `waiting`: not sent yet, kept, and sent as soon as the server answers. `held`: the same, while the server wants no more for a moment.
 * `refused`: the server will not take it.
 */
export type OutgoingState = 'sending' | 'waiting' | 'held' | 'refused';

/** What sending needs of the line that it goes over. */
export interface SendingLine {
  readonly isOnline: boolean;
  outgoing(message: OutgoingMessage, state: OutgoingState): void;
  /** The server has confirmed one. */
  confirmed(): void;
  /** One did not get through; `lost`: since the conversation is no longer there. */
  failed(lost: boolean): void;
  /** The server wants no more for a moment, and then again. */
  busy(busy: boolean): void;
  /** One was confirmed and has not come back: the stream is dead without having closed. */
  unheard(): void;
}

/** A confirmed message must have come back by now. */
const ECHO_MILLIS = 8_000;

/**
 * Sends what people write, one after the other, so that messages arrive in the order in which they were written. A message is known by
 * an id of our own and leaves the outbox only when the server has confirmed or echoed it.
 */
export class Sender {
  readonly #outbox: Outbox;
  /** Takes back the wait for the echo of a confirmed message, by its id. */
  readonly #echoes = new Map<string, () => void>();
  #sending = false;
  #refusals = 0;
  readonly #pause: Pause;

  constructor(
    private readonly env: LineEnvironment,
    private readonly api: LineApi,
    private readonly held: HeldConversation,
    private readonly line: SendingLine,
  ) {
    this.#outbox = new Outbox(env.tab);
    this.#pause = new Pause(env);
  }

  /** Takes a message on, and says that it is in this state; `send` sends it. */
  add(text: string, state: OutgoingState): void {
    const message = { id: this.env.newId(), text };
    this.#outbox.add(message);
    this.line.outgoing(message, state);
  }

  /** Says of all that is not sent that it is in this state. */
  tellAll(state: OutgoingState): void {
    for (const message of this.#outbox.all()) this.line.outgoing(message, state);
  }

  /** The server has shown a message: whatever became of the call, it has arrived. */
  echoed(id: string): void {
    this.#outbox.remove(id);
    this.#echoes.get(id)?.();
    this.#echoes.delete(id);
  }

  /** Drops what is not sent. */
  clear(): void {
    this.#outbox.clear();
    this.#pause.end();
  }

  /** No more timers. */
  rest(): void {
    for (const cancel of this.#echoes.values()) cancel();
    this.#pause.end();
  }

  /** Sends what is in the outbox, while the line is up. A second call while one runs does nothing. */
  async send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let message = this.#outbox.first(); message && this.line.isOnline; message = this.#outbox.first()) {
      if (this.held.id === null) break;
      await this.#post(message, this.held.id);
    }
    this.#sending = false;
  }

  async #post(message: OutgoingMessage, conversation: string): Promise<void> {
    this.line.outgoing(message, 'sending');
    const result = await this.held.call((c) => this.api.post(c, message));
    if (conversation !== this.held.id) return;
    if (result.kind !== 'busy') this.#refusals = 0;
    switch (result.kind) {
      case 'ok':
        this.line.confirmed();
        if (this.#outbox.all().includes(message)) this.#expectEcho(message.id);
        this.#outbox.remove(message.id);
        return;
      case 'refused':
        this.#outbox.remove(message.id);
        this.line.outgoing(message, 'refused');
        return;
      case 'busy':
        this.line.busy(true);
        this.tellAll('held');
        await this.#pause.for(backoff(this.#refusals++, this.env.random, result.seconds));
        this.line.busy(false);
        return;
      case 'unreachable':
      case 'forbidden':
      case 'gone':
        this.line.failed(result.kind !== 'unreachable');
    }
  }

  #expectEcho(id: string): void {
    const cancel = this.env.after(ECHO_MILLIS, () => {
      this.#echoes.delete(id);
      this.line.unheard();
    });
    this.#echoes.set(id, cancel);
  }
}
