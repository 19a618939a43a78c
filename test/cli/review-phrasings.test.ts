import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modelFiles, reviewFile } from '../../src/assistant/matching.js';
import { reviewPhrasingsOf } from '../../src/cli/review-phrasings.js';
import { day } from '../../src/domain/day.js';
import { KNOWLEDGE_FOLDER, projectKnowledge } from '../support/knowledge.js';
import { inMemoryStreams } from './in-memory-streams.js';

const knowledge = projectKnowledge();
const [first, second] = knowledge.phrasings.filter((p) => p.label === 'faq:renew');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'review-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(all = false) {
  const written = inMemoryStreams();
  const never = () => {
    throw new Error('nothing is loaded for a review');
  };
  const code = reviewPhrasingsOf(knowledge, folder, all, {
    streams: written.streams,
    knowledgeFolder: KNOWLEDGE_FOLDER,
    load: never,
    loadOther: never,
    frame: { contact: '' },
    today: day('2026-01-01'),
    now: () => 0,
  });
  return { code, out: written.out, err: written.err };
}
const stored = (review: object) =>
  writeFileSync(reviewFile(modelFiles(folder, knowledge).matcher), JSON.stringify(review));

test('a phrasing that belongs elsewhere and one that is there twice are named with file, line and column', () => {
  stored({
    elsewhere: [{ example: first, label: 'faq:activate', lead: 0.5 }],
    alike: [{ example: second, other: first, likeness: 0.99 }],
  });
  const { code, out } = run();
  expect(code).toBe(0);
  expect(out).toContain(
    `faq/renew.phrasings.yaml:2:5: '${first?.text}' is more like faq:activate than faq:renew (by 0.50).`,
  );
  expect(out).toContain(
    `faq/renew.phrasings.yaml:3:5: '${second?.text}' says the same as '${first?.text}' of faq:renew.`,
  );
  expect(out).toMatch(/1 phrasings that the others would place elsewhere, 1 pairs that say the same, 0 labels/);
});

test('of many only a page is shown, unless all are wanted', () => {
  const elsewhere = Array.from({ length: 60 }, () => ({ example: first, label: 'faq:activate', lead: 0.5 }));
  stored({ elsewhere, alike: [] });
  expect(run().out).toContain(
    '60 phrasings that the others would place elsewhere (the surest 40 are shown; --all shows all)',
  );
  expect(run(true).out.match(/is more like/g)).toHaveLength(60);
});

test('what has not been trained cannot be reviewed, and the remedy is told', () => {
  expect(run()).toMatchObject({ code: 2, err: expect.stringContaining("run 'npm run build'") });
});
