import type { Encoder } from './encoder.js';

/**
 * So many askers wait at the most, the one being served among them: some 0.15 s of the encoder's time, too little to be noticed. One more is
 * refused at once, so that a crowd gets its answers by words alone, and soon, and not all by the encoder, and late.
 */
export const MOST_WAITING = 12;

export const tooMuchToDo = (): Error => new Error('The sentence encoder has too much to do.');

/**
 * An encoder of this very thread, one request at a time and in their order, the event loop having its turn before each: others' messages
 * are heard meanwhile, and what needs no encoder is answered. `embed` rejects at once where `MOST_WAITING` wait.
 */
export function inTurns(encoder: Encoder): Encoder {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    id: encoder.id,
    size: encoder.size,
    embed: async (texts) => {
      if (waiting >= MOST_WAITING) throw tooMuchToDo();
      waiting++;
      const vectors = last.then(eventLoopTurn).then(() => encoder.embed(texts));
      last = vectors.catch(() => undefined);
      return vectors.finally(() => waiting--);
    },
  };
}

const eventLoopTurn = (): Promise<void> => new Promise((goOn) => setImmediate(goOn));
