import type { Reply } from '../../src/domain/reply.js';
import { toContract } from '../../src/rendering/contract.js';

const welcome: Reply = {
  kind: 'smalltalk',
  which: 'welcome',
  confidence: 1,
  suggestions: [],
  facts: {},
  verdict: null,
  pending: null,
  parts: [],
  devices: [],
  knowledgeVersion: 'k',
};
const textWith = (more: { readonly retentionDays?: number }) =>
  toContract(welcome, 0, { contact: 'the desk', ...more }).text;

test('the welcome says who answers and from what, what is kept, for how long and why, and how to have it erased', () => {
  const text = textWith({ retentionDays: 45 });
  for (const piece of ['not a person', 'FAQ', 'kept for 45 days', 'so that', "'erase my data'"]) {
    expect(text).toContain(piece);
  }
  expect(textWith({ retentionDays: 1 })).toContain('kept for a day after');
});

test('where nothing is kept, nothing is said of keeping', () => {
  expect(textWith({})).not.toMatch(/kept|erase/);
});
