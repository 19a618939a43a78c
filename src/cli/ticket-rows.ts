import { statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { parseDay } from '../domain/day.js';
import { csvLines, type WantedColumn } from './csv-lines.js';
import { type JsonLine, jsonLines } from './json-lines.js';

/** Exports give the time as well; the day is what counts. */
const received = z
  .string()
  .transform((said) => parseDay(said.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/s, '$1')))
  .refine((day) => day !== null, 'write a day that exists as YYYY-MM-DD');

const rowSchema = z.object({
  id: z.union([z.string().min(1), z.number()], { error: 'give the ticket one, a text or a number' }),
  subject: z.string().default(''),
  body: z.string().default(''),
  received: received.optional(),
});
export type TicketRow = z.infer<typeof rowSchema>;

/** The columns of an export, also as Zendesk and ServiceNow name them, in a list's headings or as fields. */
const COLUMNS: readonly WantedColumn[] = [
  { name: 'id', others: ['number', 'ticket id'] },
  { name: 'subject', others: ['short description'] },
  { name: 'body', others: ['description'] },
  { name: 'received', others: ['created at', 'opened at', 'opened', 'created', 'sys created on'] },
];

/**
 * The tickets of a file of JSON lines (`-`: of `input`), or of an export whose name ends in .csv or .tsv, each checked. `onRead` is
 * told how far it has come, 0 to 1, where that can be known. Throws UnreadableFile.
 */
export function ticketRows(
  file: string,
  input: Readable,
  onRead: (share: number) => void,
): AsyncIterable<JsonLine<TicketRow>> {
  if (/\.(?:csv|tsv)$/i.test(file)) return csvLines(file, COLUMNS, rowSchema, onRead);
  const size = file === '-' ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  let read = 0;
  return jsonLines(file, rowSchema, input, (bytes) => {
    read += bytes;
    if (size > 0) onRead(read / size);
  });
}
