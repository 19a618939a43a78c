import { backoff } from './backoff.js';
import type { LineEnvironment } from './environment.js';
import { HeldConversation } from './held-conversation.js';
import type { Judgement } from './judgements.js';
import { type CallResult, isSetback, LineApi, type OutgoingMessage, type Setback } from './line-api.js';
import { LineStream, type StreamEnd } from './line-stream.js';
import { Pause } from './pause.js';
import { type OutgoingState, Sender } from './sender.js';
import type { ActivitySet, WireActivity } from './wire.js';

/** `busy`: the server is there and wants no more for a moment. */
export type LineStatus = 'connecting' | 'online' | 'busy' | 'offline';

export interface LineListener {
  status(status: LineStatus): void;
  /** In the server's order. An activity may come twice, and again with the same id and other content. */
  received(activities: readonly WireActivity[], userId: string): void;
  outgoing(message: OutgoingMessage, state: OutgoingState): void;
  /** `replaced`: the server no longer has the old one; `resumed`: its history has just been received. */
  conversation(change: 'new' | 'resumed' | 'replaced'): void;
}

/** A stream that is dropped sooner than this counts as a failure. */
const SHORT_LIFE_MILLIS = 5_000;
/** So many polls in a row that bring nothing, then a socket is tried again: about a minute and a half. */
const QUIET_POLLS = 30;

/** A stream to listen to (null: to be polled), or why there is none. `again`: the conversation was lost or left. */
type Connected = { readonly kind: 'ok'; readonly streamUrl: string | null } | { readonly kind: 'again' } | Setback;

/**
 * A Direct Line 3.0 client that does not give up: one loop connects, reads what was missed, sends what waits (sender.ts), and
 * listens; whatever goes wrong ends in the next round of the loop. Before anything is sent again the history is read: so no message is
 * lost and none is sent twice.
 */
export class DirectLine {
  readonly #api: LineApi;
  readonly #held: HeldConversation;
  readonly #sender: Sender;
  readonly #stream: LineStream;
  #watermark: string | null = null;
  #resuming = false;
  #status: LineStatus = 'connecting';
  /** Streams dropped early and messages that did not get through, in a row. */
  #setbacks = 0;
  #running = false;
  readonly #pause: Pause;

  constructor(
    private readonly env: LineEnvironment,
    options: { readonly base: string; readonly locale: string },
    private readonly listener: LineListener,
  ) {
    this.#api = new LineApi(env, options.base, options.locale);
    this.#held = new HeldConversation(env, this.#api);
    this.#stream = new LineStream(env);
    this.#pause = new Pause(env);
    this.#sender = new Sender(env, this.#api, this.#held, this.#asSendingLine());
  }

