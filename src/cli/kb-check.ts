import { readFileSync } from 'node:fs';
import { problemLine } from '../domain/problem.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { loadKnowledge } from '../knowledge/load.js';
import { readFolder } from '../knowledge/read-folder.js';
import { checkSource, placesToReview } from '../knowledge/source-check.js';
import { outlineOf } from '../knowledge/source-outline.js';
import { EXIT } from './batch.js';
import type { CommandContext } from './loaded.js';

/** `sns kb check`: every problem of the knowledge base, or what was checked; with `--source`, what a new edition of the document touches. */
export function kbCheck(source: string | undefined, { streams, knowledgeFolder }: CommandContext): number {
  const result = loadKnowledge(readFolder(knowledgeFolder));
  if (!result.ok) {
    for (const problem of result.problems) streams.err(`${problemLine(problem)}\n`);
    streams.err(`${result.problems.length} problems.\n`);
    return EXIT.unreadable;
  }
  const k = result.value;
  const labels = new Set(k.phrasings.map((p) => p.label)).size;
  streams.out(
    `Knowledge ${k.version}: ${k.entries.length} entries, ${k.boundaries.size} boundaries, ${k.phrasings.length} phrasings under ${labels} labels, ` +
      `${k.catalogue.products.length} products, ${k.plans.length} plans, ${k.rules.rows.length} rules. No problems.\n`,
  );
  return source === undefined ? EXIT.fine : compare(source, k, streams);
}

function compare(file: string, k: Knowledge, streams: CommandContext['streams']): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    streams.err(`${file}: cannot be read; name a text file with a copy of the document.\n`);
    return EXIT.unreadable;
  }
  const differences = checkSource(k.source, outlineOf(text));
  const all = [...differences.titles, ...differences.sentences];
  for (const d of all) streams.out(`${JSON.stringify(d)}\n`);
  const places = new Set(placesToReview(differences).map(String));
  for (const { what, rests } of restingPlaces(k)) {
    const touched = rests.filter((r) => places.has(r));
    if (touched.length > 0) streams.out(`${what} rests on ${touched.join(', ')}: read it again.\n`);
  }
  streams.out(all.length === 0 ? `${file} says what the knowledge base rests on.\n` : `${all.length} differences.\n`);
  return EXIT.fine;
}

/** Everything that rests on sentences of the source, by name. */
function restingPlaces(k: Knowledge): readonly { readonly what: string; readonly rests: readonly string[] }[] {
  const place = (c: { readonly question: number; readonly sentence: number }) => `${c.question}.${c.sentence}`;
  return [
    ...k.entries.map((e) => ({ what: `faq/${e.id}.yaml`, rests: e.sentences.flatMap((s) => s.citations.map(place)) })),
    ...[...k.boundaries.values()].map((b) => ({ what: `boundaries/${b.id}.yaml`, rests: b.says.citations.map(place) })),
    ...k.rules.rows.map((row) => ({
      what: `entitlement-rules.yaml, row ${row.id},`,
      rests: [row.says, ...row.reasons, ...row.actions].flatMap((s) => s.citations.map(place)),
    })),
  ];
}
