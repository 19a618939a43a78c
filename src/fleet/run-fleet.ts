import type { Day } from '../domain/day.js';
import { failed, ok, type Result } from '../domain/problem.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { DeviceResult } from './device-result.js';
import { cellReaders } from './devices/cell-readers.js';
import { NOTICE } from './devices/notices.js';
import { deviceReader } from './devices/read-device.js';
import { standings } from './devices/standing.js';
import { isEmptyRow, type Survey, survey } from './devices/survey.js';
import { openList } from './reading/open-list.js';
import { ListProblem, rowsInTurns } from './reading/sheet.js';
import { type Summary, Tally } from './summary.js';

/** Where the devices of a list go, one after the other. */
export interface FleetSink {
  readonly begin: (survey: Survey) => void;
  readonly device: (device: DeviceResult) => void;
  readonly end: (summary: Summary) => void;
}

export interface FleetOptions {
  readonly asOf: Day;
  /** Whether 3/4/2026 has the day first; null: the list shows it, or both readings stay. */
  readonly dayFirst: boolean | null;
  /** Told as the work goes on: 0 to 1, over both readings of the list. */
  readonly onProgress?: (share: number) => void;
}

/** The second reading is the longer one. */
const FIRST_READING = 0.35;

/**
 * Decides a list of devices (.csv in any usual encoding, .xlsx), row by row: the list is read twice, and memory does not grow with
 * it. Problems: a file that cannot be read, or has no column that tells of devices. Where the file breaks off in the second
 * reading, the sink has had the devices before. Rejects with the system's error for a file that cannot be opened.
 */
export async function runFleet(
  file: string,
  knowledge: Knowledge,
  options: FleetOptions,
  sink: FleetSink,
): Promise<Result<Summary>> {
  try {
    const list = await openList(file);
    try {
      const { asOf, dayFirst, onProgress = () => undefined } = options;
      const readers = cellReaders(knowledge, asOf);
      const surveyed = await survey(list, file, knowledge, readers, {
        asOf,
        dayFirst,
        onProgress: (share) => onProgress(share * FIRST_READING),
      });
      if (!surveyed.ok) return surveyed;
      return ok(
        await decideAll(surveyed.value, knowledge, readers, asOf, sink, (share) =>
          onProgress(FIRST_READING + share * (1 - FIRST_READING)),
        ),
      );
    } finally {
      list.close();
    }
  } catch (error) {
    if (error instanceof ListProblem) return failed(error.problem);
    throw error;
  }
}

async function decideAll(
  surveyed: Survey,
  knowledge: Knowledge,
  readers: ReturnType<typeof cellReaders>,
  asOf: Day,
  sink: FleetSink,
  onProgress: (share: number) => void,
): Promise<Summary> {
  const read = deviceReader(surveyed, readers, asOf);
  const stand = standings(asOf, knowledge.rules);
  const tally = new Tally(asOf);
  const ambiguous = surveyed.dates.map((form) => ({ form, count: 0 }));
  let startTaken = false;
  sink.begin(surveyed);
  for await (const rows of rowsInTurns(surveyed.sheet)) {
    for (const row of rows) {
      if (row.number <= surveyed.headerRow || isEmptyRow(row)) continue;
      const { facts, issues } = read(row);
      const standing = stand(facts);
      for (const date of ambiguous) if (facts[date.form.holds]?.includes('|')) date.count++;
      startTaken ||= facts.contractStart === 'in-effect';
      const { contradictions } = standing.verdict;
      const device: DeviceResult = {
        row: row.number,
        cells: row.cells,
        standing,
        issues:
          contradictions.length === 0
            ? issues
            : [
                ...issues,
                ...contradictions.map(({ text }) => ({ kind: 'contradiction' as const, column: null, text })),
              ],
      };
      tally.add(device);
      sink.device(device);
    }
    onProgress(surveyed.sheet.progress());
  }
  const notices = [
    ...surveyed.notices,
    ...ambiguous.flatMap(({ form, count }) => (count > 0 ? [NOTICE.ambiguous(form.column.title, count)] : [])),
    ...(startTaken && !surveyed.dates.some((d) => d.holds === 'contractStart') ? [NOTICE.startTaken] : []),
  ];
  const summary = tally.summary({ knowledgeVersion: knowledge.version, sheet: surveyed.sheet.name, notices });
  sink.end(summary);
  return summary;
}
