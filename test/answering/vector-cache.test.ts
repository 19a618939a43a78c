import { emptyVectorCache, vectorCacheFrom } from '../../src/answering/vector-cache.js';
import { fakeEncoder } from './library-knowledge.js';

async function fileOf(texts: readonly string[]): Promise<Uint8Array> {
  const cache = emptyVectorCache();
  await cache.vectors(texts, fakeEncoder());
  return cache.toBytes();
}

async function reopened(bytes: Uint8Array) {
  const read = vectorCacheFrom(bytes);
  if (!read.ok) throw new Error('not read');
  return read.value;
}

describe('the vector cache', () => {
  it('embeds only texts that it does not have', async () => {
    const cache = await reopened(await fileOf(['one', 'two', 'three']));
    const encoder = fakeEncoder();
    const vectors = await cache.vectors(['two', 'four', 'one', 'four'], encoder);
    expect(encoder.embedded).toEqual(['four']);
    expect(vectors).toEqual(await fakeEncoder().embed(['two', 'four', 'one', 'four']));
  });

  it('does not take vectors of another encoder', async () => {
    const cache = await reopened(await fileOf(['one']));
    const other = { ...fakeEncoder(), id: 'other', embed: async () => [new Float32Array(64).fill(2)] };
    expect((await cache.vectors(['one'], other))[0]?.[0]).toBe(2);
  });

  it('keeps only what was asked for last, and the same bytes in any order', async () => {
    const cache = await reopened(await fileOf(['one', 'two', 'three']));
    await cache.vectors(['three', 'one'], fakeEncoder());
    expect(cache.toBytes()).toEqual(await fileOf(['one', 'three']));
  });

  it('can be empty', async () => {
    const cache = await reopened(emptyVectorCache().toBytes());
    expect(await cache.vectors([], fakeEncoder())).toEqual([]);
  });

  it('refuses a damaged file', async () => {
    const bytes = await fileOf(['one']);
    expect(vectorCacheFrom(bytes.subarray(4))).toMatchObject({ ok: false, problems: [{ code: 'bad-vectors-file' }] });
  });
});
