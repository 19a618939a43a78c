import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A text and what it asks for; null: nothing that the set has an entry for. */
export interface Row {
  readonly text: string;
  readonly label: string | null;
}

/** A public set as it was published: rows to learn from, rows to choose a threshold on (where there are any), and rows to be judged on. */
export interface PublicSet {
  readonly name: string;
  readonly train: readonly Row[];
  readonly validation: readonly Row[];
  /** Empty where the folder lacks the test file. */
  readonly test: readonly Row[];
  /** Out-of-scope rows that came with the set and are in none of the above. */
  readonly background: readonly string[];
}

const HINT3 = ['sofmattress', 'curekart', 'powerplay11'] as const;
/** What HINT3 calls a query without an answer, and CLINC150 likewise. */
const OUT_OF_SCOPE = new Set(['NO_NODES_DETECTED', 'oos']);

const row = (text: string, label: string): Row => ({ text, label: OUT_OF_SCOPE.has(label) ? null : label });

/** The first file below the folder that has one of these names. */
function find(folder: string, names: readonly string[]): string | null {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names) {
    const found = files.find((file) => basename(file) === name);
    if (found !== undefined) return join(folder, found);
  }
  return null;
}

/** Rows of a CSV file with a head, as HINT3 (`sentence,label`) and BANKING77 (`text,category`) are published. */
export function readCsv(content: string): readonly Row[] {
  const [, ...lines]: string[][] = parse(content, { relax_quotes: true, skip_empty_lines: true, bom: true });
  return lines.map(([text = '', label = '']) => row(text, label));
}

const csv = (file: string | null): readonly Row[] => (file === null ? [] : readCsv(readFileSync(file, 'utf8')));

/** The sets of a folder, under the names that this project or the publishers give the files; a set whose training file is missing is left out. */
export function readSets(folder: string): ReadonlyMap<string, PublicSet> {
  const sets = new Map<string, PublicSet>();
  const add = (set: PublicSet) => {
    if (set.train.length > 0) sets.set(set.name, set);
  };
  for (const name of HINT3) {
    const train = csv(find(folder, [`hint3-${name}-train.csv`, `${name}_train.csv`]));
    const test = csv(find(folder, [`hint3-${name}-test.csv`, `${name}_test.csv`, `${name}-test.csv`]));
    add({ name, train, validation: [], test, background: [] });
  }
  const banking = csv(find(folder, ['banking77-train.csv', 'train.csv']));
  const bankingTest = csv(find(folder, ['banking77-test.csv', 'test.csv']));
  add({ name: 'banking77', train: banking, validation: [], test: bankingTest, background: [] });
  const clinc = find(folder, ['clinc150-small.json', 'data_small.json']);
  if (clinc !== null) add(readClinc(readFileSync(clinc, 'utf8')));
  return sets;
}

/** CLINC150 as one JSON object of its splits, each a list of [text, intent]. */
export function readClinc(content: string): PublicSet {
  const splits: Readonly<Record<string, readonly (readonly [string, string])[]>> = JSON.parse(content);
  const rows = (...names: readonly string[]) => names.flatMap((n) => (splits[n] ?? []).map(([t, l]) => row(t, l)));
  return {
    name: 'clinc150',
    train: rows('train'),
    validation: rows('val', 'oos_val'),
    test: rows('test', 'oos_test'),
    background: rows('oos_train').map((r) => r.text),
  };
}
