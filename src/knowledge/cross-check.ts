import { ENTRY } from '../domain/entry-roles.js';
import type { Problem } from '../domain/problem.js';
import { foldName } from './catalogue.js';
import { type ReadFiles, readAsksKey } from './files.js';
import { foldHeading } from './fleet-schema.js';
import { checkRouting } from './routing-check.js';
import { FEATURES } from './rules.js';
import type { CheckedFile } from './yaml-file.js';

type Place = readonly PropertyKey[];

/** What no file can tell by itself: that references lead somewhere, and that nothing is said twice. */
export function crossCheck(read: ReadFiles): Problem[] {
  return [
    ...checkEntries(read),
    ...checkRoles(read),
    ...checkRests(read),
    ...checkRules(read),
    ...checkProducts(read),
    ...checkPhrasings(read),
    ...checkAsks(read),
    ...checkFleetColumns(read),
    ...checkRouting(read),
  ];
}

/** Entries that code looks at by their id. */
function checkRoles({ entries }: ReadFiles): Problem[] {
  const ids = new Set<string>(entries.map((e) => e.data.id));
  return Object.values(ENTRY)
    .filter((id) => !ids.has(id))
    .map((id) => ({
      code: 'missing-entry',
      message: `there is no entry '${id}', which more is done with than answering it; name it as before, or rename it in src/domain/entry-roles.ts.`,
      file: `faq/${id}.yaml`,
    }));
}

function checkEntries(read: ReadFiles): Problem[] {
  const problems: Problem[] = [];
  const ids = new Set(read.entries.map((e) => e.data.id));
  const titles = new Map(read.source.data.questions.map((q) => [q.number, q.title]));
  for (const entry of read.entries) {
    const { data } = entry;
    if (entry.file !== `faq/${data.id}.yaml`) {
      problems.push(entry.problemAt(['id'], 'wrong-file-name', `this entry belongs into faq/${data.id}.yaml.`));
    }
    const title = titles.get(data.question);
    if (title !== data.title) {
      const is = title === undefined ? 'has no such question' : `calls question ${data.question} '${title}'`;
      problems.push(entry.problemAt(['title'], 'wrong-title', `the source ${is}.`));
    }
    data.followUps.forEach((id, i) => {
      if (!ids.has(id)) problems.push(entry.problemAt(['followUps', i], 'unknown-entry', `there is no entry '${id}'.`));
    });
  }
  for (const boundary of read.boundaries) {
    if (boundary.file !== `boundaries/${boundary.data.id}.yaml`) {
      const place = `boundaries/${boundary.data.id}.yaml`;
      problems.push(boundary.problemAt(['id'], 'wrong-file-name', `this boundary belongs into ${place}.`));
    }
    boundary.data.related.forEach((id, i) => {
      if (!ids.has(id))
        problems.push(boundary.problemAt(['related', i], 'unknown-entry', `there is no entry '${id}'.`));
    });
  }
  return problems;
}

/** Every `rests` of every file must name a sentence that the source has. */
function checkRests(read: ReadFiles): Problem[] {
  const counts = new Map(read.source.data.questions.map((q) => [q.number, q.sentences.length]));
  const problems: Problem[] = [];
  const files: readonly CheckedFile<unknown>[] = [...read.entries, ...read.boundaries, read.rules, read.plans];
  for (const file of files) {
    for (const { place, value } of restsIn(file.data, [])) {
      const [question, sentence] = value.split('.').map(Number) as [number, number];
      const count = counts.get(question) ?? 0;
      if (sentence < 1 || sentence > count) {
        const message = `the source has no sentence ${value}: question ${question} has ${count} sentences.`;
        problems.push(file.problemAt(place, 'unknown-sentence', message));
      }
    }
  }
  return problems;
}

function restsIn(data: unknown, place: Place): readonly { readonly place: Place; readonly value: string }[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const at = [...place, Array.isArray(data) ? Number(key) : key];
    if (key === 'rests' && Array.isArray(value)) return value.map((v, i) => ({ place: [...at, i], value: String(v) }));
    return restsIn(value, at);
  });
}

