import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { failed, ok, type Problem, type Result } from '../domain/problem.js';

/** A YAML file read and checked: its data, and where in the file a path of it stands. */
export interface CheckedFile<T> {
  readonly file: string;
  readonly data: T;
  /** A problem at that path of the data, with line and column. */
  readonly problemAt: (path: readonly PropertyKey[], code: string, message: string) => Problem;
}

/** Reads `text` as YAML and checks it with `schema`; every problem names file, line and column. */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): Result<CheckedFile<T>> {
  const plain = readPlainLists(text);
  if (plain !== null) {
    const parsed = schema.safeParse(plain);
    if (parsed.success)
      return ok({ file, data: parsed.data, problemAt: (...args) => documentOf(file, text).problemAt(...args) });
  }
  const { document, problemAt, at } = documentOf(file, text);
  if (document.errors.length > 0) {
    return failed(
      ...document.errors.map((e) => ({ code: 'bad-yaml', message: firstLine(e.message), ...at(e.pos[0]) })),
    );
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return ok({ file, data: parsed.data, problemAt });
  return failed(
    ...parsed.error.issues.map((issue) =>
      problemAt(issue.path, 'bad-knowledge', `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`),
    ),
  );
}

/** The document with all positions; slow on long files, so it is only made where it is needed. */
function documentOf(file: string, text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problemAt: CheckedFile<unknown>['problemAt'] = (path, code, message) => ({
    code,
    message,
    ...at(offsetOf(document.contents, path)),
  });
  return { document, at, problemAt };
}

/**
 * Lists of quoted texts under keys, as phrasings and asks are written, or null for anything else. Such a file says the same as
 * YAML and as JSON strings, and reading it so is much faster: a start reads thousands.
 */
function readPlainLists(text: string): Readonly<Record<string, readonly string[]>> | null {
  const lists: Record<string, string[]> = {};
  let list: string[] | null = null;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const key = /^([a-z][a-z0-9-]*):$/.exec(line)?.[1];
    if (key !== undefined) {
      if (lists[key]) return null;
      list = lists[key] = [];
    } else if (list !== null && line.startsWith('  - "') && line.endsWith('"')) {
      try {
        list.push(String(JSON.parse(line.slice(4))));
      } catch {
        return null;
      }
    } else return null;
  }
  return list === null ? null : lists;
}

const firstLine = (message: string) => message.split('\n')[0] ?? message;

/** The offset of the node at `path`, or of the nearest node above it that exists. */
function offsetOf(root: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key));
      if (!pair) return offset;
      offset = (pair.key as Node | null)?.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key];
      offset = (node as Node | null)?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
