import { liveKnowledge } from '../../src/assistant/live-knowledge.js';
import { failed, ok, type Result } from '../../src/domain/problem.js';
import type { Knowledge } from '../../src/knowledge/knowledge.js';
import { projectKnowledge } from '../support/knowledge.js';

const knowledge = projectKnowledge();
const problem = (code: string) => failed({ code, message: code });

/** A knowledge base whose reloads give these results in turn; tells all that happened. */
function live(results: readonly Result<Knowledge>[], train: () => Promise<void> = async () => undefined) {
  const told: string[] = [];
  let next = 0;
  const { changed } = liveKnowledge({
    reload: () => {
      told.push('reload');
      return results[Math.min(next++, results.length - 1)] ?? problem('none');
    },
    train: async () => {
      told.push('train');
      await train();
    },
    onTaken: () => told.push('taken'),
    onTraining: () => told.push('training'),
    onProblems: (problems) => told.push(...problems.map((p) => p.code)),
  });
  return { told, changed };
}

test('a changed answer is taken up at once', async () => {
  const { told, changed } = live([ok(knowledge)]);
  await changed();
  expect(told).toEqual(['reload', 'taken']);
});

test('changed phrasings are trained, then taken up', async () => {
  const { told, changed } = live([problem('no-model'), ok(knowledge)]);
  await changed();
  expect(told).toEqual(['reload', 'training', 'train', 'reload', 'taken']);
});

test('a problem is told, and nothing is taken up or trained', async () => {
  const { told, changed } = live([problem('unknown-entry')]);
  await changed();
  expect(told).toEqual(['reload', 'unknown-entry']);
});

test('a training that fails is told', async () => {
  const { told, changed } = live([problem('no-model')], async () => {
    throw new Error('out of memory');
  });
  await changed();
  expect(told).toEqual(['reload', 'training', 'train', 'not-trained']);
});

test('knowledge that cannot be read at all is told, and the next change is taken up', async () => {
  const told: string[] = [];
  let reads = 0;
  const { changed } = liveKnowledge({
    reload: () => {
      if (++reads === 1) throw new Error('ENOENT: products.yaml');
      return ok(knowledge);
    },
    train: async () => undefined,
    onTaken: () => told.push('taken'),
    onTraining: () => told.push('training'),
    onProblems: (problems) => told.push(...problems.map((p) => `${p.code}: ${p.message}`)),
  });
  await changed();
  await changed();
  expect(told).toEqual([expect.stringMatching(/^not-read: .*products\.yaml/), 'taken']);
});

test('files saved together are one change, and one saved during a training is taken up after it', async () => {
  const results = [problem('no-model'), problem('no-model'), ok(knowledge)];
  let saved = false;
  const { told, changed } = live(results, async () => {
    if (!saved) void changed();
    saved = true;
  });
  const both = [changed(), changed()];
  await Promise.all(both);
  expect(told).toEqual(['reload', 'training', 'train', 'reload', 'reload', 'taken']);
});
