import type { Day } from '../../domain/day.js';
import type { Facts, Nmc } from '../../domain/facts.js';
import { boundsOfDate, type PartialDate } from '../../domain/partial-date.js';
import type { CellTrouble, ListRow } from '../reading/sheet.js';
import type { CellReaders, FamilyValue, PlanValue, Reading } from './cell-readers.js';
import type { Column } from './columns.js';
import { CONFLICT, said } from './conflicts.js';
import type { DateColumn, DateValue } from './date-reader.js';
import type { Survey } from './survey.js';
import { WHY } from './why.js';

/** Something about a row that a person should look at: a cell that cannot be read, or facts that contradict each other. */
export interface Issue {
  readonly kind: 'unreadable' | 'contradiction' | 'file';
  /** The heading of the column, where it is about one. */
  readonly column: string | null;
  /** A sentence for people: what, and what to do. */
  readonly text: string;
}

/** The facts of a row as far as its cells tell them, and what stands against it. */
export interface Device {
  readonly facts: Facts;
  readonly issues: readonly Issue[];
}

/** A cell of a column with what it says. */
interface Read<T> {
  readonly column: Column;
  readonly cell: string;
  readonly reading: Reading<T>;
}

/** Longer names are cut: the rules take up to 200 signs. */
const LONGEST_NAME = 200;

/** Reads rows of a surveyed list into facts. Nothing that contradicts is settled here: such a fact stays unknown, and an issue names it. */
export function deviceReader(survey: Survey, readers: CellReaders, asOf: Day): (row: ListRow) => Device {
  const { holding } = survey;
  const families = holding('family');
  const cards = holding('nmc');
  const plans = holding('plan');
  const shown = [
    ...holding('evidence').map((column) => ({ column, read: readers.evidence })),
    ...holding('cardFirmware').map((column) => ({ column, read: readers.cardFirmware })),
  ];
  const dates = survey.dates.map((form) => ({ ...form, read: readers.dates.column(form.holds, form) }));
  const hasStart = dates.some((d) => d.holds === 'contractStart');
  const titles = new Map(survey.columns.map((c) => [c.index, c.title || `column ${c.index + 1}`]));

  return (row) => {
    const issues: Issue[] = row.troubles.map((trouble) => fileIssue(trouble, row, titles));
    const cellOf = ({ index }: Column) => row.cells[index] ?? '';
    const facts: { -readonly [F in keyof Facts]: Facts[F] } = {};

    const names: Read<FamilyValue>[] = families.map((column) => reads(column, cellOf(column), readers.family));
    const claimed: Read<Nmc>[] = cards.map((column) => reads(column, cellOf(column), readers.nmc));
    for (const { column, read } of shown) {
      const cell = cellOf(column);
      const reading = read(cell);
      if (reading.kind !== 'value') continue;
      const { nmc, families: named, because } = reading.value;
      if (nmc !== null) claimed.push({ column, cell, reading: { kind: 'value', value: nmc } });
      else if (because !== null && claimed.every((c) => c.reading.kind !== 'value')) {
        issues.push({ kind: 'unreadable', column: column.title, text: because });
      }
      const [only, second] = named;
      if (only && !second) names.push({ column, cell, reading: { kind: 'value', value: only } });
    }

    const family = settledFamily(names, issues);
    if (family !== null) facts.family = family.slice(0, LONGEST_NAME);
    const nmc = settled(claimed, (a, b) => a === b, issues);
    if (nmc !== null) facts.nmc = nmc;
    let contradicts = false;
    const dated: Partial<Record<DateColumn, DateValue>> = {};
    for (const { column, holds, read } of dates) {
      const one = reads(column, cellOf(column), read);
      if (one.reading.kind === 'value') dated[holds] = one.reading.value;
      else addUnreadable([one], issues);
    }
    if (dated.commissioned !== undefined && dated.commissioned !== 'in-effect') facts.commissioned = dated.commissioned;

    const plan = settledPlan(
      plans.map((column) => reads(column, cellOf(column), readers.plan)),
      issues,
    );
    const start = dated.contractStart === 'not-yet' ? undefined : dated.contractStart;
    const end = isDate(dated.contractEnd) ? dated.contractEnd : undefined;
    if (plan?.id === 'none' && runs(start, end, asOf)) {
      contradicts = true;
      issues.push({ kind: 'contradiction', column: plans[0]?.title ?? null, text: CONFLICT.noPlanYetDates });
    }
    if (plan !== null && !contradicts) facts.plan = plan.id;
    if (end !== undefined) facts.contractEnd = end;
    if (start !== undefined) facts.contractStart = start;
    else if (plan !== null && plan.id !== 'none' && !hasStart && !plan.isOnlyBought && !isOver(end, asOf)) {
      facts.contractStart = 'in-effect';
    }
    return { facts, issues };
  };
}

