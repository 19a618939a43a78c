import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { modelFiles, reviewFile } from '../assistant/matching.js';
import { type Problem, problemLine } from '../domain/problem.js';
import { type ReadFiles, readFiles } from '../knowledge/files.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { readFolder } from '../knowledge/read-folder.js';
import { EXIT } from './batch.js';
import type { CommandContext } from './loaded.js';

const example = z.object({ text: z.string(), label: z.string(), voice: z.string() });
const reviewSchema = z.object({
  elsewhere: z.array(z.object({ example, label: z.string(), lead: z.number() })),
  alike: z.array(z.object({ example, other: example, likeness: z.number() })),
});
type Review = z.infer<typeof reviewSchema>;

/** An entry or kind, and a topic, with fewer phrasings than this are refused too often. */
const ENOUGH = { entry: 100, topic: 15 } as const;
/** Of phrasings that belong elsewhere the surest come first; a page of them is what one can go through at a time. */
const A_PAGE = 40;

/**
 * `sns kb check --phrasings`: phrasings that the others would give to another label (a wrong label, most often), pairs that say the
 * same, and labels with too few, each with file, line and column. Places to look, no errors. What it rests on is made
 * when the matcher is trained.
 */
export function reviewPhrasingsOf(
  knowledge: Knowledge,
  modelFolder: string,
  all: boolean,
  { streams, knowledgeFolder }: CommandContext,
): number {
  const file = reviewFile(modelFiles(modelFolder, knowledge).matcher);
  if (!existsSync(file)) {
    streams.err(`The phrasings have not been trained as they are now; run 'npm run build', then ask again.\n`);
    return EXIT.unreadable;
  }
  const review = reviewSchema.nullable().parse(JSON.parse(readFileSync(file, 'utf8')));
  const read = readFiles(readFolder(knowledgeFolder));
  if (!read.ok) return EXIT.unreadable;
  const thin = thinLabels(read.value);
  const elsewhere = review ? misplaced(review, read.value) : [];
  const alike = review ? twins(review, read.value) : [];
  const shown = all ? elsewhere : elsewhere.slice(0, A_PAGE);
  for (const problem of [...thin, ...alike, ...shown]) streams.out(`${problemLine(problem)}\n`);
  const more = elsewhere.length > shown.length ? ` (the surest ${shown.length} are shown; --all shows all)` : '';
  streams.out(
    `${elsewhere.length} phrasings that the others would place elsewhere${more}, ${alike.length} pairs that say the same, ${thin.length} labels with few phrasings.\n`,
  );
  return EXIT.fine;
}

type Example = z.infer<typeof example>;

function placeOf({ label, voice, text }: Example, read: ReadFiles, code: string, message: string): Problem {
  const file = read.phrasings.find((f) => f.label === label);
  const at = file?.data[voice]?.indexOf(text) ?? -1;
  return file?.problemAt([voice, at], code, message) ?? { code, message };
}

const misplaced = (review: Review, read: ReadFiles): readonly Problem[] =>
  review.elsewhere.map(({ example: e, label, lead }) =>
    placeOf(e, read, 'elsewhere', `'${e.text}' is more like ${label} than ${e.label} (by ${lead.toFixed(2)}).`),
  );

const twins = (review: Review, read: ReadFiles): readonly Problem[] =>
  review.alike.map(({ example: e, other }) =>
    placeOf(e, read, 'alike', `'${e.text}' says the same as '${other.text}' of ${other.label}.`),
  );

function thinLabels(read: ReadFiles): readonly Problem[] {
  return read.phrasings.flatMap((file) => {
    const count = Object.values(file.data).reduce((sum, texts) => sum + texts.length, 0);
    const enough = file.label.startsWith('topic:') ? ENOUGH.topic : ENOUGH.entry;
    if (count >= enough) return [];
    return [
      file.problemAt([], 'thin', `${file.label} has ${count} phrasings; below ${enough} it is refused too often.`),
    ];
  });
}
