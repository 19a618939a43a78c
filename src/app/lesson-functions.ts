import { basename, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { LessonFunctions } from '../channels/desk/lessons.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { readFolder } from '../knowledge/read-folder.js';
import { hashOf } from '../lessons/collect.js';
import { lessonFinder } from '../lessons/find-lessons.js';
import { phrasingsPatch } from '../lessons/patch.js';
import { titleOf } from '../lessons/propose.js';
import { lessonTarget } from '../lessons/target.js';
import { unansweredTopic } from '../rendering/lesson-words.js';
import type { Store } from '../store/open-store.js';

export interface LessonParts {
  readonly store: Pick<Store, 'heard' | 'lessons'>;
  /** As it is in use. */
  readonly knowledge: () => Knowledge;
  readonly knowledgeFolder: string;
  readonly modelFolder: string;
  /** Whom a new topic says to ask, until somebody says better. */
  readonly contact: string;
}

/** All that is kept: what is too old has been deleted. */
const FROM_THE_START = '';

/** What the desk shows of lessons. Nothing is held between two looks, since they are rare and the model is large. */
export const lessonFunctions = ({ store, knowledge, ...parts }: LessonParts): LessonFunctions => ({
  proposals: async () => {
    const finder = lessonFinder(knowledge(), parts.modelFolder, () => setImmediate());
    if (!finder.ok) return finder;
    const heard = await store.heard.lessons(FROM_THE_START);
    return { ok: true, value: await finder.value(heard, await store.lessons.dismissed()) };
  },
  weeks: () => store.heard.weeks(FROM_THE_START),
  places: () => {
    const labels = [...new Set(knowledge().phrasings.map(({ label }) => label))];
    return labels.map((label) => ({ label, title: titleOf(label, knowledge()) }));
  },
  patch: (texts, { to, title, ask }) => {
    const files = readFolder(parts.knowledgeFolder);
    const target = lessonTarget(to, { title, ask: ask ?? parts.contact, says: unansweredTopic }, files);
    return target.ok
      ? phrasingsPatch(files, knowledge().phrasings, target.value, texts, basename(resolve(parts.knowledgeFolder)))
      : target;
  },
  dismiss: ({ id, texts }, who) => store.lessons.dismiss(id, texts.map(hashOf), who),
});
