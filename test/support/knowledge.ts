import { join } from 'node:path';
import type { Knowledge } from '../../src/knowledge/knowledge.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { readFolder } from '../../src/knowledge/read-folder.js';

export const KNOWLEDGE_FOLDER = join(__dirname, '../../knowledge');

let loaded: Knowledge | undefined;

/** The project's own knowledge base, loaded once a test file. */
export function projectKnowledge(): Knowledge {
  if (loaded === undefined) {
    const result = loadKnowledge(readFolder(KNOWLEDGE_FOLDER));
    if (!result.ok) throw new Error(result.problems.map((p) => p.message).join('\n'));
    loaded = result.value;
  }
  return loaded;
}
