import { parentPort } from 'node:worker_threads';
import { loadEncoder } from './encoder.js';
import type { EncodeRequest, EncoderSaid } from './encoder-protocol.js';

/** The thread that encodes: one text after the other, in the order in which they come. */
async function work(): Promise<void> {
  const say = (said: EncoderSaid, transferred: readonly ArrayBuffer[] = []) =>
    parentPort?.postMessage(said, transferred);
  const encoder = await loadEncoder().catch((error: unknown) => {
    say({ kind: 'unready', message: String(error) });
    return null;
  });
  if (encoder === null) return;
  let before = Promise.resolve();
  parentPort?.on('message', ({ n, texts }: EncodeRequest) => {
    before = before.then(async () => {
      try {
        const vectors = await encoder.embed(texts);
        say({ kind: 'vectors', n, vectors }, vectors.map(({ buffer }) => buffer).filter(isTransferable));
      } catch (error) {
        say({ kind: 'failed', n, message: String(error) });
      }
    });
  });
  say({ kind: 'ready', id: encoder.id, size: encoder.size });
}

function isTransferable(buffer: ArrayBufferLike): buffer is ArrayBuffer {
  return buffer instanceof ArrayBuffer;
}

void work();
