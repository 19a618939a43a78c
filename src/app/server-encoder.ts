import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { type Encoder, loadEncoder } from '../answering/encoder.js';
import { inTurns } from '../answering/encoder-queue.js';
import { EncoderThread } from '../answering/encoder-thread.js';

/** So long after it was lost the sentence encoder is started anew. */
const AGAIN_MILLIS = 10_000;

/** The server's sentence encoder: in a thread of its own where there is a second core; on a single one that would only cost. */
export class ServerEncoder {
  private readonly thread: EncoderThread;
  private closing = false;

  /** `script`: the bundled thread that encodes. */
  constructor(script: string) {
    this.thread = new EncoderThread(script);
  }

  /** Rejects where it cannot be loaded. Where it is lost later on, `onLost` is told, and `again` some seconds after. */
  async start(onLost: (error: unknown) => void, again: () => Promise<void>): Promise<Encoder> {
    if (availableParallelism() === 1) return inTurns(await loadEncoder());
    return this.thread.start(async (error) => {
      onLost(error);
      await setTimeout(AGAIN_MILLIS, null, { ref: false });
      if (!this.closing) await again();
    });
  }

  async close(): Promise<void> {
    this.closing = true;
    await this.thread.close();
  }
}
