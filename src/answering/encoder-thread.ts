import { Worker } from 'node:worker_threads';
import type { Encoder } from './encoder.js';
import type { EncodeRequest, EncoderSaid } from './encoder-protocol.js';
import { MOST_WAITING, tooMuchToDo } from './encoder-queue.js';

interface Waiting {
  readonly keep: (vectors: readonly Float32Array[]) => void;
  readonly fail: (error: Error) => void;
}

/**
 * The sentence encoder in a thread of its own: a sentence takes it more than 10 ms, in which the others are answered, and a machine with a
 * second core does both at once. The vectors are the same to the last bit. It keeps no process alive.
 */
export class EncoderThread {
  private worker: Worker | null = null;

  /** `script`: the bundled `encoder-worker.ts`. */
  constructor(private readonly script: string) {}

  /**
   * Settles once the encoder is loaded; rejects where it cannot be. `onLost` is told once where the thread ends later on without
   * having been closed: whatever then waits is rejected, as is what is asked afterwards. It may be started anew. Where `MOST_WAITING`
   * wait, `embed` rejects at once.
   */
  start(onLost: (error: Error) => void): Promise<Encoder> {
    return new Promise((keep, fail) => {
      const worker = new Worker(this.script);
      this.worker = worker;
      worker.unref();
      const waiting = new Map<number, Waiting>();
      let asked = 0;
      let state: 'loading' | 'ready' | 'gone' = 'loading';
      const embed = (texts: readonly string[]) =>
        new Promise<readonly Float32Array[]>((given, failed) => {
          if (state === 'gone') return failed(new Error('The thread of the sentence encoder has ended.'));
          if (waiting.size >= MOST_WAITING) return failed(tooMuchToDo());
          const request: EncodeRequest = { n: ++asked, texts };
          waiting.set(request.n, { keep: given, fail: failed });
          worker.postMessage(request);
        });
      const end = (error: Error) => {
        if (state === 'gone') return;
        const before = state;
        state = 'gone';
        for (const one of waiting.values()) one.fail(error);
        waiting.clear();
        if (before === 'loading') fail(error);
        else if (this.worker === worker) onLost(error);
        if (this.worker === worker) this.worker = null;
      };
      worker.on('message', (said: EncoderSaid) => {
        switch (said.kind) {
          case 'ready':
            state = 'ready';
            return keep({ id: said.id, size: said.size, embed });
          case 'unready':
            return end(new Error(said.message));
          case 'vectors':
            waiting.get(said.n)?.keep(said.vectors);
            break;
          case 'failed':
            waiting.get(said.n)?.fail(new Error(said.message));
        }
        waiting.delete(said.n);
      });
      worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
      worker.on('exit', (code) => end(new Error(`The thread of the sentence encoder ended with code ${code}.`)));
    });
  }

  /** Ends it; nobody is told that it was lost. */
  async close(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }
}
