import type { Encoder } from '../../src/answering/encoder.js';
import { inTurns, MOST_WAITING } from '../../src/answering/encoder-queue.js';

/** Keeps what it was asked in `log`, a mark when it begins and one when it is done. */
function logged(log: string[], after: Promise<void> = Promise.resolve()): Encoder {
  return {
    id: 'made-up',
    size: 1,
    embed: async (texts) => {
      log.push(`begin ${texts}`);
      await after;
      if (texts[0] === 'bad') throw new Error('bad text');
      log.push(`end ${texts}`);
      return texts.map((text) => Float32Array.of(text.length));
    },
  };
}

describe('the encoder in the thread of the server', () => {
  it('serves one after the other, in the order asked', async () => {
    const log: string[] = [];
    const encoder = inTurns(logged(log));
    const vectors = await Promise.all([encoder.embed(['a']), encoder.embed(['bb', 'c']), encoder.embed(['ddd'])]);
    expect(log).toEqual(['begin a', 'end a', 'begin bb,c', 'end bb,c', 'begin ddd', 'end ddd']);
    expect(vectors.map((all) => all.map(([first]) => first))).toEqual([[1], [2, 1], [3]]);
    expect([encoder.id, encoder.size]).toEqual(['made-up', 1]);
  });

  it('lets the event loop hear others between two that wait', async () => {
    const log: string[] = [];
    const encoder = inTurns(logged(log));
    const both = Promise.all([encoder.embed(['a']), encoder.embed(['b'])]);
    setImmediate(() => log.push('heard'));
    await both;
    expect(log.indexOf('heard')).toBeLessThan(log.indexOf('begin b'));
  });

  it('rejects what fails and goes on with the rest', async () => {
    const encoder = inTurns(logged([]));
    const settled = await Promise.allSettled(['good', 'bad', 'good'].map((text) => encoder.embed([text])));
    expect(settled.map((s) => s.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(settled[1]).toMatchObject({ reason: { message: 'bad text' } });
  });

  it('refuses at once what too many wait before, and takes more when they have been served', async () => {
    let begin: () => void = () => {};
    const encoder = inTurns(logged([], new Promise<void>((resolve) => (begin = resolve))));
    const crowd = Array.from({ length: MOST_WAITING }, () => encoder.embed(['one']));
    await expect(encoder.embed(['too many'])).rejects.toThrow('too much to do');
    begin();
    await Promise.all(crowd);
    await expect(encoder.embed(['one'])).resolves.toEqual([Float32Array.of(3)]);
  });
});
