import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMatcher, type Match } from '../../../src/answering/matcher.js';
import { modelFromBytes } from '../../../src/answering/model-file.js';
import { createOpener } from '../../../src/answering/opener.js';
import { openingsFromBytes } from '../../../src/answering/opening-file.js';
import { type Assistant, createAssistant } from '../../../src/assistant/assistant.js';
import { modelFiles, prepareFor } from '../../../src/assistant/matching.js';
import type { AssistantParts } from '../../../src/assistant/turn.js';
import { positively } from '../../../src/understanding/question-form.js';
import { type Understood, understander } from '../../../src/understanding/understand.js';
import { projectKnowledge } from '../../support/knowledge.js';

/** The real assistant with the trained model and without the sentence encoder; what it made of a message once it never makes again. */
export const lexicalAssistant = (): Assistant => createAssistant(lexicalParts());

/** What it rests on. */
export function lexicalParts(): AssistantParts {
  const knowledge = projectKnowledge();
  const files = modelFiles(join(__dirname, '../../../.sns/model'), knowledge);
  const model = modelFromBytes(readFileSync(files.matcher));
  const openings = openingsFromBytes(readFileSync(files.openings));
  if (!model.ok || !openings.ok) throw new Error('no trained model: run npm run build');
  const matcher = createMatcher(model.value, 'lexical', { kind: 'promise', rate: 0.02 });
  const opener = createOpener(openings.value);
  const prepare = prepareFor(knowledge);
  const understand = understander(knowledge);
  const matches = new Map<string, Match>();
  const read = new Map<string, Understood>();
  const known = new Set(knowledge.phrasings.flatMap((p) => p.text.toLowerCase().match(/\p{L}[\p{L}'’]*/gu) ?? []));
  return {
    knowledge,
    understand: (text, around) => kept(read, `${around.today} ${text}`, () => understand(text, around)),
    match: async (text) => kept(matches, text, () => matcher.match(prepare(text), null)),
    opening: (entry, text) => opener(entry, prepare(positively(text)).lexical),
    likest: (text, labels) => matcher.topAmong(prepare(text), labels),
    isEnglishWord: (word) => known.has(word),
  };
}

function kept<T>(made: Map<string, T>, key: string, make: () => T): T {
  const before = made.get(key);
  if (before !== undefined) return before;
  const value = make();
  made.set(key, value);
  return value;
}
