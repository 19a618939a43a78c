import { z } from 'zod';
import { parseDay } from '../domain/day.js';
import { problemLine } from '../domain/problem.js';
import { csvSink } from '../fleet/output/csv-sink.js';
import { htmlSink } from '../fleet/output/html/html-sink.js';
import { jsonSink } from '../fleet/output/json-sink.js';
import { tableSink } from '../fleet/output/table-sink.js';
import { type FleetSink, runFleet } from '../fleet/run-fleet.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { EXIT } from './batch.js';
import { fileErrorCode } from './file-error.js';
import type { CommandContext } from './loaded.js';
import { NO_PROGRESS } from './progress.js';

export const FLEET_FORMATS = ['table', 'json', 'csv', 'html'] as const;

const optionsSchema = z.object({
  asOf: z
    .string()
    .refine((day) => parseDay(day) !== null, '--as-of: write a day that exists as YYYY-MM-DD')
    .optional(),
  format: z.enum(FLEET_FORMATS, { error: `--format: use ${FLEET_FORMATS.join(', ')}` }).default('table'),
  dates: z.enum(['dmy', 'mdy'], { error: '--dates: use dmy (day first) or mdy (month first)' }).optional(),
});

/** Characters that are written at once: a write a device would be slow. */
const WRITTEN_AT_ONCE = 64 * 1024;

/** `sns entitle --fleet`: a list of devices in, a verdict a row and what they come to out. */
export async function fleet(
  file: string,
  options: unknown,
  knowledge: Knowledge,
  { streams, today, progress = NO_PROGRESS }: CommandContext,
): Promise<number> {
  const parsed = optionsSchema.safeParse(options);
  if (!parsed.success) {
    streams.err(`sns: ${parsed.error.issues.map(({ message }) => message).join('; ')}.\n`);
    return EXIT.unreadable;
  }
  const { format, dates } = parsed.data;
  const asOf = (parsed.data.asOf === undefined ? null : parseDay(parsed.data.asOf)) ?? today;
  let pending = '';
  const flush = () => {
    if (pending !== '') streams.out(pending);
    pending = '';
  };
  const out = (text: string) => {
    pending += text;
    if (pending.length > WRITTEN_AT_ONCE) flush();
  };
  const sinks: Readonly<Record<(typeof FLEET_FORMATS)[number], () => FleetSink>> = {
    table: () => tableSink(out, asOf),
    json: () => jsonSink(out),
    csv: () => csvSink(out),
    html: () => htmlSink(out, { asOf, rules: knowledge.rules, title: file.split(/[\\/]/).at(-1) ?? file }),
  };
  const dayFirst = dates === undefined ? null : dates === 'dmy';
  try {
    const result = await runFleet(file, knowledge, { asOf, dayFirst, onProgress: progress.show }, sinks[format]());
    progress.done();
    flush();
    if (result.ok) return EXIT.fine;
    for (const problem of result.problems) streams.err(`${problemLine(problem)}\n`);
  } catch (error) {
    progress.done();
    const code = fileErrorCode(error);
    if (code === null) throw error;
    streams.err(`${file}: cannot be read (${code}); name a file that exists.\n`);
  }
  return EXIT.unreadable;
}
