import type { Database } from './schema.js';

type Work<T> = (trx: Database) => Promise<T>;
/** Runs one work; gives back what tells its caller, once all is durable. */
type Job = (trx: Database) => Promise<() => void>;

/** So many share a commit at the most: whoever comes first does not wait for an endless queue. */
const MOST_TOGETHER = 64;

/**
 * Writes that come at the same moment share one commit, since each commit waits for the disk, some milliseconds in which nothing else is
 * done. Each of them is written whole or not at all, whatever becomes of the others, and is durable when its promise is kept.
 */
export class SharedCommits {
  private waiting: { readonly job: Job; readonly fail: (error: unknown) => void }[] = [];
  private running = false;

  constructor(
    private readonly db: Database,
    private readonly execute: (trx: Database, statement: string) => Promise<unknown>,
  ) {}

  /** What `work` gives, once it is durable; where it throws, nothing of it is written and its error is passed on. */
  run<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((keep, fail) => {
      const job: Job = async (trx) => {
        const value = await work(trx);
        return () => keep(value);
      };
      this.waiting.push({ job, fail });
      if (!this.running) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      // Whoever was heard in the same turn of the event loop comes along.
      await new Promise<void>((soon) => setImmediate(soon));
      await this.commit(this.waiting.splice(0, MOST_TOGETHER));
    }
    this.running = false;
  }

  private async commit(jobs: SharedCommits['waiting']): Promise<void> {
    try {
      const told = await this.db.transaction().execute(async (trx) => {
        const outcomes: (() => void)[] = [];
        for (const { job, fail } of jobs) outcomes.push(await this.apart(trx, job, fail));
        return outcomes;
      });
      for (const tell of told) tell();
    } catch (error) {
      for (const { fail } of jobs) fail(error);
    }
  }

  /** Runs a job so that, where it throws, only its own writes are undone. */
  private async apart(trx: Database, job: Job, fail: (error: unknown) => void): Promise<() => void> {
    await this.execute(trx, 'savepoint job');
    try {
      const tell = await job(trx);
      await this.execute(trx, 'release job');
      return tell;
    } catch (error) {
      await this.execute(trx, 'rollback to job');
      await this.execute(trx, 'release job');
      return () => fail(error);
    }
  }
}
