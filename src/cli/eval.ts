import { writeFileSync } from 'node:fs';
import type { LoadedAssistant } from '../assistant/load-assistant.js';
import { EMPTY_SESSION } from '../assistant/session.js';
import type { OtherSide } from '../eval/comparison.js';
import { type Label, labelSchema } from '../eval/label.js';
import { type Measured, measure } from '../eval/measure.js';
import { pageOf } from '../eval/page/page.js';
import { reportOf } from '../eval/report.js';
import { textReport } from '../eval/text-report.js';
import { yardstickOf } from '../eval/yardstick.js';
import { toContract } from '../rendering/contract.js';
import { type BadLine, EXIT, tellBadLines } from './batch.js';
import { fileErrorCode } from './file-error.js';
import { jsonLines, UnreadableFile } from './json-lines.js';
import type { CommandContext } from './loaded.js';

export interface EvalOptions {
  /** Another knowledge folder to compare with. */
  readonly against?: string;
  readonly json?: boolean;
  /** Where a page is written to. */
  readonly html?: string;
}

/** `sns eval`: measures the assistant on a file of labelled messages, alone or against another knowledge base. */
export async function evaluate(file: string, options: EvalOptions, context: CommandContext): Promise<number> {
  const { streams, today } = context;
  const loaded = await context.load();
  if (!loaded) return EXIT.unreadable;
  const read = await readLabels(file, loaded, context);
  if (!read) return EXIT.unreadable;
  const { labels, badLines } = read;

  const yardstick = yardstickOf(loaded.knowledge, today);
  const run = (assistant: LoadedAssistant) => measure(labels, answerer(assistant, context), yardstick);
  const against = options.against === undefined ? undefined : await otherSide(options.against, run, context);
  if (against === null) return EXIT.unreadable;
  const report = reportOf({
    setting: { file, today, knowledgeVersion: loaded.knowledge.version, mode: loaded.mode() },
    measured: await run(loaded),
    badLines,
    entries: loaded.knowledge.entries.map((e) => e.id),
    ...promiseOf(loaded),
    ...(against ? { against } : {}),
  });

  streams.out(options.json ? `${JSON.stringify(report)}\n` : textReport(report));
  const isWritten = options.html === undefined || writePage(options.html, pageOf(report), context);
  const code = tellBadLines(file, badLines, streams);
  return isWritten ? code : EXIT.unreadable;
}

function promiseOf(loaded: LoadedAssistant) {
  const promise = loaded.promise();
  if (promise === null || promise.promised === null) return {};
  return { promise: { rate: promise.promised, threshold: promise.threshold } };
}

/** Each message in a session of its own. The time a reply takes is no part of a report. */
const answerer =
  ({ assistant }: LoadedAssistant, { today, frame }: CommandContext) =>
  async (text: string) =>
    toContract((await assistant.turn(EMPTY_SESSION, { text }, today)).reply, 0, frame);

/** The good lines of a file and the bad ones; null, and told, where there is no good line. */
async function readLabels(
  file: string,
  { knowledge }: LoadedAssistant,
  { streams }: CommandContext,
): Promise<{ readonly labels: readonly Label[]; readonly badLines: readonly BadLine[] } | null> {
  const labels: Label[] = [];
  const badLines: BadLine[] = [];
  try {
    for await (const read of jsonLines(file, labelSchema(knowledge), streams.input)) {
      if (read.ok) labels.push(read.row);
      else badLines.push({ line: read.line, problem: read.error });
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    streams.err(`${error.message}\n`);
    return null;
  }
  if (labels.length > 0) return { labels, badLines };
  if (badLines.length > 0) tellBadLines(file, badLines, streams);
  else streams.err(`${file}: holds no message; write one labelled message a line, as JSON.\n`);
  return null;
}

async function otherSide(
  folder: string,
  run: (assistant: LoadedAssistant) => Promise<readonly Measured[]>,
  context: CommandContext,
): Promise<OtherSide | null> {
  const other = await context.loadOther(folder);
  if (!other) return null;
  return { folder, knowledgeVersion: other.knowledge.version, mode: other.mode(), measured: await run(other) };
}

function writePage(file: string, page: string, { streams }: CommandContext): boolean {
  try {
    writeFileSync(file, page);
    return true;
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    streams.err(`${file}: cannot be written (${code}); name a file in a folder that exists and may be written to.\n`);
    return false;
  }
}
