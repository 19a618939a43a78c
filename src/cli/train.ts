import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { loadEncoder } from '../answering/encoder.js';
import type { ModeModel } from '../answering/model.js';
import { modelToBytes } from '../answering/model-file.js';
import { openingsToBytes } from '../answering/opening-file.js';
import { trainOpenings } from '../answering/opening-model.js';
import { train } from '../answering/train.js';
import { emptyVectorCache, vectorCacheFrom } from '../answering/vector-cache.js';
import { examplesOf, groupsOf, modelFiles, openingExamplesOf, prepareFor, reviewFile } from '../assistant/matching.js';
import { problemLine } from '../domain/problem.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { loadKnowledge } from '../knowledge/load.js';
import { readFolder } from '../knowledge/read-folder.js';

/** Written beside and then put in place, so that a process that is stopped leaves no half a file. */
function writeWhole(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, bytes);
  renameSync(`${file}.part`, file);
}

function knowledgeOf(folder: string): Knowledge | null {
  const read = loadKnowledge(readFolder(folder));
  if (read.ok) return read.value;
  console.error(`The knowledge base cannot be used:\n${read.problems.map((p) => `  ${problemLine(p)}`).join('\n')}`);
  return null;
}

/** The lexical mode, trained in a thread of its own beside the full one. */
function lexicalInThread(knowledgeFolder: string): Promise<ModeModel> {
  return new Promise((done, failed) => {
    const thread = new Worker(__filename, { workerData: knowledgeFolder });
    thread.once('message', done);
    thread.once('error', failed);
  });
}

async function lexicalModel(knowledgeFolder: string): Promise<ModeModel> {
  const knowledge = knowledgeOf(knowledgeFolder);
  if (!knowledge) throw new Error('the knowledge base cannot be used');
  const options = { prepare: prepareFor(knowledge) };
  const silent = () => undefined;
  const { model } = await train(examplesOf(knowledge), groupsOf(knowledge), null, emptyVectorCache(), options, silent);
  return model.lexical;
}

/**
 * Trains what is missing or was made by another trainer: `train KNOWLEDGE_FOLDER MODEL_FOLDER`. Texts of answers are no part
 * of what is learned. Vectors of unchanged phrasings are kept.
 */
async function trainModels(knowledgeFolder: string, modelFolder: string): Promise<number> {
  const knowledge = knowledgeOf(knowledgeFolder);
  if (!knowledge) return 1;
  const files = modelFiles(modelFolder, knowledge);
  const trainer = createHash('sha256').update(readFileSync(__filename)).digest('hex');
  const trainerFile = join(modelFolder, 'trained-by');
  const isSame = existsSync(trainerFile) && readFileSync(trainerFile, 'utf8') === trainer;
  const started = performance.now();
  const log = (line: string) =>
    console.log(`  ${((performance.now() - started) / 1000).toFixed(0).padStart(3)} s  ${line}`);
  if (!isSame || !existsSync(files.openings)) {
    console.log(`Learning from ${knowledge.asks.length} ways of asking which sentence comes first …`);
    const openings = trainOpenings(openingExamplesOf(knowledge));
    const [right, said] = [openings.measured.rightSentence, openings.measured.said].map((s) => (100 * s).toFixed(0));
    writeWhole(files.openings, openingsToBytes(openings));
    log(`of hidden ones ${right} % open with the right sentence; ${said} % of yes/no questions get a yes or no`);
  }
  if (!isSame || !existsSync(files.matcher)) {
    await trainMatcher(knowledge, { knowledgeFolder, modelFolder, file: files.matcher }, log);
  }
  for (const name of readdirSync(modelFolder)) {
    const file = join(modelFolder, name);
    const isNeeded = [files.matcher, files.openings, reviewFile(files.matcher)].includes(file);
    if (/\.(?:model|openings|review\.json)$/.test(name) && !isNeeded) rmSync(file);
  }
  writeWhole(trainerFile, Buffer.from(trainer));
  return 0;
}

async function trainMatcher(
  knowledge: Knowledge,
  { knowledgeFolder, modelFolder, file }: { knowledgeFolder: string; modelFolder: string; file: string },
  log: (line: string) => void,
): Promise<void> {
  const vectorsFile = join(modelFolder, 'phrasings.vectors');
  const kept = existsSync(vectorsFile) ? vectorCacheFrom(readFileSync(vectorsFile)) : null;
  const cache = kept?.ok ? kept.value : emptyVectorCache();
  console.log(`Training on ${knowledge.phrasings.length} phrasings …`);
  const lexical = lexicalInThread(knowledgeFolder);
  const options = { prepare: prepareFor(knowledge), review: true };
  const encoder = await loadEncoder();
  const trained = await train(examplesOf(knowledge), groupsOf(knowledge), encoder, cache, options, log, lexical);
  writeWhole(reviewFile(file), Buffer.from(JSON.stringify(trained.review)));
  writeWhole(file, modelToBytes(trained.model));
  writeWhole(vectorsFile, cache.toBytes());
  log('trained');
}

if (isMainThread) {
  const [knowledgeFolder = 'knowledge', modelFolder = '.sns/model'] = process.argv.slice(2);
  void trainModels(knowledgeFolder, modelFolder).then((code) => {
    process.exitCode = code;
  });
} else {
  void lexicalModel(String(workerData)).then((model) => parentPort?.postMessage(model));
}
