import { hasWord } from '../../src/answering/feature-table.js';
import { asItStands } from '../../src/answering/features.js';
import { createMatcher } from '../../src/answering/matcher.js';
import { modelToBytes } from '../../src/answering/model-file.js';
import { DEFAULT_GOAL, measureAt } from '../../src/answering/promise.js';
import { type Example, type TrainingOptions, train } from '../../src/answering/train.js';
import { emptyVectorCache } from '../../src/answering/vector-cache.js';
import { examples, fakeEncoder, groups } from './library-knowledge.js';

const trained = async (given: readonly Example[], options: TrainingOptions = {}) =>
  modelToBytes((await train(given, groups, fakeEncoder(), emptyVectorCache(), options, () => undefined)).model);

describe('training', () => {
  it('gives the same bytes for the same examples, in whatever order', async () => {
    const once = await trained(examples);
    expect(Buffer.compare(once, await trained(examples))).toBe(0);
    expect(Buffer.compare(once, await trained([...examples].reverse()))).toBe(0);
  });

  it('counts a phrasing once that is there twice', async () => {
    const doubled = [...examples, ...examples.slice(0, 20).map((e) => ({ ...e, voice: 'plain' }))];
    const { model } = await train(doubled, groups, null, emptyVectorCache(), {}, () => undefined);
    expect(model.rowLabels).toHaveLength(examples.length);
  });

  it('reads phrasings as they were prepared', async () => {
    const prepare = (text: string) => ({ lexical: text.replaceAll('books', 'xthing'), semantic: text });
    const { model } = await train(examples, groups, null, emptyVectorCache(), { prepare }, () => undefined);
    expect(hasWord(model.vocabulary.table, 'xthing')).toBe(true);
    expect(hasWord(model.vocabulary.table, 'books')).toBe(false);
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
    const { model } = await train(examples, groups, null, emptyVectorCache(), {}, () => undefined);
    const at = (rate: number) => measureAt(model.lexical.calibration, { kind: 'promise', rate });
    const [strict, free] = [at(0.01), at(0.2)];
    expect(strict.threshold).toBeGreaterThan(free.threshold);
    expect(strict.answered).toBeLessThan(free.answered);
    expect(free.wrong).toBeLessThanOrEqual(0.2);
  });

  it('compares a message with landmarks where examples are many, and still finds the right label', async () => {
    const options: TrainingOptions = { exactUpTo: 100, landmarks: 120 };
    const { model } = await train(examples, groups, fakeEncoder(), emptyVectorCache(), options, () => undefined);
    expect(model.rowLabels).toHaveLength(120);
    const matcher = createMatcher(model);
    const top = (text: string) => matcher.match(asItStands(text), null).ranked[0]?.label;
    expect(['how do I sign up for a card', 'could I put a dvd on hold', 'where do I park the car'].map(top)).toEqual([
      'faq:library-card',
      'faq:reserve-book',
      'topic:parking',
    ]);
    expect(measureAt(model.lexical.calibration, DEFAULT_GOAL).onTop).toBeGreaterThan(0.6);
  });

  it('tells which phrasings the others would give another label, and which say the same twice', async () => {
    const wrong = { text: 'what fine do I pay for an overdue book', label: 'faq:opening-hours', voice: 'plain' };
    const twin = { text: 'Let me talk to staff, please!', label: 'kind:human', voice: 'plain' };
    const given = [...examples, wrong, twin, { ...twin, text: 'let me talk to staff please' }];
    const { review } = await train(given, groups, null, emptyVectorCache(), { review: true }, () => undefined);
    expect(review?.elsewhere[0]).toMatchObject({ example: wrong, label: 'faq:late-fees' });
    expect(review?.alike.some((a) => [a.example.text, a.other.text].includes(twin.text))).toBe(true);
  });
});
