import { existsSync, readFileSync } from 'node:fs';
import { wordTest } from '../answering/features.js';
import { modelFromBytes } from '../answering/model-file.js';
import { modelFiles, prepareFor } from '../assistant/matching.js';
import type { Heard, LessonProposal } from '../domain/lesson.js';
import { failed, ok, type Result } from '../domain/problem.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { collect, hashOf } from './collect.js';
import { likenessSpace } from './likeness-space.js';
import { maskerOf } from './mask.js';
import { propose } from './propose.js';

/** Proposals out of what was heard; `dismissed`: hashes of texts that somebody has said nothing is to be learned from. */
export type FindLessons = (
  heard: readonly Heard[],
  dismissed: ReadonlySet<string>,
) => Promise<readonly LessonProposal[]>;

/**
 * Makes a knowledge base ready to find lessons, with the likeness of its trained model, no encoder needed. Of 1,000 texts it takes some
 * seconds in pieces of milliseconds, with `pause` awaited in between. Problem: `no-model` where the phrasings
 * have not been trained as they are now.
 */
export function lessonFinder(
  knowledge: Knowledge,
  modelFolder: string,
  pause: () => Promise<void>,
): Result<FindLessons> {
  const { matcher } = modelFiles(modelFolder, knowledge);
  if (!existsSync(matcher))
    return failed({
      code: 'no-model',
      file: matcher,
      message: "The phrasings have not been trained as they are now; run 'npm run build', then ask again.",
    });
  const model = modelFromBytes(readFileSync(matcher));
  if (!model.ok) return model;
  const space = likenessSpace(model.value);
  const isKnownWord = wordTest(model.value.vocabulary);
  const mask = maskerOf(knowledge);
  const ready = prepareFor(knowledge);
  const prepare = (text: string) => ready(text).lexical;
  return ok(async (heard, dismissed) => {
    const isDismissed = (key: string) => dismissed.has(hashOf(key));
    const texts = await collect(heard, { knowledge, mask, isKnownWord, isDismissed, pause });
    return propose(texts, { knowledge, space, prepare, pause });
  });
}
