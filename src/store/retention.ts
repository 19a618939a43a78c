import type { Erased, Erasure } from './erasure.js';

const DAY_MILLIS = 24 * 60 * 60 * 1000;

/** Deletes what has been kept for longer than so many days after its last message. `now`: the instant to count from. */
export const expireBefore = (erasure: Erasure, days: number, now: Date): Promise<Erased> =>
  erasure.expire(new Date(now.getTime() - days * DAY_MILLIS));

/** Runs a job now and then once a day, while the process lives, and answers how to end that. It keeps no process alive. */
export function daily(job: () => Promise<unknown>, report: (error: unknown) => void): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const run = () => {
    running = running.then(job).catch(report);
  };
  run();
  const timer = setInterval(run, DAY_MILLIS).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
