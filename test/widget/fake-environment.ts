import type { LineEnvironment, SocketEvents, TextStore } from '../../src/widget/environment.js';
import type { FakeDirectLine } from './fake-direct-line.js';

/** What happens to a request on its way. `answer-lost`: it arrives, and its answer does not. `too-many`: it is turned away with 429. */
export type Way = 'through' | 'lost' | 'answer-lost' | 'too-many';

/** A world for the Direct Line client: a service in memory, a network that fails as told, a clock moved by hand. */
export class FakeEnvironment implements LineEnvironment {
  time = 1_800_000_000_000;
  way: (call: string) => Way = () => 'through';
  socketsOpen = true;
  /** What each answer names as `Retry-After`, in seconds. */
  retryAfter = 0;
  readonly shared: TextStore;
  readonly tab: TextStore;
  readonly sockets = new Set<SocketEvents>();
  #timers: { readonly at: number; readonly call: () => void }[] = [];
  static #ids = 0;

  constructor(
    private readonly service: FakeDirectLine,
    shared: TextStore = memoryStore(),
    tab: TextStore = memoryStore(),
  ) {
    this.shared = shared;
    this.tab = tab;
  }

  fetch: LineEnvironment['fetch'] = async (url, init) => {
    const way = this.way(`${init.method} ${url}`);
    if (way === 'lost') throw new TypeError('no network');
    if (way === 'too-many') return { status: 429, retryAfter: this.retryAfter, json: async () => ({}) };
    const token = init.headers.authorization?.replace('Bearer ', '') ?? null;
    const answer = this.service.handle(init.method, url, token, JSON.parse(init.body ?? '{}'));
    if (way === 'answer-lost') throw new TypeError('connection cut');
    return {
      status: answer.status,
      retryAfter: this.retryAfter,
      json: async () => JSON.parse(JSON.stringify(answer.body)),
    };
  };

  openSocket = (url: string, events: SocketEvents) => {
    let close: (() => void) | null = null;
    const end = () => {
      if (!this.sockets.delete(events)) return;
      close?.();
      events.closed();
    };
    this.sockets.add(events);
    queueMicrotask(() => {
      if (!this.sockets.has(events)) return;
      if (!this.socketsOpen) return end();
      events.opened();
      close = this.service.listen(url, (frame) => this.sockets.has(events) && events.received(frame));
    });
    return { close: end, send: () => undefined };
  };

  /** The network drops all streams. */
  dropSockets(): void {
    for (const events of [...this.sockets]) {
      this.sockets.delete(events);
      events.closed();
    }
  }

  now = () => this.time;
  random = () => 0.5;
  newId = () => `id${++FakeEnvironment.#ids}`;

  after = (millis: number, call: () => void) => {
    const timer = { at: this.time + millis, call };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** Lets everything happen that needs no time. */
  async settle(): Promise<void> {
    for (let i = 0; i < 12; i++) await new Promise((resolve) => setImmediate(resolve));
  }

  /** The computer sleeps: time passes and no timer is called; those that fall due are called by the next `pass`. */
  sleep(millis: number): void {
    this.time += millis;
  }

  /** Moves the clock on, calling what falls due, in order. */
  async pass(millis: number): Promise<void> {
    const end = this.time + millis;
    await this.settle();
    for (;;) {
      const next = this.#timers.filter((t) => t.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((other) => other !== next);
      this.time = Math.max(this.time, next.at);
      next.call();
      await this.settle();
    }
    this.time = end;
  }
}

export function memoryStore(): TextStore {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => values.set(key, value),
    remove: (key) => values.delete(key),
  };
}