function checkRules(read: ReadFiles): Problem[] {
  const { data, problemAt } = read.rules;
  const problems: Problem[] = [];
  data.rows.forEach((row, i) => {
    if (data.rows.findIndex((r) => r.id === row.id) !== i)
      problems.push(problemAt(['rows', i, 'id'], 'said-twice', `there is a row '${row.id}' above already.`));
    const conditions = Object.entries(row.when);
    const last = i === data.rows.length - 1;
    const at = (code: string, message: string) => problems.push(problemAt(['rows', i, 'when'], code, message));
    if (last && conditions.length > 0)
      at('open-end', 'the last row must have no conditions, so that one row always holds.');
    if (!last && conditions.length === 0) at('shadowing-row', 'a row without conditions hides all rows below it.');
    const told = row.fails !== undefined && row.open !== undefined;
    if (!told && (row.when.class ?? row.when.nmc) !== undefined)
      at('untold-row', 'a row on the product or the card needs `fails` and `open`, for whoever asks why.');
    if (last && row.open === undefined) at('untold-row', 'the last row needs `open`, for whoever asks why.');
    if (row.ground && conditions.length !== 1) at('bad-ground', 'a ground of exclusion looks at one feature only.');
    for (const [feature, values] of conditions) {
      const known: readonly string[] = FEATURES[feature as keyof typeof FEATURES];
      for (const value of values ?? []) {
        if (!known.includes(value)) at('unknown-value', `${feature} is never '${value}'; use ${known.join(', ')}.`);
      }
    }
  });
  return problems;
}

function checkProducts(read: ReadFiles): Problem[] {
  const { data, problemAt } = read.products;
  const problems: Problem[] = [];
  const owner = new Map<string, string>();
  const names = new Set(data.products.map((p) => p.name));
  data.products.forEach((product, i) => {
    for (const name of [product.name, ...product.aliases, ...product.short]) {
      const before = owner.get(foldName(name));
      if (before !== undefined && before !== product.name) {
        const message = `'${name}' is already a name of ${before}; a name means one product.`;
        problems.push(problemAt(['products', i], 'name-taken', message));
      }
      owner.set(foldName(name), product.name);
    }
  });
  data.ambiguous.forEach((a, i) => {
    a.options.forEach((option, j) => {
      if (!names.has(option)) {
        problems.push(problemAt(['ambiguous', i, 'options', j], 'unknown-product', `there is no product '${option}'.`));
      }
    });
  });
  return problems;
}

/** The same text under two labels teaches the matcher nothing; a phrasing without an owner is lost. */
function checkPhrasings(read: ReadFiles): Problem[] {
  const problems: Problem[] = [];
  const owners = new Set([
    ...read.entries.map((e) => `faq:${e.data.id}`),
    ...read.boundaries.map((b) => `topic:${b.data.id}`),
  ]);
  const seen = new Map<string, string>();
  for (const file of read.phrasings) {
    if (!file.label.startsWith('kind:') && !owners.has(file.label)) {
      problems.push(file.problemAt([], 'no-owner', 'there is no entry or boundary of this name beside it.'));
    }
    for (const [voice, texts] of Object.entries(file.data)) {
      texts.forEach((text, i) => {
        const key = text.toLowerCase();
        const before = seen.get(key);
        if (before !== undefined) {
          problems.push(file.problemAt([voice, i], 'said-twice', `'${text}' is already a phrasing of ${before}.`));
        }
        seen.set(key, file.label);
      });
    }
  }
  return problems;
}

/** Asks belong to sentences that are there, and each to one of them. */
function checkAsks(read: ReadFiles): Problem[] {
  const lengths = new Map(read.entries.map((e) => [e.data.id, e.data.answer.length]));
  return read.asks.flatMap((file): Problem[] => {
    const length = lengths.get(file.entry);
    if (length === undefined) return [file.problemAt([], 'no-owner', 'there is no entry of this name beside it.')];
    const seen = new Set<string>();
    return Object.entries(file.data).flatMap(([key, texts]) => {
      const twice = texts.flatMap((text, i) => {
        const isNew = !seen.has(text.toLowerCase());
        seen.add(text.toLowerCase());
        return isNew ? [] : [file.problemAt([key, i], 'said-twice', `'${text}' already stands in this file.`)];
      });
      const { sentence } = readAsksKey(key);
      if (sentence <= length) return twice;
      const message = `the answer has ${length} sentences, so none is number ${sentence}.`;
      return [file.problemAt([key], 'no-such-sentence', message), ...twice];
    });
  });
}

/** A heading of a list of devices means one thing. */
function checkFleetColumns({ fleet: { data, problemAt } }: ReadFiles): Problem[] {
  const owner = new Map<string, string>();
  return data.columns.flatMap(({ holds, names }, i) =>
    names.flatMap((name, j): Problem[] => {
      const before = owner.get(foldHeading(name));
      owner.set(foldHeading(name), holds);
      if (before === undefined) return [];
      const message = `'${name}' is already a heading of ${before}; a heading stands once.`;
      return [problemAt(['columns', i, 'names', j], 'said-twice', message)];
    }),
  );
}