const reads = <T>(column: Column, cell: string, read: (cell: string) => Reading<T>): Read<T> => ({
  column,
  cell,
  reading: read(cell),
});

const isDate = (value: DateValue | undefined): value is PartialDate =>
  value !== undefined && value !== 'in-effect' && value !== 'not-yet';

const isOver = (end: PartialDate | undefined, asOf: Day): boolean => end !== undefined && boundsOfDate(end).to < asOf;

/** Whether dates of a contract say that there is one, now or to come. */
function runs(start: PartialDate | 'in-effect' | undefined, end: PartialDate | undefined, asOf: Day): boolean {
  if (start === undefined && end === undefined) return false;
  return end === undefined || boundsOfDate(end).from >= asOf;
}

function addUnreadable(unread: readonly Read<unknown>[], issues: Issue[]): void {
  for (const { column, cell, reading } of unread) {
    if (reading.kind !== 'unreadable') continue;
    issues.push({ kind: 'unreadable', column: column.title, text: `${said(cell)} ${reading.why}.` });
  }
}

/** The one value that all cells agree on; null where none says any, or where two contradict, which is then an issue. */
function settled<T>(all: readonly Read<T>[], agree: (a: T, b: T) => boolean, issues: Issue[]): T | null {
  const told = all.filter((r) => r.reading.kind === 'value');
  const [first, ...others] = told;
  if (first?.reading.kind !== 'value') {
    addUnreadable(all, issues);
    return null;
  }
  const { value } = first.reading;
  const against = others.find(({ reading }) => reading.kind === 'value' && !agree(value, reading.value));
  if (against === undefined) return value;
  const text = CONFLICT.cells(first.column.title, first.cell, against.column.title, against.cell);
  issues.push({ kind: 'contradiction', column: against.column.title, text });
  return null;
}

const couldBe = (a: FamilyValue, b: FamilyValue): boolean => a.options?.includes(b.name) ?? false;

/** The product: of a name that could be several and one of these, the one. What is no known product is kept as it was written. */
function settledFamily(names: readonly Read<FamilyValue>[], issues: Issue[]): string | null {
  const exactFirst = [...names].sort((a, b) => optionsOf(a) - optionsOf(b));
  const family = settled(exactFirst, (a, b) => a.name === b.name || couldBe(a, b) || couldBe(b, a), issues);
  if (family !== null) return family.name;
  const told = names.some((n) => n.reading.kind === 'value');
  return told ? null : (names.find((n) => n.reading.kind === 'unreadable')?.cell.trim() ?? null);
}

const optionsOf = ({ reading }: Read<FamilyValue>): number =>
  reading.kind === 'value' && reading.value.options !== null ? 1 : 0;

/** The plan: a contract without a name beside a plan with one is that plan; a plan beside none is a contradiction. */
function settledPlan(plans: readonly Read<PlanValue>[], issues: Issue[]): PlanValue | null {
  const strongestFirst = [...plans].sort((a, b) => strengthOf(b) - strengthOf(a));
  return settled(strongestFirst, (a, b) => (a.id === 'none') === (b.id === 'none'), issues);
}

const strengthOf = ({ reading }: Read<PlanValue>): number => (reading.kind === 'value' ? reading.value.strength : -1);

function fileIssue({ column, kind }: CellTrouble, row: ListRow, titles: ReadonlyMap<number, string>): Issue {
  if (column === null) return { kind: 'file', column: null, text: `The row ${WHY[kind]}.` };
  const title = titles.get(column) ?? `column ${column + 1}`;
  const cell = row.cells[column] ?? '';
  return { kind: 'file', column: title, text: `${cell === '' ? 'The cell' : said(cell)} ${WHY[kind]}.` };
}
