import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KNOWLEDGE_FOLDER } from '../../support/knowledge.js';

/** So many phrasings of each voice stay, and training takes seconds. */
const PHRASINGS_OF_A_VOICE = 3;
/** Voices of two letters were written for a few entries alone: no fold to calibrate by where so little is left. */
const OF_FEW = /^[a-z]{2,}:/;

export interface KnowledgeRepository {
  /** The knowledge base; patches go by the name of its folder, which is not the project's. */
  readonly knowledge: string;
  /** Throws with what git says where the patch does not fit. */
  readonly apply: (patchFile: string) => void;
  /** Paths of files that differ from the last commit. */
  readonly changed: () => readonly string[];
}

/** The knowledge base in a git repository of its own in `folder`, as somebody keeps it who changes it by patches; `isWhole`: not cut down. */
export function knowledgeRepository(folder: string, isWhole: boolean): KnowledgeRepository {
  const knowledge = join(folder, 'what-we-know');
  cpSync(KNOWLEDGE_FOLDER, knowledge, { recursive: true });
  if (!isWhole) cutDown(knowledge);
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message', 'As it is');
  return {
    knowledge,
    apply: (patchFile) => void git('apply', patchFile),
    changed: () => git('diff', '--name-only').split('\n').filter(Boolean),
  };
}

/** Topics go, save those that tickets are routed by, and most phrasings of the rest. */
function cutDown(knowledge: string): void {
  const routing = readFileSync(join(knowledge, 'routing.yaml'), 'utf8').replace(/#.*$/gm, '');
  const named = new Set(routing.match(/[a-z0-9]+(?:-[a-z0-9]+)*/g));
  const topics = join(knowledge, 'boundaries');
  for (const file of readdirSync(topics)) if (!named.has(file.split('.', 1)[0] ?? '')) rmSync(join(topics, file));
  for (const folder of ['faq', 'boundaries', 'kinds'].map((name) => join(knowledge, name)))
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.phrasings.yaml'))) {
      const path = join(folder, file);
      writeFileSync(path, withFewOfEach(readFileSync(path, 'utf8')));
    }
}

function withFewOfEach(phrasings: string): string {
  let ofVoice = 0;
  let stays = true;
  const kept = phrasings.split('\n').filter((line) => {
    if (/^\S/.test(line)) {
      ofVoice = 0;
      stays = !OF_FEW.test(line);
    }
    return stays && (!line.startsWith('  - ') || ++ofVoice <= PHRASINGS_OF_A_VOICE);
  });
  return kept.join('\n');
}

/** A folder of models of its own that begins with what the build has learned, so that little is learned anew. */
export function modelFolder(folder: string, built: string, isWhole: boolean): string {
  const model = join(folder, 'model');
  mkdirSync(model);
  for (const file of existsSync(built) ? readdirSync(built) : [])
    if (isWhole || !file.endsWith('.model')) cpSync(join(built, file), join(model, file));
  return model;
}
