/**
 * Lets so many jobs run at once, the others in the order of their coming. For jobs that are work for this process: were all of them begun at
 * once, each would wait for all, and what is read from and written to the network for all of them.
 */
export class Slots {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** The job's own result. */
  async run<T>(job: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((begin) => this.waiting.push(begin));
    try {
      return await job();
    } finally {
      const next = this.waiting.shift();
      // In between the event loop hears and tells what is new.
      if (next === undefined) this.free++;
      else setImmediate(next);
    }
  }
}
