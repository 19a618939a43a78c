import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Files } from './files.js';

/** All YAML files below a folder, as loadKnowledge takes them; none where there is no such folder. */
export function readFolder(folder: string): Files {
  const files = new Map<string, string>();
  if (!existsSync(folder)) return files;
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile() || !/\.ya?ml$/.test(item.name)) continue;
    const path = join(item.parentPath ?? item.path, item.name);
    files.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'));
  }
  return files;
}
