import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { modelFile } from '../assistant/matching.js';
import { problemLine } from '../domain/problem.js';
import { loadKnowledge } from '../knowledge/load.js';
import { readFolder } from '../knowledge/read-folder.js';

/** Where models lie and what makes them. */
export interface ModelPlaces {
  /** The script that trains: `KNOWLEDGE_FOLDER MODEL_FOLDER`. It does nothing where it made the model before. */
  readonly trainer: string;
  /** Of the project's own knowledge base. */
  readonly modelFolder: string;
  /** Of the knowledge base last compared with; the trainer keeps one model to a folder. */
  readonly otherModelFolder: string;
}

const VECTORS = 'phrasings.vectors';

/**
 * The folder that holds a model for the knowledge base in `folder`, trained first where none is there; null, and told by `err`,
 * where the knowledge cannot be used or the training fails.
 */
export async function otherModelFolder(
  folder: string,
  places: ModelPlaces,
  err: (text: string) => void,
): Promise<string | null> {
  if (!existsSync(folder)) {
    err(`${folder}: there is no such folder; name one that holds a knowledge base.\n`);
    return null;
  }
  const knowledge = loadKnowledge(readFolder(folder));
  if (!knowledge.ok) {
    for (const problem of knowledge.problems) err(`${folder}: ${problemLine(problem)}\n`);
    return null;
  }
  // Where only answers or rules differ, the project's own model does.
  if (existsSync(modelFile(places.modelFolder, knowledge.value))) return places.modelFolder;
  const target = places.otherModelFolder;
  if (!existsSync(modelFile(target, knowledge.value)))
    err(`Training a model for ${folder}, which takes some minutes …\n`);
  keepVectors(places);
  const code = await runTrainer([places.trainer, folder, target], err);
  if (code === 0) return target;
  err(`${folder}: no model could be trained for it (code ${code}).\n`);
  return null;
}

/** Most phrasings are those of the project's own: their vectors need not be made again. */
function keepVectors({ modelFolder, otherModelFolder: target }: ModelPlaces): void {
  const own = join(modelFolder, VECTORS);
  if (!existsSync(own) || existsSync(join(target, VECTORS))) return;
  mkdirSync(target, { recursive: true });
  copyFileSync(own, join(target, VECTORS));
}

/** In a process of its own, since training takes memory; all that it prints goes to `err`, and standard output stays the report's. */
function runTrainer(args: readonly string[], err: (text: string) => void): Promise<number | null> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', err);
    child.once('error', failed);
    child.once('close', done);
  });
}
