import type { Files } from './files.js';
import { RULES_FILE } from './files.js';
import { rulesSchema } from './schema.js';
import { readYaml } from './yaml-file.js';

/** Where a row of the rules stands: the file below `knowledge/`, and the line from 1. */
export interface RulePlace {
  readonly file: string;
  readonly line: number;
}

/** The place of each row by its id; none where the file of the rules cannot be read. */
export function rulePlaces(files: Files): ReadonlyMap<string, RulePlace> {
  const read = readYaml(RULES_FILE, files.get(RULES_FILE) ?? '', rulesSchema);
  if (!read.ok) return new Map();
  const { data, problemAt } = read.value;
  const lineOf = (row: number) => problemAt(['rows', row, 'id'], 'place', '').line ?? 1;
  return new Map(data.rows.map((row, i) => [row.id, { file: RULES_FILE, line: lineOf(i) }]));
}
