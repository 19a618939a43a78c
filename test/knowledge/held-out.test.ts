import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectKnowledge } from '../support/knowledge.js';

const lines = (name: string) =>
  readFileSync(join(__dirname, '../cases', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** A single word ('hello') is nobody's own way of putting it. */
const isOwn = (text: string) => text.trim().includes(' ');

test('the voice that is kept for measuring stands in no phrasing and in no way of asking', () => {
  const texts: readonly string[] = [
    ...lines('held-out-utterances.jsonl').map(({ text }: { text: string }) => text),
    ...lines('held-out-conversations.jsonl').flatMap(({ turns }: { turns: readonly { user: string }[] }) =>
      turns.map((t) => t.user),
    ),
  ];
  const heldOut = new Set(texts.filter(isOwn).map((text) => text.toLowerCase()));
  const { phrasings, asks } = projectKnowledge();
  expect(heldOut.size).toBeGreaterThan(390);
  expect([...phrasings, ...asks].map((p) => p.text).filter((text) => heldOut.has(text.toLowerCase()))).toEqual([]);
});
