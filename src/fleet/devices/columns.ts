import type { ColumnKind } from '../../knowledge/fleet-schema.js';
import type { HeadingMeaning, ReadHeading } from '../../understanding/find-columns.js';
import type { ListRow } from '../reading/sheet.js';

/** A column of a list: its place, its heading as written, and what it holds (null: nothing that is needed). */
export interface Column {
  readonly index: number;
  readonly title: string;
  readonly meaning: HeadingMeaning | null;
}

/** The row that heads a list, and its columns. */
export interface Header {
  readonly row: number;
  readonly columns: readonly Column[];
}

/** Kinds that tell something of a device; a list without any of them tells nothing. */
const TELLING: readonly ColumnKind[] = ['family', 'nmc', 'evidence', 'cardFirmware', 'commissioned', 'plan'];

/** The header among the first rows of a list: the row with the most headings that are known. Null where no row has one that tells of devices. */
export function findHeader(rows: readonly ListRow[], read: ReadHeading): Header | null {
  let best: { readonly header: Header; readonly score: number } | null = null;
  for (const row of rows) {
    const columns = row.cells.map((title, index) => ({ index, title: title.trim(), meaning: meaningOf(title, read) }));
    const score = scoreOf(columns);
    if (score > (best?.score ?? 0)) best = { header: { row: row.number, columns }, score };
  }
  return best?.header ?? null;
}

/** A heading is short; a cell of a device may hold the same words among others. */
const LONGEST_HEADING = 80;

const meaningOf = (title: string, read: ReadHeading): HeadingMeaning | null =>
  title.trim() === '' || title.length > LONGEST_HEADING ? null : read(title);

/** Different kinds that are known, and how surely; 0 where none of them tells of devices. */
function scoreOf(columns: readonly Column[]): number {
  const kinds = new Map<ColumnKind, number>();
  for (const { meaning } of columns) {
    if (meaning === null || meaning.holds === 'other') continue;
    kinds.set(meaning.holds, Math.max(kinds.get(meaning.holds) ?? 0, 1 / (1 + meaning.distance)));
  }
  if (!TELLING.some((kind) => kinds.has(kind))) return 0;
  return [...kinds.values()].reduce((sum, sureness) => sum + sureness, 0);
}
