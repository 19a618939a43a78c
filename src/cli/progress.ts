/** Shows how far a long command has come. */
export interface Progress {
  /** `share`: of the whole, 0 to 1; `done`: what was done for it in this run, which its speed is told by (absent, or 0: nothing yet). */
  readonly show: (share: number, done?: number) => void;
  /** Takes the line away again. */
  readonly done: () => void;
}

const WIDTH = 30;
/** How often the line is written anew at the most, and from when on a speed says something, in milliseconds. */
const EVERY = 500;
const TELLING = 2_000;

/** A bar on one line of a terminal, with the speed and the time left once something can be said of them; `now`: milliseconds. */
export function progressBar(write: (text: string) => void, now: () => number): Progress {
  let shown: string | null = null;
  let next = 0;
  /** From where on work was done: what was there already took no time. */
  let begun: { readonly at: number; readonly share: number } | null = null;
  return {
    show: (given, done = 0) => {
      const share = Math.min(1, Math.max(0, given));
      const at = now();
      if (begun === null || done === 0) begun = { at, share };
      if (shown !== null && at < next) return;
      next = at + EVERY;
      const text = `${bar(share)}${speed(done, at - begun.at, share - begun.share, share)}`;
      if (text === shown) return;
      shown = text;
      write(`\r${text}\x1b[K`);
    },
    done: () => {
      if (shown !== null) write('\r\x1b[K');
      shown = null;
    },
  };
}

function bar(share: number): string {
  const filled = Math.round(WIDTH * share);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${percent} %`;
}

/** `gone`: the share done in these milliseconds. */
function speed(done: number, millis: number, gone: number, share: number): string {
  if (done === 0 || millis < TELLING || gone <= 0) return '';
  const rate = (done * 1000) / millis;
  const left = ((1 - share) / gone) * (millis / 1000);
  return `  ${rate < 10 ? rate.toFixed(1) : rate.toFixed(0)} a second, ${timeSaid(left)} left`;
}

function timeSaid(seconds: number): string {
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** For what is no terminal. */
export const NO_PROGRESS: Progress = { show: () => undefined, done: () => undefined };
