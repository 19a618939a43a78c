import { statSync } from 'node:fs';
import { z } from 'zod';
import { parseDay } from '../domain/day.js';
import { toTriageContract } from '../rendering/ticket-contract.js';
import { triage } from '../triage/triage.js';
import { EXIT, runRows } from './batch.js';
import { csvLines } from './csv-lines.js';
import { type JsonLine, jsonLines } from './json-lines.js';
import type { CommandContext } from './loaded.js';
import { NO_PROGRESS, type Progress } from './progress.js';

/** Exports give the time as well; the day is what counts. */
const received = z
  .string()
  .transform((said) => parseDay(said.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/s, '$1')))
  .refine((day) => day !== null, 'write a day that exists as YYYY-MM-DD');

const rowSchema = z.object({
  id: z.union([z.string(), z.number()]),
  subject: z.string().default(''),
  body: z.string().default(''),
  received: received.optional(),
});
type Row = z.infer<typeof rowSchema>;
const COLUMNS = ['id', 'subject', 'body', 'received'];

/**
 * `sns triage --batch`: tickets, from JSON lines or an export as CSV, each to what it asks, whom it belongs to, and a draft of the
 * reply. Read and answered one by one, so that memory does not grow with the file.
 */
export async function triageTickets(file: string, context: CommandContext): Promise<number> {
  const { frame, streams, progress = NO_PROGRESS } = context;
  const loaded = await context.load();
  if (!loaded) return EXIT.unreadable;
  const code = await runRows(
    file,
    ticketsOf(file, context, progress),
    async ({ id, subject, body, received: day }) => {
      const ticket = { subject, body, received: day ?? context.today };
      return { id, ...toTriageContract(await triage(ticket, loaded.parts), frame) };
    },
    streams,
  );
  progress.done();
  return code;
}

function ticketsOf(file: string, { streams }: CommandContext, { show }: Progress): AsyncIterable<JsonLine<Row>> {
  if (/\.(?:csv|tsv)$/i.test(file)) return csvLines(file, COLUMNS, rowSchema, show);
  const size = file === '-' ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  let read = 0;
  return jsonLines(file, rowSchema, streams.input, (bytes) => {
    read += bytes;
    if (size > 0) show(read / size);
  });
}
