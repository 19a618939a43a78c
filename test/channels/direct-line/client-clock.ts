import type { Services } from 'botframework-directlinejs';

type Scheduler = Services['scheduler'];
interface Due {
  readonly at: number;
  readonly delay: number;
  readonly run: () => void;
}

/** The time of an official client, moved on by hand: its pauses and intervals pass when a test says so, everything else at once. */
export class ClientClock {
  private time = 0;
  private due: readonly Due[] = [];

  /** For the client's option of that name. What it calls with `this` is RxJS' own contract for actions. */
  readonly scheduler = {
    now: () => this.time,
    schedule: (work: (this: object, state: unknown) => void, delay = 0, state?: unknown) => {
      let cancel = () => {};
      const action = {
        closed: false,
        schedule: (next: unknown, pause = 0) => {
          cancel = this.after(pause, () => {
            if (!action.closed) work.call(action, next);
          });
          return action;
        },
        unsubscribe: () => {
          action.closed = true;
          cancel();
        },
      };
      return action.schedule(state, delay);
    },
  } as unknown as Scheduler;

  /** Moves on to when the client has paused for `millis`; waits for it to begin the pause. */
  async pass(millis: number): Promise<void> {
    while (!this.due.some(({ delay }) => delay === millis)) await new Promise((done) => setImmediate(done));
    const end = this.time + millis;
    for (let next = this.first(end); next !== undefined; next = this.first(end)) {
      const { at, run } = next;
      this.due = this.due.filter((other) => other !== next);
      this.time = at;
      run();
    }
    this.time = end;
  }

  private first(end: number): Due | undefined {
    return [...this.due].sort((a, b) => a.at - b.at).find(({ at }) => at <= end);
  }

  private after(delay: number, run: () => void): () => void {
    if (delay === 0) {
      const soon = setImmediate(run);
      return () => clearImmediate(soon);
    }
    const due = { at: this.time + delay, delay, run };
    this.due = [...this.due, due];
    return () => {
      this.due = this.due.filter((other) => other !== due);
    };
  }
}
