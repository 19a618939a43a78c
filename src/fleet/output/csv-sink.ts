import type { PartialDate } from '../../domain/partial-date.js';
import type { DeviceResult } from '../device-result.js';
import type { Issue } from '../devices/read-device.js';
import type { Standing } from '../devices/standing.js';
import type { Survey } from '../devices/survey.js';
import type { FleetSink } from '../run-fleet.js';
import { csvCell } from './csv-cell.js';

/** Headings of what is added to the columns of the list. */
const ADDED = [
  'SNS row',
  'SNS outcome',
  'SNS covered',
  'SNS covered until',
  'SNS cover ends',
  'SNS missing facts',
  'SNS gap from',
  'SNS gap to',
  'SNS read as',
  'SNS what to do',
  'SNS look at this',
];

/** Programs that open CSV by a double click take it for UTF-8 only with this in front. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes lines of CSV: the columns of the list as they are, then what was found. */
export class CsvLines {
  private readonly width: number;
  /** What is added is the same for devices that stand the same. */
  private readonly written = new WeakMap<Standing, string>();

  constructor(
    private readonly survey: Survey,
    private readonly delimiter: string,
  ) {
    this.width = survey.columns.length;
  }

  header(): string {
    const titles = this.survey.columns.map((column) => column.title);
    return `${BYTE_ORDER_MARK}${[...titles, ...ADDED].map(csvCell).join(this.delimiter)}\r\n`;
  }

  line({ row, cells, standing, issues }: DeviceResult): string {
    let line = '';
    for (let i = 0; i < this.width; i++) line += csvCell(cells[i] ?? '') + this.delimiter;
    return `${line}"${row}"${this.delimiter}${this.added(standing)}${this.delimiter}${csvCell(issues.map(issueText).join(' '))}\r\n`;
  }

  private added(standing: Standing): string {
    const before = this.written.get(standing);
    if (before !== undefined) return before;
    const { verdict, coverEnds, missing, readAs, action } = standing;
    const now = [
      verdict.outcome,
      verdict.covered,
      verdict.coveredUntil ?? '',
      coverEnds ?? '',
      missing.join(' '),
      gapEnd(verdict.gap?.from),
      gapEnd(verdict.gap?.to),
      readAs,
      action,
    ]
      .map(csvCell)
      .join(this.delimiter);
    this.written.set(standing, now);
    return now;
  }
}

const gapEnd = (date: PartialDate | undefined): string => date ?? '';

/** An issue with the column that it is about. */
export const issueText = ({ column, text }: Issue): string => (column === null ? text : `${column}: ${text}`);

/** Every device as a line of CSV, with the delimiter of the list. */
export function csvSink(out: (text: string) => void): FleetSink {
  let lines: CsvLines | null = null;
  return {
    begin: (survey) => {
      lines = new CsvLines(survey, survey.sheet.delimiter);
      out(lines.header());
    },
    device: (device) => out(lines?.line(device) ?? ''),
    end: () => undefined,
  };
}
