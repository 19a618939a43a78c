import { asItStands } from '../../src/answering/features.js';
import { createMatcher } from '../../src/answering/matcher.js';
import type { Model } from '../../src/answering/model.js';
import { modelFromBytes, modelToBytes } from '../../src/answering/model-file.js';
import { packFile } from '../../src/answering/packed-file.js';
import { train } from '../../src/answering/train.js';
import { emptyVectorCache } from '../../src/answering/vector-cache.js';
import { examples, fakeEncoder, groups } from './library-knowledge.js';

let model: Model;
let bytes: Uint8Array;
beforeAll(async () => {
  ({ model } = await train(examples, groups, fakeEncoder(), emptyVectorCache(), {}, () => undefined));
  bytes = modelToBytes(model);
});

describe('a model file', () => {
  it('gives back the model that was written', () => {
    expect(modelFromBytes(bytes)).toEqual({ ok: true, value: model });
  });

  it('answers as the model that was written, wherever it lies in a larger buffer', () => {
    const buffer = new Uint8Array(bytes.length + 3);
    buffer.set(bytes, 3);
    const read = modelFromBytes(buffer.subarray(3));
    if (!read.ok) throw new Error('not read');
    const asked = asItStands('extend a loan');
    expect(createMatcher(read.value).match(asked, null)).toEqual(createMatcher(model).match(asked, null));
  });

  it('holds a model without an encoder', async () => {
    const { model: lexical } = await train(examples, groups, null, emptyVectorCache(), {}, () => undefined);
    expect(modelFromBytes(modelToBytes(lexical))).toEqual({ ok: true, value: lexical });
  });

  it.each<[string, () => Uint8Array]>([
    ['empty', () => new Uint8Array(0)],
    ['cut off', () => bytes.subarray(0, bytes.length - 8)],
    ['changed in one bit', () => bytes.map((b, i) => (i === bytes.length >> 1 ? b ^ 1 : b))],
    ['another file', () => new TextEncoder().encode('This is a letter, and a long one at that, not a model.')],
    ['of another version', () => packFile({ name: 'model', version: 0 }, {}, {})],
    ['a vector file', () => packFile({ name: 'vectors', version: 1 }, [], {})],
    ['without its parts', () => packFile({ name: 'model', version: 1 }, {}, {})],
  ])('is refused with a remedy when it is %s', (_, damaged) => {
    const read = modelFromBytes(damaged());
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'bad-model-file' }] });
    if (!read.ok) expect(read.problems[0]?.message).toMatch(/^model file: .+\. Delete it and run the build again\.$/);
  });

  it('is refused when its parts do not fit together', () => {
    const torn = modelToBytes({ ...model, rowLabels: model.rowLabels.slice(1) });
    expect(modelFromBytes(torn)).toMatchObject({ ok: false, problems: [{ code: 'bad-model-file' }] });
  });
});