  /** Connects, and stays connected until `stop`. Messages left unsent by an earlier page of this tab are sent first. */
  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#resuming = this.#held.takeUp();
    this.#sender.tellAll('waiting');
    void this.#loop();
  }

  stop(): void {
    this.#running = false;
    this.#held.rest();
    this.#sender.rest();
    this.reconnect();
  }

  /** Takes a message on; what becomes of it the listener hears. */
  send(text: string): void {
    const states = { offline: 'waiting', busy: 'held', connecting: 'sending', online: 'sending' } as const;
    this.#sender.add(text, states[this.#status]);
    if (this.#status === 'online') void this.#sender.send();
    else this.#pause.end();
  }

  /** Tells what the visitor thinks of an answer; false where the server could not be told. */
  async judge(judgement: Judgement): Promise<boolean> {
    return (await this.#held.call((c) => this.#api.judge(c, judgement))).kind === 'ok';
  }

  /** Tries again at once: after a click on 'try again', when the network is back, when the computer wakes up. */
  reconnect(): void {
    this.#pause.end();
    this.#stream.close();
  }

  /** Leaves the conversation for a new one. What was not sent is dropped. */
  restart(): void {
    this.#sender.clear();
    this.#forget();
    this.#tellStatus('connecting');
    this.reconnect();
  }

  get #isUp(): boolean {
    return this.#status === 'online' || this.#status === 'busy';
  }

  async #loop(): Promise<void> {
    let failures = 0;
    let deaf = false;
    while (this.#running) {
      const connected = await this.#connect();
      if (!this.#running) return;
      if (isSetback(connected)) {
        const [status, state, seconds] =
          connected.kind === 'busy'
            ? (['busy', 'held', connected.seconds] as const)
            : (['offline', 'waiting', 0] as const);
        this.#tellStatus(status);
        this.#sender.tellAll(state);
        await this.#pause.for(backoff(failures++, this.env.random, seconds));
      } else if (connected.kind === 'ok') {
        failures = 0;
        const since = this.env.now();
        this.#tellStatus('online');
        void this.#sender.send();
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
        if (this.#running && !left) await this.#pause.for(backoff(Math.max(0, this.#setbacks - 1), this.env.random));
      }
    }
  }

  /** With a stream comes all that was missed. */
  async #connect(): Promise<Connected> {
    const before = this.#held.id;
    if (before === null) return this.#create();
    const history = await this.#held.call((c) => this.#api.history(c, this.#watermark));
    if (this.#held.id !== before) return { kind: 'again' };
    if (history.kind !== 'ok') return this.#unlessThere(history);
    this.#receive(history.value);
    if (this.#resuming) this.listener.conversation('resumed');
    this.#resuming = false;
    const stream = await this.#held.call((c) => this.#api.reconnect(c, this.#watermark));
    if (this.#held.id !== before) return { kind: 'again' };
    return stream.kind === 'ok' ? { kind: 'ok', ...stream.value } : this.#unlessThere(stream);
  }

  async #create(): Promise<Connected> {
    const created = await this.#api.create(`dl_${this.env.newId()}`);
    if (created.kind === 'busy') return created;
    if (created.kind !== 'ok') return { kind: 'unreachable' };
    this.#held.hold(created.value);
    this.listener.conversation('new');
    return { kind: 'ok', streamUrl: created.value.streamUrl };
  }

  /** A server that cannot be asked now may still know the conversation. */
  #unlessThere(failed: Exclude<CallResult<never>, { readonly kind: 'ok' }>): Connected {
    if (isSetback(failed)) return failed;
    this.#lost();
    return { kind: 'again' };
  }

  #lost(): void {
    this.#forget();
    this.listener.conversation('replaced');
  }

  #forget(): void {
    this.#held.forget();
    this.#watermark = null;
    this.#resuming = false;
  }

  #asSendingLine(): ConstructorParameters<typeof Sender>[3] {
    const isOnline = () => this.#status === 'online';
    return {
      get isOnline() {
        return isOnline();
      },
      outgoing: (message, state) => this.listener.outgoing(message, state),
      confirmed: () => {
        this.#setbacks = 0;
      },
      failed: (lost) => {
        this.#setbacks++;
        if (lost) this.#lost();
        this.#sender.tellAll('waiting');
        this.#tellStatus('offline');
        this.reconnect();
      },
      busy: (busy) => {
        // The stream lives on; a line that has gone down meanwhile is not up for that.
        if (this.#status === (busy ? 'online' : 'busy')) this.#tellStatus(busy ? 'busy' : 'online');
      },
      unheard: () => this.#stream.close(),
    };
  }

  #listen(streamUrl: string): Promise<StreamEnd> {
    const listening = this.#held.id;
    return this.#stream.listen(streamUrl, (set) => {
      if (this.#held.id === listening) this.#receive(set);
    });
  }

  /** Where no socket gets through: asks every second, more rarely while nothing comes. */
  async #poll(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_POLLS && this.#running && this.#isUp; quiet++) {
      const before = this.#held.id;
      const result = await this.#held.call((c) => this.#api.history(c, this.#watermark));
      if (result.kind !== 'ok' || before !== this.#held.id) return;
      if (result.value.activities.length > 0) quiet = 0;
      this.#receive(result.value);
      await this.#pause.for(Math.min(1000 + quiet * 200, 4000));
    }
  }

  #receive(set: ActivitySet): void {
    for (const activity of set.activities) {
      const echo = activity.channelData?.clientActivityID;
      if (echo !== undefined) this.#sender.echoed(echo);
    }
    if (set.watermark !== null) this.#watermark = set.watermark;
    if (set.activities.length > 0) this.listener.received(set.activities, this.#held.userId);
  }

  #tellStatus(status: LineStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    this.listener.status(status);
  }
}
