/** Shows how far a long command has come. */
export interface Progress {
  /** 0 to 1. */
  readonly show: (share: number) => void;
  /** Takes the line away again. */
  readonly done: () => void;
}

const WIDTH = 30;

/** A bar on one line of a terminal; written only when its whole percent changes. */
export function progressBar(write: (text: string) => void): Progress {
  let shown = -1;
  return {
    show: (share) => {
      const percent = Math.floor(Math.min(1, Math.max(0, share)) * 100);
      if (percent === shown) return;
      shown = percent;
      const filled = Math.round((WIDTH * percent) / 100);
      write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${String(percent).padStart(3)} %`);
    },
    done: () => {
      if (shown >= 0) write('\r\x1b[K');
      shown = -1;
    },
  };
}

/** For what is no terminal. */
export const NO_PROGRESS: Progress = { show: () => undefined, done: () => undefined };
