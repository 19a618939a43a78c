import { backoff } from './backoff.js';
import type { LineEnvironment } from './environment.js';
import { HeldConversation } from './held-conversation.js';
import type { Judgement } from './judgements.js';
import { LineApi, type OutgoingMessage } from './line-api.js';
import { Outbox } from './line-store.js';
import { LineStream, type StreamEnd } from './line-stream.js';
import type { ActivitySet, WireActivity } from './wire.js';

export type LineStatus = 'connecting' | 'online' | 'offline';
/** `waiting`: not sent yet, kept, and sent as soon as the server answers. `refused`: the server will not take it. */
export type OutgoingState = 'sending' | 'waiting' | 'refused';

export interface LineListener {
  status(status: LineStatus): void;
  /** In the server's order. An activity may come twice, and again with the same id and other content. */
  received(activities: readonly WireActivity[], userId: string): void;
  outgoing(message: OutgoingMessage, state: OutgoingState): void;
  /** `replaced`: the server no longer has the old one; `resumed`: its history has just been received. */
  conversation(change: 'new' | 'resumed' | 'replaced'): void;
}

/** A confirmed message whose echo has not come by now shows that the stream is dead without having closed. */
const ECHO_MILLIS = 8_000;
/** A stream that is dropped sooner than this counts as a failure. */
const SHORT_LIFE_MILLIS = 5_000;
/** So many polls in a row that bring nothing, then a socket is tried again: about a minute and a half. */
const QUIET_POLLS = 30;

/**
 * A Direct Line 3.0 client that does not give up: one loop connects, reads what was missed, sends what waits, and
 * listens; whatever goes wrong ends in the next round of the loop. A message is known by an id of our own and leaves
 * the outbox only when the server has confirmed or echoed it, and before anything is sent again the history is read:
 * so none is lost and none is sent twice.
 */
export class DirectLine {
  readonly #api: LineApi;
  readonly #held: HeldConversation;
  readonly #outbox: Outbox;
  readonly #stream: LineStream;
  /** Waits for the echo of a confirmed message, by its id. */
  readonly #echoes = new Map<string, () => void>();
  #watermark: string | null = null;
  #resuming = false;
  #status: LineStatus = 'connecting';
  /** Streams dropped early and messages that did not get through, in a row. */
  #setbacks = 0;
  #running = false;
  #flushing = false;
  #skipPause: (() => void) | null = null;

  constructor(
    private readonly env: LineEnvironment,
    options: { readonly base: string; readonly locale: string },
    private readonly listener: LineListener,
  ) {
    this.#api = new LineApi(env, options.base, options.locale);
    this.#held = new HeldConversation(env, this.#api);
    this.#outbox = new Outbox(env.tab);
    this.#stream = new LineStream(env);
  }

  /** Connects, and stays connected until `stop`. Messages left unsent by an earlier page of this tab are sent first. */
  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#resuming = this.#held.takeUp();
    for (const message of this.#outbox.all()) this.listener.outgoing(message, 'waiting');
    void this.#loop();
  }

