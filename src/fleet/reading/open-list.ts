import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { csvSheet } from './csv-sheet.js';
import { type DeviceList, ListProblem } from './sheet.js';
import { xlsxSheets } from './xlsx-sheets.js';

/** Opens a list of devices, text or workbook, whichever its first bytes show. Throws ListProblem, and the system's error for a file that cannot be opened. */
export async function openList(file: string): Promise<DeviceList> {
  const head = headOf(file);
  if (head.length === 0) throw new ListProblem({ code: 'empty-file', file, message: 'the file is empty.' });
  if (head.startsWith('PK\x03\x04')) return xlsxSheets(file);
  const other = otherKind(head);
  if (other !== null) {
    throw new ListProblem({
      code: 'not-a-list',
      file,
      message: `this is ${other}; save the list as .xlsx or as CSV, and use that file.`,
    });
  }
  return { sheets: [await csvSheet(file)], close: () => undefined };
}

/** The first bytes, one letter a byte. */
function headOf(file: string): string {
  if (statSync(file).size === 0) return '';
  const head = Buffer.alloc(512);
  const handle = openSync(file, 'r');
  try {
    return head.toString('latin1', 0, readSync(handle, head, 0, head.length, 0));
  } finally {
    closeSync(handle);
  }
}

function otherKind(head: string): string | null {
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'an old .xls workbook or one with a password';
  if (head.startsWith('%PDF')) return 'a PDF';
  if (/^\s*(?:\xef\xbb\xbf)?<(?:!doctype html|html|table)/i.test(head)) return 'a web page';
  if (/^\s*(?:\xef\xbb\xbf)?<\?xml/i.test(head)) return 'an XML file';
  if (['Rar!', '7z\xbc\xaf', '\x1f\x8b'].some((start) => head.startsWith(start))) return 'a packed file';
  return null;
}
