/** A job that is done now and then, and when it is asked for; never twice at once. */
export interface Rounds {
  /** There is something to do. */
  wake(): void;
  /** No more; resolves once what runs has ended. */
  stop(): Promise<void>;
}

/** Begins at once. `everyMillis`: without being asked for; it keeps no process alive. */
export function rounds(job: () => Promise<void>, everyMillis: number, report: (error: unknown) => void): Rounds {
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isStopped = false;
  const round = async () => {
    while (isWanted && !isStopped) {
      isWanted = false;
      await job().catch(report);
    }
    running = null;
  };
  const wake = () => {
    isWanted = true;
    running ??= round();
  };
  wake();
  const timer = setInterval(wake, everyMillis).unref();
  return {
    wake,
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