  stop(): void {
    this.#running = false;
    this.#held.rest();
    for (const cancel of this.#echoes.values()) cancel();
    this.reconnect();
  }

  /** Takes a message on; what becomes of it the listener hears. */
  send(text: string): void {
    const message = { id: this.env.newId(), text };
    this.#outbox.add(message);
    this.listener.outgoing(message, this.#status === 'offline' ? 'waiting' : 'sending');
    if (this.#status === 'online') void this.#flush();
    else this.#skipPause?.();
  }

  /** Tells what the visitor thinks of an answer; false where the server could not be told. */
  async judge(judgement: Judgement): Promise<boolean> {
    return (await this.#held.call((c) => this.#api.judge(c, judgement))).kind === 'ok';
  }

  /** Tries again at once: after a click on 'try again', when the network is back, when the computer wakes up. */
  reconnect(): void {
    this.#skipPause?.();
    this.#stream.close();
  }

  /** Leaves the conversation for a new one. What was not sent is dropped. */
  restart(): void {
    this.#outbox.clear();
    this.#forget();
    this.#tellStatus('connecting');
    this.reconnect();
  }

  async #loop(): Promise<void> {
    let failures = 0;
    let deaf = false;
    while (this.#running) {
      const connected = await this.#connect();
      if (!this.#running) return;
      if (connected === 'unreachable') {
        this.#tellStatus('offline');
        for (const unsent of this.#outbox.all()) this.listener.outgoing(unsent, 'waiting');
        await this.#pause(backoff(failures++, this.env.random));
      } else if (connected !== 'again') {
        failures = 0;
        const since = this.env.now();
        this.#tellStatus('online');
        void this.#flush();
        if (deaf || connected.streamUrl === null) {
          await this.#poll();
          deaf = false;
        } else {
          const end = await this.#listen(connected.streamUrl);
          deaf = end === 'deaf';
          if (end === 'dropped') this.#setbacks = this.env.now() - since < SHORT_LIFE_MILLIS ? this.#setbacks + 1 : 0;
        }
        this.#tellStatus(this.#setbacks > 0 ? 'offline' : 'connecting');
        const left = this.#held.id === null && this.#setbacks === 0;
        if (this.#running && !left) await this.#pause(backoff(Math.max(0, this.#setbacks - 1), this.env.random));
      }
    }
  }

  /** A stream to listen to, with all that was missed already received. `again`: the conversation was lost or left. */
  async #connect(): Promise<{ readonly streamUrl: string | null } | 'unreachable' | 'again'> {
    const before = this.#held.id;
    if (before === null) return this.#create();
    const history = await this.#held.call((c) => this.#api.history(c, this.#watermark));
    if (this.#held.id !== before) return 'again';
    if (history.kind === 'unreachable') return 'unreachable';
    if (history.kind !== 'ok') return this.#lost();
    this.#receive(history.value);
    if (this.#resuming) this.listener.conversation('resumed');
    this.#resuming = false;
    const stream = await this.#held.call((c) => this.#api.reconnect(c, this.#watermark));
    if (this.#held.id !== before) return 'again';
    if (stream.kind === 'unreachable') return 'unreachable';
    return stream.kind === 'ok' ? stream.value : this.#lost();
  }

  async #create(): Promise<{ readonly streamUrl: string | null } | 'unreachable'> {
    const created = await this.#api.create(`dl_${this.env.newId()}`);
    if (created.kind !== 'ok') return 'unreachable';
    this.#held.hold(created.value);
    this.listener.conversation('new');
    return created.value;
  }

  #lost(): 'again' {
    this.#forget();
    this.listener.conversation('replaced');
    return 'again';
  }

  #forget(): void {
    this.#held.forget();
    this.#watermark = null;
    this.#resuming = false;
  }

  /** Sends what waits, one after the other, so that messages arrive in the order in which they were written. */
  async #flush(): Promise<void> {
    if (this.#flushing) return;
    this.#flushing = true;
    for (let message = this.#outbox.first(); message && this.#status === 'online'; message = this.#outbox.first()) {
      const current = message;
      const before = this.#held.id;
      if (before === null) break;
      this.listener.outgoing(current, 'sending');
      const result = await this.#held.call((c) => this.#api.post(c, current));
      if (before !== this.#held.id) continue;
      if (result.kind === 'ok') {
        this.#setbacks = 0;
        if (this.#outbox.all().includes(current)) this.#expectEcho(current.id);
        this.#outbox.remove(current.id);
      } else if (result.kind === 'refused') {
        this.#outbox.remove(current.id);
        this.listener.outgoing(current, 'refused');
      } else {
        this.#setbacks++;
        if (result.kind !== 'unreachable') this.#lost();
        for (const unsent of this.#outbox.all()) this.listener.outgoing(unsent, 'waiting');
        this.#tellStatus('offline');
        this.reconnect();
      }
    }
    this.#flushing = false;
  }

  #listen(streamUrl: string): Promise<StreamEnd> {
    const listening = this.#held.id;
    return this.#stream.listen(streamUrl, (set) => {
      if (this.#held.id === listening) this.#receive(set);
    });
  }

  /** Where no socket gets through: asks every second, more rarely while nothing comes. */
  async #poll(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_POLLS && this.#running && this.#status === 'online'; quiet++) {
      const before = this.#held.id;
      const result = await this.#held.call((c) => this.#api.history(c, this.#watermark));
      if (result.kind !== 'ok' || before !== this.#held.id) return;
      if (result.value.activities.length > 0) quiet = 0;
      this.#receive(result.value);
      await this.#pause(Math.min(1000 + quiet * 200, 4000));
    }
  }

  #receive(set: ActivitySet): void {
    for (const activity of set.activities) {
      const echo = activity.channelData?.clientActivityID;
      if (echo === undefined) continue;
      this.#outbox.remove(echo);
      this.#echoes.get(echo)?.();
      this.#echoes.delete(echo);
    }
    if (set.watermark !== null) this.#watermark = set.watermark;
    if (set.activities.length > 0) this.listener.received(set.activities, this.#held.userId);
  }

  #expectEcho(id: string): void {
    const cancel = this.env.after(ECHO_MILLIS, () => {
      this.#echoes.delete(id);
      this.#stream.close();
    });
    this.#echoes.set(id, cancel);
  }

  #pause(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#skipPause = null;
        cancel();
        resolve();
      };
      const cancel = this.env.after(millis, done);
      this.#skipPause = done;
    });
  }

  #tellStatus(status: LineStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    this.listener.status(status);
  }
}
