import { createTwoFilesPatch } from 'diff';
import { failed, ok, type Result } from '../domain/problem.js';
import type { Files } from '../knowledge/files.js';
import { type Knowledge, PHRASED_KINDS } from '../knowledge/knowledge.js';
import { loadKnowledge } from '../knowledge/load.js';
import { MASKED } from './mask.js';

/** Where phrasings shall go: to a label that there is, or into files of a topic that is not answered, for a person to finish. */
export type PatchTarget =
  | { readonly kind: 'known'; readonly label: string }
  | {
      readonly kind: 'new-topic';
      readonly id: string;
      readonly title: string;
      readonly says: string;
      readonly ask: string;
    };

/** A change of the knowledge base that somebody can read before it is made. */
export interface KnowledgePatch {
  /** A unified diff, for `git apply` in the folder that holds the knowledge's. */
  readonly patch: string;
  /** All files of the knowledge base as they are with it. */
  readonly files: Files;
  /** How many phrasings it adds. */
  readonly added: number;
}

/** The voice of what people asked in earnest. */
const VOICE = 'heard';

/**
 * A patch that adds phrasings (masked before) to a label. It is given only where the knowledge base with it has no problem; what is a phrasing
 * already (`phrased`) is left out. `folder`: what the folder of the knowledge base is called. It reads the whole knowledge base, which takes half a second.
 * Problems: `unknown-place`, `nothing-new`, `topic-there`, and whatever is wrong with the knowledge.
 */
export function phrasingsPatch(
  files: Files,
  phrased: Knowledge['phrasings'],
  target: PatchTarget,
  texts: readonly string[],
  folder: string,
): Result<KnowledgePatch> {
  const known = new Set(phrased.map(({ text }) => text.toLowerCase()));
  const added: string[] = [];
  for (const text of texts.map((one) => one.replaceAll(MASKED, '…'))) {
    if (known.has(text.toLowerCase())) continue;
    known.add(text.toLowerCase());
    added.push(text);
  }
  if (added.length === 0)
    return failed({
      code: 'nothing-new',
      message: 'All of these texts are phrasings already; there is nothing to add.',
    });
  const changes = changesOf(files, target, added);
  if (!changes.ok) return changes;
  const after = new Map([...files, ...changes.value]);
  const checked = loadKnowledge(after);
  if (!checked.ok) return checked;
  const patch = [...changes.value]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => unifiedDiff(`${folder}/${path}`, files.get(path) ?? null, text))
    .join('');
  return ok({ patch, files: after, added: added.length });
}

/** The label that a name stands for: of an entry, a topic, a kind of message, or a label itself; null: none. */
export function labelNamed(name: string, files: Files): string | null {
  const labels = [
    `faq:${name}`,
    `topic:${name}`,
    ...PHRASED_KINDS.filter((kind) => kind === name).map((k) => `kind:${k}`),
    name,
  ];
  return labels.find((label) => files.has(pathOf(label))) ?? null;
}

const FOLDERS: Readonly<Record<string, string>> = { faq: 'faq', topic: 'boundaries', kind: 'kinds' };

/** The file with the phrasings of a label. */
function pathOf(label: string): string {
  const [group = '', name = ''] = label.split(':');
  return `${FOLDERS[group] ?? ''}/${name}.phrasings.yaml`;
}

function changesOf(files: Files, target: PatchTarget, texts: readonly string[]): Result<ReadonlyMap<string, string>> {
  const lines = texts.map((text) => `  - ${JSON.stringify(text)}`);
  if (target.kind === 'new-topic') {
    const { id, title, says, ask } = target;
    const path = `boundaries/${id}.yaml`;
    if (files.has(path))
      return failed({
        code: 'topic-there',
        file: path,
        message: `there is a topic '${id}' already; name it without 'new:'.`,
      });
    const topic = [
      `id: ${id}`,
      `title: ${JSON.stringify(title)}`,
      'near: true',
      `says: ${JSON.stringify(says)}`,
      'rests: []',
      `ask: ${JSON.stringify(ask)}`,
      'related: []',
    ];
    return ok(
      new Map([
        [path, `${topic.join('\n')}\n`],
        [`boundaries/${id}.phrasings.yaml`, `${[`${VOICE}:`, ...lines].join('\n')}\n`],
      ]),
    );
  }
  const path = pathOf(target.label);
  const text = files.get(path);
  if (text === undefined)
    return failed({ code: 'unknown-place', message: `'${target.label}': nothing of the knowledge base is called so.` });
  return ok(new Map([[path, withLines(text, lines)]]));
}

/** A file of phrasings with more of them at the end of the voice; without that voice yet, with one behind the others. */
function withLines(text: string, lines: readonly string[]): string {
  const all = text.replace(/\n*$/, '').split('\n');
  const head = all.indexOf(`${VOICE}:`);
  if (head < 0) return `${[...all, `${VOICE}:`, ...lines].join('\n')}\n`;
  const next = all.findIndex((line, at) => at > head && /^\S/.test(line));
  const end = next < 0 ? all.length : next;
  return `${[...all.slice(0, end), ...lines, ...all.slice(end)].join('\n')}\n`;
}

/** As `git apply` reads it; null: there was no such file. */
function unifiedDiff(path: string, before: string | null, after: string): string {
  const from = before === null ? '/dev/null' : `a/${path}`;
  const patch = createTwoFilesPatch(from, `b/${path}`, before ?? '', after, undefined, undefined, { context: 3 });
  return patch.replace(/^=+\n/, '');
}
