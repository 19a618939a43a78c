import { failed, ok, type Result } from '../domain/problem.js';
import type { Files } from '../knowledge/files.js';
import { labelNamed, type PatchTarget } from './patch.js';

/** What a new topic is called and says until somebody words it better. */
export interface TopicWords {
  /** Null: made of its name. */
  readonly title: string | null;
  /** Whom to ask. */
  readonly ask: string;
  readonly says: (title: string) => string;
}

const NEW = 'new:';

/** The place that a person names: `renew`, `discount`, `human`, `faq:renew`, or `new:NAME` for a topic that is not there yet. Problems: `unknown-place`, `bad-name`. */
export function lessonTarget(name: string, { title, ask, says }: TopicWords, files: Files): Result<PatchTarget> {
  if (!name.startsWith(NEW)) {
    const label = labelNamed(name, files);
    if (label !== null) return ok({ kind: 'known', label });
    const message = `'${name.slice(0, 80)}': no entry, topic or kind is called so; name one, or ${NEW}NAME for a topic that is not there yet.`;
    return failed({ code: 'unknown-place', message });
  }
  const id = name.slice(NEW.length);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60)
    return failed({
      code: 'bad-name',
      message: `'${id.slice(0, 80)}': name it in lower-case words joined by hyphens.`,
    });
  const called = title?.trim() || `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
  return ok({ kind: 'new-topic', id, title: called, says: says(called), ask });
}
