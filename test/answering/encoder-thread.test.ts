import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEncoder } from '../../src/answering/encoder.js';
import { MOST_WAITING } from '../../src/answering/encoder-queue.js';
import { EncoderThread } from '../../src/answering/encoder-thread.js';

const BUILT = join(__dirname, '../../.sns/build/encoder.js');

let folder: string;
const open: EncoderThread[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sns-encoder-'));
});
afterAll(async () => {
  await Promise.all(open.map((thread) => thread.close()));
  rmSync(folder, { recursive: true });
});

function threadOf(script: string): EncoderThread {
  const thread = new EncoderThread(script);
  open.push(thread);
  return thread;
}

/** A thread that does what `code` does with `port`, in the place of one that encodes. */
function thread(name: string, code: string): EncoderThread {
  const script = join(folder, `${name}.js`);
  writeFileSync(script, `const { parentPort: port } = require('node:worker_threads');\n${code}`);
  return threadOf(script);
}

const READY = "port.postMessage({ kind: 'ready', id: 'made-up', size: 1 });";
const unexpected = (error: Error) => {
  throw error;
};

describe('the encoder in a thread of its own', () => {
  it('gives the same numbers as the encoder itself, in the order asked', async () => {
    const [apart, here] = await Promise.all([threadOf(BUILT).start(unexpected), loadEncoder()]);
    const texts = ['who may put new firmware on the card?', 'renew', '', 'is it ours to update? '.repeat(80)];
    const asked = await Promise.all(texts.map((text) => apart.embed([text])));
    expect(asked).toEqual(await Promise.all(texts.map((text) => here.embed([text]))));
    expect(await apart.embed(texts)).toEqual(await here.embed(texts));
    expect([apart.id, apart.size]).toEqual([here.id, here.size]);
  });

  it('says why it cannot be loaded', async () => {
    const lost: unknown[] = [];
    const loading = thread('unready', "port.postMessage({ kind: 'unready', message: 'no weights' });");
    await expect(loading.start((error) => lost.push(error))).rejects.toThrow('no weights');
    await expect(threadOf(join(folder, 'nothing.js')).start((error) => lost.push(error))).rejects.toThrow('nothing.js');
    expect(lost).toEqual([]);
  });

  it('rejects what fails and goes on with the rest', async () => {
    const encoder = await thread(
      'failing',
      `port.on('message', ({ n, texts }) => port.postMessage(texts[0] === 'bad'
         ? { kind: 'failed', n, message: 'bad text' }
         : { kind: 'vectors', n, vectors: [Float32Array.of(n)] }));
       ${READY}`,
    ).start(unexpected);
    const [first, second, third] = await Promise.allSettled(['good', 'bad', 'good'].map((t) => encoder.embed([t])));
    expect(first).toEqual({ status: 'fulfilled', value: [Float32Array.of(1)] });
    expect(second).toMatchObject({ status: 'rejected', reason: { message: 'bad text' } });
    expect(third).toEqual({ status: 'fulfilled', value: [Float32Array.of(3)] });
  });

  it('refuses at once what too many wait before, and takes more when they have been served', async () => {
    const held = `let held = [];
      port.on('message', ({ n, texts }) => {
        held.push(n);
        if (texts[0] !== 'last') return;
        for (const one of held) port.postMessage({ kind: 'vectors', n: one, vectors: [Float32Array.of(1)] });
        held = [];
      });
      ${READY}`;
    const encoder = await thread('held', held).start(unexpected);
    const crowd = Array.from({ length: MOST_WAITING }, (_, i) =>
      encoder.embed([i === MOST_WAITING - 1 ? 'last' : 'first']),
    );
    await expect(encoder.embed(['too many'])).rejects.toThrow('too much to do');
    expect(await Promise.all(crowd)).toHaveLength(MOST_WAITING);
    expect(await encoder.embed(['last'])).toEqual([Float32Array.of(1)]);
  });

  it('tells once when it is lost, lets nobody wait, and can be started anew', async () => {
    const dying = thread('dying', `port.on('message', () => process.exit(3)); ${READY}`);
    const lost: string[] = [];
    const encoder = await dying.start(({ message }) => lost.push(message));
    const asked = await Promise.allSettled([encoder.embed(['a']), encoder.embed(['b'])]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(encoder.embed(['c'])).rejects.toThrow('has ended');
    expect(lost).toEqual(['The thread of the sentence encoder ended with code 3.']);
    expect((await dying.start(() => undefined)).id).toBe('made-up');
  });

  it('rejects what waits when it is closed, and takes that for no loss', async () => {
    const lost: unknown[] = [];
    const silent = thread('silent', `port.on('message', () => undefined); ${READY}`);
    const encoder = await silent.start((error) => lost.push(error));
    const waiting = expect(encoder.embed(['a'])).rejects.toThrow('ended');
    await silent.close();
    await waiting;
    expect(lost).toEqual([]);
  });
});
