import { createHash } from 'node:crypto';
import type { Citation } from '../domain/citation.js';
import { parseDay } from '../domain/day.js';
import type { EntryId, TopicId } from '../domain/ids.js';
import { failed, ok, type Problem, type Result } from '../domain/problem.js';
import { catalogueOf } from './catalogue.js';
import { crossCheck } from './cross-check.js';
import { type Files, type ReadFiles, readAsksKey, readFiles } from './files.js';
import { nameOfHelpdesk } from './helpdesk-schema.js';
import type { Ask, Boundary, Entry, Knowledge, Phrasing } from './knowledge.js';
import { routingOf } from './routing-schema.js';
import { rulesOf } from './rules-data.js';

/** A hash of all files, independent of the order they were read in: 12 hexadecimal digits. */
export function versionOf(files: Files): string {
  const hash = createHash('sha256');
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 12);
}

/**
 * The knowledge of these files (path below `knowledge/` → text), checked and frozen; or every
 * problem in them, each with file, line and column. Nothing is taken from a set that has a problem.
 */
export function loadKnowledge(files: Files): Result<Knowledge> {
  const read = readFiles(files);
  if (!read.ok) return read;
  const problems: Problem[] = crossCheck(read.value);
  if (problems.length > 0) return failed(...problems);
  return ok(deepFreeze(build(read.value, versionOf(files))));
}

function build(read: ReadFiles, version: string): Knowledge {
  const source = read.source.data;
  const titles = new Map(source.questions.map((q) => [q.number, q.title]));
  const cite = (rests: string): Citation => {
    const [question, sentence] = rests.split('.').map(Number) as [number, number];
    return { source: source.id, question, sentence, title: titles.get(question) ?? source.title };
  };
  const catalogue = catalogueOf(read.products.data);
  return {
    version,
    source,
    entries: read.entries
      .map(
        ({ data }): Entry => ({
          id: data.id as EntryId,
          question: data.question,
          title: data.title,
          short: data.short,
          sentences: data.answer.map((s) => ({
            text: s.text,
            citations: s.rests.map(cite),
          })),
          followUps: data.followUps as EntryId[],
        }),
      )
      .sort((a, b) => a.question - b.question),
    boundaries: new Map(
      read.boundaries.map(({ data }): [string, Boundary] => [
        data.id,
        {
          id: data.id as TopicId,
          title: data.title,
          near: data.near,
          says: { text: data.says, citations: data.rests.map(cite) },
          ask: data.ask,
          related: data.related as EntryId[],
        },
      ]),
    ),
    phrasings: read.phrasings.flatMap(({ label, data }) =>
      Object.entries(data).flatMap(([voice, texts]) => texts.map((text): Phrasing => ({ text, label, voice }))),
    ),
    asks: read.asks.flatMap(({ entry, data }) =>
      Object.entries(data).flatMap(([key, texts]) => {
        const { sentence, says } = readAsksKey(key);
        return texts.map((text): Ask => ({ entry: entry as EntryId, sentence: sentence - 1, says, text }));
      }),
    ),
    catalogue,
    plans: read.plans.data.plans,
    rules: rulesOf(read.rules.data, read.plans.data, cite, catalogue, {
      version,
      checked: parseDay(source.checked ?? ''),
    }),
    cards: read.cards.data,
    fleet: read.fleet.data,
    routing: routingOf(read.routing.data),
    helpdesks: new Map(read.helpdesks.map(({ file, data }) => [nameOfHelpdesk(file), data])),
    cite,
  };
}

/** Freezes plain data all the way down; maps, functions and compiled patterns are left as they are. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) {
      Object.freeze(value);
      for (const part of Object.values(value)) deepFreeze(part);
    }
  }
  return value;
}
