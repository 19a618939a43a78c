import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { LessonProposal } from '../domain/lesson.js';
import { type Problem, problemLine } from '../domain/problem.js';
import type { Files } from '../knowledge/files.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { readFolder } from '../knowledge/read-folder.js';
import { lessonFinder } from '../lessons/find-lessons.js';
import { phrasingsPatch } from '../lessons/patch.js';
import { lessonTarget } from '../lessons/target.js';
import { lessonReasons, lessonSentence, unansweredTopic } from '../rendering/lesson-words.js';
import { EXIT } from './batch.js';
import { evaluate } from './eval.js';
import type { CommandContext } from './loaded.js';

/** What `sns lessons` is given beside what every command has. */
export interface LessonContext extends CommandContext {
  readonly knowledge: Knowledge;
  readonly modelFolder: string;
}

export interface PatchOptions {
  /** An entry, a topic or a kind by its name, or `new:NAME` for a topic that is not there yet. */
  readonly to: string;
  readonly title?: string;
  /** Whom the new topic says to ask. */
  readonly ask?: string;
  /** A file of labelled messages; true: the project's own. */
  readonly evaluate?: string | boolean;
}

const OWN_LABELS = '../test/cases/held-out-utterances.jsonl';

/** `sns lessons list`: what several people asked and the assistant did not answer well, a sentence each. */
export async function listLessons(options: { readonly json?: boolean }, context: LessonContext): Promise<number> {
  const { streams } = context;
  const found = await proposals(context);
  if (found === null) return EXIT.unreadable;
  for (const one of found)
    streams.out(options.json ? `${JSON.stringify(one)}\n` : `${one.id}  ${lessonSentence(one)}\n`);
  if (found.length === 0 && !options.json)
    streams.out('Nothing to learn: no two people asked alike what was not answered well.\n');
  return EXIT.fine;
}

/** `sns lessons show ID`: a proposal with all its texts, why it is one, and what comes nearest. */
export async function showLesson(id: string, context: LessonContext): Promise<number> {
  const one = await proposal(id, context);
  if (one === null) return EXIT.unreadable;
  const lines = [
    lessonSentence(one),
    `From ${one.first} to ${one.last}; ${lessonReasons(one)}.`,
    ...one.texts.map((text) => `  - ${text}`),
    ...(one.near.length > 0 ? ['Nearest in the knowledge base:'] : []),
    ...one.near.map(({ label, title, likeness }) => `  ${likeness.toFixed(2)}  ${label}  ${title}`),
  ];
  context.streams.out(`${lines.join('\n')}\n`);
  return EXIT.fine;
}

/**
 * `sns lessons patch ID --to PLACE`: the change of the knowledge base on standard output, for `git apply`. Nothing is changed. With `evaluate` what comes of
 * it is measured first, on standard error.
 */
export async function patchLesson(id: string, options: PatchOptions, context: LessonContext): Promise<number> {
  const { streams, knowledgeFolder, frame } = context;
  const one = await proposal(id, context);
  if (one === null) return EXIT.unreadable;
  const files = readFolder(knowledgeFolder);
  const words = { title: options.title ?? null, ask: options.ask ?? frame.contact, says: unansweredTopic };
  const target = lessonTarget(options.to, words, files);
  if (!target.ok) return tell(target.problems, context);
  const patched = phrasingsPatch(
    files,
    context.knowledge.phrasings,
    target.value,
    one.texts,
    basename(resolve(knowledgeFolder)),
  );
  if (!patched.ok) return tell(patched.problems, context);
  const code = options.evaluate ? await evaluated(options.evaluate, patched.value.files, context) : EXIT.fine;
  if (code !== EXIT.fine) return code;
  streams.out(patched.value.patch);
  streams.err(`Adds ${patched.value.added} phrasings. Read them, then: git apply FILE && npx sns kb check\n`);
  return EXIT.fine;
}

/** The evaluation with the knowledge as it is and with the patch, which is trained for it. */
async function evaluated(file: string | boolean, files: Files, context: LessonContext): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'sns-lessons-'));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    context.streams.err(`Measures without the patch and with it (${folder}); the training takes some minutes.\n`);
    const labels = typeof file === 'string' ? file : join(context.knowledgeFolder, OWN_LABELS);
    // The patch alone goes to standard output.
    const streams = { ...context.streams, out: context.streams.err };
    return await evaluate(labels, { against: folder }, { ...context, streams });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function proposal(id: string, context: LessonContext): Promise<LessonProposal | null> {
  const found = await proposals(context);
  const one = found?.find((each) => each.id === id) ?? null;
  if (found !== null && one === null)
    context.streams.err(`sns: there is no proposal '${id}' (any more); see 'sns lessons list'.\n`);
  return one;
}

/** All proposals; null, and told, where there is no database or no trained model. */
async function proposals(context: LessonContext): Promise<readonly LessonProposal[] | null> {
  const { knowledge, modelFolder, feedback: place, streams } = context;
  if (place === undefined || !existsSync(place.file)) {
    const where = place === undefined ? '' : `${place.file}: `;
    streams.err(`${where}there is no database; start the server once, or set DATA_FOLDER as it is set there.\n`);
    return null;
  }
  const finder = lessonFinder(knowledge, modelFolder, async () => undefined);
  if (!finder.ok) {
    tell(finder.problems, context);
    return null;
  }
  const store = await place.open(place.file);
  if (store === null) return null;
  try {
    return await finder.value(await store.heard.lessons(''), await store.lessons.dismissed());
  } finally {
    await store.close();
  }
}

function tell(problems: readonly Problem[], { streams }: LessonContext): number {
  for (const problem of problems) streams.err(`${problemLine(problem)}\n`);
  return EXIT.unreadable;
}
