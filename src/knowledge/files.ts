import type { z } from 'zod';
import { failed, ok, type Problem, type Result } from '../domain/problem.js';
import { cardSchema } from './card-schema.js';
import { fleetSchema } from './fleet-schema.js';
import { helpdeskNameProblem, helpdeskSchema } from './helpdesk-schema.js';
import { type Ask, PHRASED_KINDS } from './knowledge.js';
import { routingSchema } from './routing-schema.js';
import {
  asksSchema,
  boundarySchema,
  entrySchema,
  phrasingsSchema,
  plansSchema,
  productsSchema,
  rulesSchema,
  sourceSchema,
} from './schema.js';
import { type CheckedFile, readYaml } from './yaml-file.js';

/** Path below `knowledge/`, with forward slashes → the file's text. */
export type Files = ReadonlyMap<string, string>;

export type PhrasingsFile = CheckedFile<z.infer<typeof phrasingsSchema>> & { readonly label: string };

export type AsksFile = CheckedFile<z.infer<typeof asksSchema>> & { readonly entry: string };

/** All files of a knowledge base, each checked by itself. */
export interface ReadFiles {
  readonly source: CheckedFile<z.infer<typeof sourceSchema>>;
  readonly entries: readonly CheckedFile<z.infer<typeof entrySchema>>[];
  readonly boundaries: readonly CheckedFile<z.infer<typeof boundarySchema>>[];
  readonly phrasings: readonly PhrasingsFile[];
  readonly asks: readonly AsksFile[];
  readonly products: CheckedFile<z.infer<typeof productsSchema>>;
  readonly plans: CheckedFile<z.infer<typeof plansSchema>>;
  readonly rules: CheckedFile<z.infer<typeof rulesSchema>>;
  readonly cards: CheckedFile<z.infer<typeof cardSchema>>;
  readonly fleet: CheckedFile<z.infer<typeof fleetSchema>>;
  readonly routing: CheckedFile<z.infer<typeof routingSchema>>;
  /** Of each helpdesk that sends tickets, how it writes them. */
  readonly helpdesks: readonly CheckedFile<z.infer<typeof helpdeskSchema>>[];
}

const ASKS = '.asks.yaml';
export const RULES_FILE = 'entitlement-rules.yaml';
const ONE_OF_EACH = [
  'products.yaml',
  'plans.yaml',
  RULES_FILE,
  'nmc-cards.yaml',
  'fleet-columns.yaml',
  'routing.yaml',
] as const;

/** What a key of an asks file means: `sentence-2-yes` is the second sentence, which says yes. */
export function readAsksKey(key: string): { readonly sentence: number; readonly says: Ask['says'] } {
  const [, sentence = '1', says] = key.split('-');
  return { sentence: Number(sentence), says: says === 'yes' || says === 'no' ? says : 'open' };
}

/** What a phrasings file teaches, by its folder and name, or null where the place says nothing. */
function labelOf(path: string): string | null {
  const [folder, name] = path.replace(/\.phrasings\.yaml$/, '').split('/');
  if (folder === 'faq') return `faq:${name}`;
  if (folder === 'boundaries') return `topic:${name}`;
  return folder === 'kinds' && PHRASED_KINDS.some((k) => k === name) ? `kind:${name}` : null;
}

/** Reads and checks each file for itself; names every problem, a missing or a misplaced file included. */
export function readFiles(files: Files): Result<ReadFiles> {
  const problems: Problem[] = [];
  const read = <T>(path: string, schema: z.ZodType<T>): CheckedFile<T> | null => {
    const text = files.get(path);
    if (text === undefined) {
      problems.push({ code: 'missing-file', file: path, message: 'this file is missing; put it back.' });
      return null;
    }
    const result = readYaml(path, text, schema);
    if (result.ok) return result.value;
    problems.push(...result.problems);
    return null;
  };
  const group = <T>(folder: string, schema: z.ZodType<T>): readonly CheckedFile<T>[] =>
    [...files.keys()]
      .filter((p) => p.startsWith(`${folder}/`) && /^[^.]+\.yaml$/.test(p))
      .sort()
      .map((p) => read(p, schema))
      .filter((f) => f !== null);
  const sources = group('sources', sourceSchema);
  const entries = group('faq', entrySchema);
  const boundaries = group('boundaries', boundarySchema);
  const helpdesks = group('helpdesks', helpdeskSchema);
  const products = read(ONE_OF_EACH[0], productsSchema);
  const plans = read(ONE_OF_EACH[1], plansSchema);
  const rules = read(ONE_OF_EACH[2], rulesSchema);
  const cards = read(ONE_OF_EACH[3], cardSchema);
  const fleet = read(ONE_OF_EACH[4], fleetSchema);
  const routing = read(ONE_OF_EACH[5], routingSchema);
  const phrasings: PhrasingsFile[] = [];
  for (const path of [...files.keys()].filter((p) => p.endsWith('.phrasings.yaml')).sort()) {
    const label = labelOf(path);
    const file = label === null ? null : read(path, phrasingsSchema);
    if (label === null) problems.push(misplaced(path));
    else if (file) phrasings.push({ ...file, label });
  }
  const asks = [...files.keys()]
    .filter((p) => p.startsWith('faq/') && p.endsWith(ASKS))
    .sort()
    .flatMap((path): readonly AsksFile[] => {
      const file = read(path, asksSchema);
      return file ? [{ ...file, entry: path.slice('faq/'.length, -ASKS.length) }] : [];
    });
  for (const path of files.keys()) if (!isExpected(path)) problems.push(misplaced(path));
  problems.push(...helpdesks.flatMap(({ file }) => helpdeskNameProblem(file)));
  const [source] = sources;
  if (!source)
    problems.push({ code: 'missing-file', file: 'sources/', message: 'no source outline is here; add one.' });
  if (!source || !products || !plans || !rules || !cards || !fleet || !routing || problems.length > 0)
    return failed(...problems);
  return ok({ source, entries, boundaries, phrasings, asks, products, plans, rules, cards, fleet, routing, helpdesks });
}

const isExpected = (path: string): boolean =>
  ONE_OF_EACH.some((name) => name === path) || /^(sources|faq|kinds|boundaries|helpdesks)\/[^/]+\.yaml$/.test(path);

const misplaced = (path: string): Problem => ({
  code: 'misplaced-file',
  file: path,
  message: 'nothing is read from here; the folders are sources, faq, kinds, boundaries and helpdesks.',
});
