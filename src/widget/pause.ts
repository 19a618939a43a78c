import type { LineEnvironment } from './environment.js';

/** Waiting that can be cut short. One wait at a time. */
export class Pause {
  #end: (() => void) | null = null;

  constructor(private readonly env: LineEnvironment) {}

  /** Resolves after so many milliseconds, or as soon as `end` is called. */
  for(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        this.#end = null;
        cancel();
        resolve();
      };
      const cancel = this.env.after(millis, end);
      this.#end = end;
    });
  }

  /** Ends the wait, where there is one. */
  end(): void {
    this.#end?.();
  }
}
