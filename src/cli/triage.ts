import { createHash } from 'node:crypto';
import { problemLine } from '../domain/problem.js';
import { toTriageContract } from '../rendering/ticket-contract.js';
import { triage } from '../triage/triage.js';
import { EXIT, runRows, type Streams } from './batch.js';
import type { CommandContext } from './loaded.js';
import { NO_PROGRESS } from './progress.js';
import { fingerprintOf, openResults, type ResultFile } from './result-file.js';
import { type TicketRow, ticketRows } from './ticket-rows.js';

export interface TriageOptions {
  /** JSON lines or CSV; `-` is standard input. */
  readonly batch: string;
  /** Where results go; absent or `-`: standard output. */
  readonly out?: string;
  /** Goes on with what `out` holds. */
  readonly resume?: boolean;
}

/**
 * `sns triage --batch`: tickets, from JSON lines or an export as CSV, each to what it asks, whom it belongs to, and a draft of the
 * reply. Read and answered one by one, so that memory does not grow with the file. With `out` a run that was broken off can be gone on with.
 */
export async function triageTickets(options: TriageOptions, context: CommandContext): Promise<number> {
  if (options.out === undefined || options.out === '-') return triageInto(null, options, context);
  const results = openResults(options.out, options.resume === true);
  if (!results.ok) {
    for (const problem of results.problems) context.streams.err(`${problemLine(problem)}\n`);
    return EXIT.unreadable;
  }
  try {
    return await triageInto(results.value, options, context);
  } finally {
    results.value.close();
  }
}

async function triageInto(
  results: ResultFile | null,
  options: TriageOptions,
  context: CommandContext,
): Promise<number> {
  const { frame, today, progress = NO_PROGRESS } = context;
  const streams: Streams = {
    ...context.streams,
    err: (text) => {
      progress.done();
      context.streams.err(text);
    },
  };
  const loaded = await context.load();
  if (!loaded) return EXIT.unreadable;
  const settings = [loaded.knowledge.version, loaded.mode(), loaded.promise(), frame];
  const repeated = repeatedIds();
  let done = 0;
  const answer = async (row: TicketRow, line: number) => {
    repeated.see(row.id, line);
    const { id, subject, body, received } = row;
    // The day of the run counts where the ticket has none.
    const by = received ? settings : [...settings, today];
    const fingerprint = fingerprintOf(hashOf([id, subject, body, received ?? null]), hashOf(by));
    if (results?.passes({ id, fingerprint })) return null;
    const ticket = { subject, body, received: received ?? today };
    const found = { id, ...toTriageContract(await triage(ticket, loaded.parts), frame) };
    done++;
    return results ? { ...found, fingerprint } : found;
  };
  const rows = ticketRows(options.batch, streams.input, (share) => progress.show(share, done));
  const into = results === null ? streams : { ...streams, out: (line: string) => results.put(line.slice(0, -1)) };
  const code = await runRows(options.batch, rows, answer, into, () => {
    const told = [repeated.told(options.batch), ...(results ? [doneIn(options.out ?? '', results)] : [])];
    for (const text of told) if (text !== '') streams.err(`${text}\n`);
  });
  progress.done();
  return code;
}

const hashOf = (what: unknown): string => createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 16);

/** What has become of the file of results. Throws UnusableResults where it holds more than the input. */
function doneIn(file: string, results: ResultFile): string {
  const { before, written } = results.finish();
  return `${file}: ${written} written${before > 0 ? `, ${before} were there already` : ''}.`;
}

/** Notes ids that come again; what is noted grows with the tickets, some 0.1 KB each. */
function repeatedIds() {
  const seen = new Set<string>();
  let first: { readonly id: string; readonly line: number } | null = null;
  let count = 0;
  return {
    see: (given: string | number, line: number): void => {
      const id = String(given);
      if (seen.has(id)) {
        count++;
        first ??= { id, line };
      }
      seen.add(id);
    },
    told: (file: string): string => {
      if (first === null) return '';
      const more = count > 1 ? ` (and ${count - 1} more such rows)` : '';
      return `${file}:${first.line}: the id ${first.id} was there before${more}; every row is answered, in its place.`;
    },
  };
}
