#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROMISED_RATE } from '../answering/promise.js';
import { type LoadedAssistant, loadAssistant } from '../assistant/load-assistant.js';
import { problemLine } from '../domain/problem.js';
import { todayIn } from '../domain/today.js';
import type { Store } from '../store/open-store.js';
import { main } from './main.js';
import { otherModelFolder } from './other-model.js';
import { NO_PROGRESS, progressBar } from './progress.js';

/** The bundled command lies in `.sns/build`, the project's folder is two above. */
const ROOT = join(__dirname, '../..');
const knowledgeFolder = process.env.KNOWLEDGE_FOLDER || join(ROOT, 'knowledge');

const places = {
  trainer: join(__dirname, 'train.js'),
  modelFolder: join(ROOT, '.sns/model'),
  otherModelFolder: join(ROOT, '.sns/other-model'),
};

/** Where the server's settings, its file of them included, say that its database lies. */
function databaseFile(): string {
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return resolve(ROOT, process.env.DATA_FOLDER || '.sns/data', 'sns.db');
}

const streams = {
  input: process.stdin,
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};

/** The assistant with the full model, unless only the lexical one is wanted; null, and told, where it cannot be loaded. */
async function load(folder: string, modelFolder: string): Promise<LoadedAssistant | null> {
  const mode = process.env.ANSWERING === 'lexical' ? 'lexical' : 'full';
  const onEncoderFailure = (error: unknown) => streams.err(`the sentence encoder cannot be loaded: ${String(error)}\n`);
  const loaded = loadAssistant({
    knowledgeFolder: folder,
    modelFolder,
    mode,
    wrongAnswers: Number(process.env.WRONG_ANSWERS) || PROMISED_RATE,
    onEncoderFailure,
  });
  if (!loaded.ok) {
    for (const problem of loaded.problems) streams.err(`${problemLine(problem)}\n`);
    return null;
  }
  await loaded.value.loadEncoder();
  return loaded.value;
}

async function openDatabase(file: string): Promise<Store | null> {
  // Its library is loaded by those who need it only.
  const { openStore } = await import('../store/open-store.js');
  const opened = await openStore(file, () => new Date());
  if (opened.ok) return opened.value;
  for (const problem of opened.problems) streams.err(`${problemLine(problem)}\n`);
  return null;
}

void main(process.argv.slice(2), {
  streams,
  progress: process.stderr.isTTY ? progressBar(streams.err, () => performance.now()) : NO_PROGRESS,
  knowledgeFolder,
  frame: {
    contact: process.env.CONTACT || 'your local Schneider Electric service partner or Schneider Electric customer care',
  },
  modelFolder: places.modelFolder,
  feedback: {
    get file() {
      return databaseFile();
    },
    open: openDatabase,
  },
  databaseFile,
  defaultToday: todayIn(process.env.TIME_ZONE || null, new Date()),
  now: () => performance.now(),
  load: () => load(knowledgeFolder, places.modelFolder),
  loadOther: async (folder) => {
    const modelFolder = await otherModelFolder(folder, places, streams.err);
    return modelFolder === null ? null : load(folder, modelFolder);
  },
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    streams.err(`sns: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
// Whoever reads the output may stop early ('| head'): that is no error of ours.
process.stdout.on('error', () => process.exit(0));
