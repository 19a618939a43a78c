import { closeSync, openSync, writeSync } from 'node:fs';
import { chances, madeUpMail } from './made-up-mail.js';

/** How a helpdesk writes its export. */
interface Style {
  /** Its headings, and what of a ticket stands below each. */
  readonly columns: Readonly<Record<string, 'number' | 'subject' | 'body' | 'received' | 'other'>>;
  readonly delimiter: string;
  readonly lineEnd: string;
  /** What stands in front of the first heading. */
  readonly mark: string;
  readonly encoding: 'utf8' | 'latin1';
}

const STYLES = {
  /** UTF-8 with a byte order mark, commas. */
  zendesk: {
    columns: {
      Id: 'number',
      Requester: 'other',
      Subject: 'subject',
      Description: 'body',
      Status: 'other',
      'Created at': 'received',
      'Updated at': 'received',
    },
    delimiter: ',',
    lineEnd: '\n',
    mark: '\uFEFF',
    encoding: 'utf8',
  },
  /** Windows-1252, semicolons, as a spreadsheet program of central Europe saves it. */
  servicenow: {
    columns: {
      number: 'number',
      caller_id: 'other',
      short_description: 'subject',
      description: 'body',
      state: 'other',
      opened_at: 'received',
    },
    delimiter: ';',
    lineEnd: '\r\n',
    mark: '',
    encoding: 'latin1',
  },
} as const satisfies Record<string, Style>;

export type ExportStyle = keyof typeof STYLES;

/** Writes a made-up export of so many tickets as CSV, all of them different, the same for the same seed. */
export function writeTickets(file: string, tickets: number, name: ExportStyle = 'zendesk', seed = 20261127): void {
  const style: Style = STYLES[name];
  const by = chances(seed);
  const two = (n: number) => String(n).padStart(2, '0');
  const quoted = (cell: string) =>
    /["\r\n]/.test(cell) || cell.includes(style.delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const line = (cells: readonly string[]) => cells.map(quoted).join(style.delimiter) + style.lineEnd;
  const handle = openSync(file, 'w');
  const write = (text: string) => writeSync(handle, Buffer.from(text, style.encoding));
  write(style.mark + line(Object.keys(style.columns)));
  for (let i = 0; i < tickets; i++) {
    const { subject, body } = madeUpMail(by, i);
    const received = `2026-${two(1 + by.below(11))}-${two(1 + by.below(28))} ${two(by.below(24))}:${two(by.below(60))}:00`;
    const number = name === 'servicenow' ? `INC${1_000_000 + i}` : String(40_000 + i);
    const cells = { number, subject, body: body.replaceAll('\n', style.lineEnd), received, other: `${i % 7}` };
    write(line(Object.values(style.columns).map((column) => cells[column])));
  }
  closeSync(handle);
}
