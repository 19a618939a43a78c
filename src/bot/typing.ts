import { ActivityTypes, type TurnContext } from 'botbuilder';

/** Runs a job so many milliseconds from now, once; the function that comes back prevents it. */
export type After = (millis: number, job: () => void) => () => void;

/** By the timer of the process. */
export const inMillis: After = (millis, job) => {
  const timer = setTimeout(job, millis);
  return () => clearTimeout(timer);
};

/** An answer that comes sooner needs no sign that it is coming. */
const SLOW = 1000;
/** Channels take the sign away after some seconds. */
const AGAIN = 4000;

/**
 * Shows that the bot is typing for as long as `work` takes long and has said nothing. It never holds the work up: nobody waits for the
 * sign to be sent, and one that cannot be sent is no failure.
 */
export async function withTyping<T>(context: TurnContext, after: After, work: () => Promise<T>): Promise<T> {
  let isOver = false;
  let prevent = after(SLOW, show);
  function show(): void {
    if (isOver) return;
    context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined);
    prevent = after(AGAIN, show);
  }
  function stop(): void {
    isOver = true;
    prevent();
  }
  context.onSendActivities((_context, activities, next) => {
    if (activities.some(({ type }) => type !== ActivityTypes.Typing)) stop();
    return next();
  });
  try {
    return await work();
  } finally {
    stop();
  }
}
