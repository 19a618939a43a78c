import type { Erased, Erasure } from './erasure.js';

const HOUR_MILLIS = 60 * 60 * 1000;
const DAY_MILLIS = 24 * HOUR_MILLIS;

/** Deletes what has been kept for longer than so many days after its last message. `now`: the instant to count from. */
export const expireBefore = (erasure: Erasure, days: number, now: Date): Promise<Erased> =>
  erasure.expire(new Date(now.getTime() - days * DAY_MILLIS));

/** A job that is run again and again; its end waits for one that is running. */
export interface Repeated {
  stop(): Promise<void>;
}

/** Runs a job now and then once a day, while the process lives. It keeps no process alive. */
export const daily = (job: () => Promise<unknown>, report: (error: unknown) => void): Repeated =>
  repeated(DAY_MILLIS, job, report);

/** The same once an hour. */
export const hourly = (job: () => Promise<unknown>, report: (error: unknown) => void): Repeated =>
  repeated(HOUR_MILLIS, job, report);

function repeated(millis: number, job: () => Promise<unknown>, report: (error: unknown) => void): Repeated {
  let running: Promise<unknown> = Promise.resolve();
  const run = () => {
    running = running.then(job).catch(report);
  };
  run();
  const timer = setInterval(run, millis).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
