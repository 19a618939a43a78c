import type { Day } from '../../domain/day.js';
import type { ColumnKind } from '../../knowledge/fleet-schema.js';
import type { CellReaders, Reading } from './cell-readers.js';
import type { Column } from './columns.js';

/** Cells that are tried before it is settled whether a column holds what its heading says. */
const TRIED = 200;

/** A row that shows an order of day and month, and the cell that does. */
export interface OrderProof {
  readonly row: number;
  readonly cell: string;
}

/** What the cells of one column show while a list is read for the first time. */
export class ColumnSample {
  readonly kind: ColumnKind;
  /** Whether anything is to be seen in its cells at all. */
  readonly isOfInterest: boolean;
  filled = 0;
  private readable = 0;
  private dayFirstAt: OrderProof | null = null;
  private monthFirstAt: OrderProof | null = null;
  private readonly read: ((cell: string) => Reading<unknown>) | null;
  private readonly isDate: boolean;

  constructor(
    readonly column: Column,
    private readonly readers: CellReaders,
    dayOfSerial: ((serial: number) => Day | null) | null,
  ) {
    this.kind = column.meaning?.holds ?? 'other';
    this.isOfInterest = column.meaning !== null && this.kind !== 'other';
    this.isDate = this.kind === 'commissioned' || this.kind === 'contractStart' || this.kind === 'contractEnd';
    this.read = readerOf(this.kind, readers, dayOfSerial);
  }

  look(cell: string, row: number): void {
    if (cell === '' || this.read === null) return;
    if (this.filled < TRIED) {
      const { kind } = this.read(cell);
      if (kind !== 'blank') this.filled++;
      if (kind === 'value') this.readable++;
    }
    if (!this.isDate || (this.dayFirstAt !== null && this.monthFirstAt !== null)) return;
    const shown = this.readers.dates.orderShown(cell);
    if (shown === true) this.dayFirstAt ??= { row, cell };
    if (shown === false) this.monthFirstAt ??= { row, cell };
  }

  /** The part of the tried cells that could be read; 1 for columns whose cells are kept as they are. */
  get share(): number {
    return this.read === null || this.filled === 0 ? 1 : this.readable / this.filled;
  }

  /** Whether the day comes first, by the heading or else by the cells; the two cells that disagree, where they do. */
  get order(): { readonly dayFirst: boolean | null; readonly conflict: readonly [OrderProof, OrderProof] | null } {
    const { dayFirstAt: day, monthFirstAt: month } = this;
    if (day !== null && month !== null) return { dayFirst: null, conflict: [day, month] };
    const shown = day !== null ? true : month !== null ? false : null;
    const said = this.column.meaning?.dayFirst ?? null;
    return { dayFirst: shown ?? said, conflict: null };
  }
}

function readerOf(
  kind: ColumnKind,
  readers: CellReaders,
  dayOfSerial: ((serial: number) => Day | null) | null,
): ((cell: string) => Reading<unknown>) | null {
  switch (kind) {
    case 'family':
      return readers.family;
    case 'nmc':
      return readers.nmc;
    case 'plan':
      return readers.plan;
    case 'commissioned':
    case 'contractStart':
    case 'contractEnd':
      return readers.dates.column(kind, { dayFirst: null, isStated: false, dayOfSerial });
    default:
      return null;
  }
}
