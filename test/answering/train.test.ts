import { modelToBytes } from '../../src/answering/model-file.js';
import { type Example, type TrainingOptions, train } from '../../src/answering/train.js';
import { emptyVectorCache } from '../../src/answering/vector-cache.js';
import { examples, fakeEncoder, groups } from './library-knowledge.js';

const trained = async (given: readonly Example[], options: TrainingOptions = {}) =>
  modelToBytes(await train(given, groups, fakeEncoder(), emptyVectorCache(), options, () => undefined));

describe('training', () => {
  it('gives the same bytes for the same examples, in whatever order', async () => {
    const once = await trained(examples);
    expect(Buffer.compare(once, await trained(examples))).toBe(0);
    expect(Buffer.compare(once, await trained([...examples].reverse()))).toBe(0);
  });

  it('counts a phrasing once that is there twice', async () => {
    const doubled = [...examples, ...examples.slice(0, 20).map((e) => ({ ...e, voice: 'plain' }))];
    const model = await train(doubled, groups, null, emptyVectorCache(), {}, () => undefined);
    expect(model.rowLabels).toHaveLength(examples.length);
  });

  it('reads phrasings as they were prepared', async () => {
    const prepare = (text: string) => ({ lexical: text.replaceAll('books', 'xthing'), semantic: text });
    const model = await train(examples, groups, null, emptyVectorCache(), { prepare }, () => undefined);
    expect(model.vocabulary.features).toContain('w:xthing');
    expect(model.vocabulary.features).not.toContain('w:books');
  });

  it('stops at a label that belongs to no group, naming it', async () => {
    const stray = [...examples, { text: 'stray', label: 'faq:stray', voice: 'plain' }];
    await expect(trained(stray)).rejects.toThrow("label 'faq:stray' belongs to no group");
  });

  it('tells what it measured, a line a mode', async () => {
    const lines: string[] = [];
    await train(examples, groups, fakeEncoder(), emptyVectorCache(), {}, (line) => lines.push(line));
    expect(lines[0]).toMatch(/^300 phrasings, 12 labels, \d+ features$/);
    expect(lines.slice(1).map((line) => line.split(':')[0])).toEqual(['lexical', 'full']);
  });

  it('answers less where less may go wrong', async () => {
    const answered = async (promised: number) =>
      (await train(examples, groups, null, emptyVectorCache(), { promised }, () => undefined)).lexical;
    const [strict, free] = [await answered(0.01), await answered(0.2)];
    expect(strict.thresholds.answer).toBeGreaterThan(free.thresholds.answer);
    expect(strict.measured.answered).toBeLessThan(free.measured.answered);
  });
});
