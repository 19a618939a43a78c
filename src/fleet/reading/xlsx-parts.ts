import { showsDay } from './excel-dates.js';
import { ListProblem } from './sheet.js';
import type { WorkbookArchive } from './xlsx-archive.js';

const MB = 1024 * 1024;
const SMALL_PART = 16 * MB;
/** Of texts that cells share: as XML, and as kept in memory. */
const SHARED_XML = 512 * MB;
const SHARED_KEPT = 96 * MB;

export interface WorkbookParts {
  /** In the workbook's order, hidden ones last. */
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly is1904: boolean;
}

/** A path of a relation, which may start at the root or at the folder of the workbook. */
const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

/** The sheets of a workbook, and which of the two day counts it has. Throws ListProblem. */
export async function workbookParts(archive: WorkbookArchive, file: string): Promise<WorkbookParts> {
  if (!archive.has('xl/workbook.xml')) throw noWorkbook(archive, file);
  const named: { readonly name: string; readonly relation: string; readonly hidden: boolean }[] = [];
  const targets = new Map<string, string>();
  let is1904 = false;
  await archive.parseAll(
    'xl/workbook.xml',
    {
      open: ({ name, attributes: a }) => {
        const tag = local(name);
        if (tag === 'workbookPr') is1904 = a.date1904 === '1' || a.date1904 === 'true';
        if (tag === 'sheet') {
          const relation = Object.entries(a).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
          named.push({ name: a.name ?? '', relation, hidden: a.state !== undefined && a.state !== 'visible' });
        }
      },
    },
    SMALL_PART,
  );
  await archive.parseAll(
    'xl/_rels/workbook.xml.rels',
    { open: ({ attributes: a }) => void (a.Id && a.Target && targets.set(a.Id, pathOf(a.Target))) },
    SMALL_PART,
  );
  const sheets = named.flatMap(({ name, relation, hidden }) => {
    const path = targets.get(relation);
    return path !== undefined && archive.has(path) && path.includes('worksheets/') ? [{ name, path, hidden }] : [];
  });
  return { is1904, sheets: [...sheets.filter((s) => !s.hidden), ...sheets.filter((s) => s.hidden)] };
}

/** A tag's name without the prefix of its namespace. */
export const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function noWorkbook(archive: WorkbookArchive, file: string): ListProblem {
  const other = archive.has('xl/workbook.bin') ? 'an .xlsb workbook' : 'a packed file and no .xlsx workbook';
  return new ListProblem({
    code: 'not-a-workbook',
    file,
    message: `this is ${other}; save the list as .xlsx or as CSV, and use that file.`,
  });
}

/** For each cell style, whether it shows its number as a day. */
export async function dayStyles(archive: WorkbookArchive): Promise<readonly boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  await archive.parseAll(
    'xl/styles.xml',
    {
      open: ({ name, attributes: a }) => {
        const tag = local(name);
        if (tag === 'numFmt') codes.set(Number(a.numFmtId), a.formatCode ?? '');
        else if (tag === 'cellXfs') inCells = true;
        else if (tag === 'xf' && inCells) {
          const id = Number(a.numFmtId ?? 0);
          styles.push(showsDay(id, codes.get(id)));
        }
      },
      close: (name) => {
        if (local(name) === 'cellXfs') inCells = false;
      },
    },
    SMALL_PART,
  );
  return styles;
}

/** The texts that cells share, kept as bytes: a tenth of what as many strings would take. */
export class SharedTexts {
  private bytes = Buffer.alloc(64 * 1024);
  private length = 0;
  private ends = new Uint32Array(1024);
  private count = 0;

  constructor(private readonly file: string) {}

  add(text: string): void {
    const size = Buffer.byteLength(text);
    if (this.length + size > SHARED_KEPT) {
      throw new ListProblem({
        code: 'workbook-too-large',
        file: this.file,
        message: `the workbook holds more than ${SHARED_KEPT / MB} MB of different texts; save the sheet as CSV, and use that file.`,
      });
    }
    if (this.length + size > this.bytes.length) {
      const grown = Buffer.alloc(Math.max(this.bytes.length * 2, this.length + size));
      this.bytes.copy(grown, 0, 0, this.length);
      this.bytes = grown;
    }
    this.length += this.bytes.write(text, this.length);
    if (this.count === this.ends.length) {
      const grown = new Uint32Array(this.ends.length * 2);
      grown.set(this.ends);
      this.ends = grown;
    }
    this.ends[this.count++] = this.length;
  }

  /** The text of that number; empty where there is none. */
  at(index: number): string {
    if (!(index >= 0 && index < this.count)) return '';
    return this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }
}

/** Reads the shared texts; what is only a reading aid (phonetic) is left out. */
export async function sharedTexts(archive: WorkbookArchive, file: string): Promise<SharedTexts> {
  const texts = new SharedTexts(file);
  let text = '';
  let inText = false;
  let inAid = false;
  await archive.parseAll(
    'xl/sharedStrings.xml',
    {
      open: ({ name }) => {
        const tag = local(name);
        if (tag === 'si') text = '';
        else if (tag === 'rPh') inAid = true;
        else if (tag === 't') inText = !inAid;
      },
      text: (piece) => {
        if (inText && text.length < SHARED_KEPT) text += piece;
      },
      close: (name) => {
        const tag = local(name);
        if (tag === 't') inText = false;
        else if (tag === 'rPh') inAid = false;
        else if (tag === 'si') texts.add(text);
      },
    },
    SHARED_XML,
  );
  return texts;
}
