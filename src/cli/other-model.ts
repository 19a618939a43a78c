import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { modelFiles } from '../assistant/matching.js';
import { runTrainer } from '../assistant/run-trainer.js';
import { problemLine } from '../domain/problem.js';
import type { Knowledge } from '../knowledge/knowledge.js';
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
  if (isTrained(places.modelFolder, knowledge.value)) return places.modelFolder;
  const target = places.otherModelFolder;
  if (!isTrained(target, knowledge.value)) err(`Training a model for ${folder}, which takes some minutes …\n`);
  keepVectors(places);
  const code = await runTrainer(places.trainer, { knowledge: folder, model: target }, err);
  if (code === 0) return target;
  err(`${folder}: no model could be trained for it (code ${code}).\n`);
  return null;
}

const isTrained = (folder: string, knowledge: Knowledge): boolean =>
  Object.values(modelFiles(folder, knowledge)).every((file) => existsSync(file));

/** Most phrasings are those of the project's own: their vectors need not be made again. */
function keepVectors({ modelFolder, otherModelFolder: target }: ModelPlaces): void {
  const own = join(modelFolder, VECTORS);
  if (!existsSync(own) || existsSync(join(target, VECTORS))) return;
  mkdirSync(target, { recursive: true });
  copyFileSync(own, join(target, VECTORS));
}
