import { LRUCache } from 'lru-cache';
import { type Day, parseDay } from '../../domain/day.js';
import { type PartialDate, parsePartialDate } from '../../domain/partial-date.js';
import type { FleetWords } from '../../knowledge/fleet-schema.js';
import { dayOrderShown, findDates } from '../../understanding/dates/find-dates.js';
import type { Reading } from './cell-readers.js';
import { wordSet } from './cell-words.js';
import { WHY } from './why.js';

export type DateColumn = 'commissioned' | 'contractStart' | 'contractEnd';
export type DateValue = PartialDate | 'not-yet' | 'in-effect';

/** How the dates of one column are written. */
export interface DateForm {
  /** Whether 3/4/2026 has the day first; null: nothing settles it, and both readings stay. */
  readonly dayFirst: boolean | null;
  /** The user stated it: a date that can only be read the other way is told. */
  readonly isStated: boolean;
  readonly dayOfSerial: ((serial: number) => Day | null) | null;
}

export interface DateReader {
  /** A reader for a column; it remembers what it read. */
  readonly column: (column: DateColumn, form: DateForm) => (cell: string) => Reading<DateValue>;
  /** Whether a cell shows that its writer puts the day first (true) or the month (false); null where it shows neither. */
  readonly orderShown: (cell: string) => boolean | null;
}

const REMEMBERED = 20_000;
const BLANK: Reading<never> = { kind: 'blank' };
const value = (of: DateValue): Reading<DateValue> => ({ kind: 'value', value: of });
const unreadable = (why: string): Reading<never> => ({ kind: 'unreadable', why });

/** Three figures with the same sign between them, of which only the first two can change places. */
const EITHER_ORDER = /(?<!\d)\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/;
/** A day number of a spreadsheet: 1954 to 2064. */
const DAY_NUMBER = /^[2-5]\d{4}(?:\.\d+)?$/;

/** Reads dates in cells; `isUnknown` tells what stands for an unknown value. */
export function dateReader(words: FleetWords['words'], isUnknown: (cell: string) => boolean, today: Day): DateReader {
  const isNotYet = wordSet(words.notYet);
  const isInEffect = wordSet(words.inEffect);
  const isRunsOn = wordSet(words.runsOn);
  const word = (column: DateColumn, cell: string): Reading<DateValue> | null => {
    if (column === 'commissioned' && isNotYet(cell)) return value('not-yet');
    if (column === 'contractStart' && isInEffect(cell)) return value('in-effect');
    return (column === 'contractEnd' && isRunsOn(cell)) || isUnknown(cell) || /^[-–—.\s]*$/.test(cell) ? BLANK : null;
  };
  const orders = new LRUCache<string, { readonly shown: boolean | null }>({ max: REMEMBERED });
  return {
    orderShown: (cell) => {
      if (!EITHER_ORDER.test(cell)) return null;
      const known = orders.get(cell);
      if (known) return known.shown;
      const shown = dayOrderShown(cell, { today });
      orders.set(cell, { shown });
      return shown;
    },
    column: (column, form) => {
      const known = new LRUCache<string, Reading<DateValue>>({ max: REMEMBERED });
      return (cell) => {
        const before = known.get(cell);
        if (before) return before;
        const trimmed = cell.trim();
        const now = word(column, trimmed) ?? readDate(trimmed, form, today);
        known.set(cell, now);
        return now;
      };
    },
  };
}

function readDate(cell: string, form: DateForm, today: Day): Reading<DateValue> {
  const written = parseDay(cell);
  if (written !== null) return value(written as unknown as PartialDate);
  const readings = cell.includes('|') || cell.includes('/') ? parsePartialDate(cell) : null;
  if (readings !== null) return value(readings);
  if (DAY_NUMBER.test(cell)) {
    const counted = form.dayOfSerial?.(Number(cell)) ?? null;
    return counted === null ? unreadable(WHY.dayNumber) : value(counted as unknown as PartialDate);
  }
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(cell);
  if (compact) {
    const day = parseDay(compact.slice(1).join('-'));
    return day === null ? unreadable(WHY.noSuchDay) : value(day as unknown as PartialDate);
  }
  if (cell.length > 200) return unreadable(WHY.noDate);
  const found = findDates(cell, { today, preferDayFirst: form.dayFirst });
  const [date, second] = found;
  if (date === undefined) return unreadable(WHY.noDate);
  if (second !== undefined || date.precision === 'range') return unreadable(WHY.severalDates);
  if (date.value === null) return unreadable(WHY.noSuchDay);
  if (date.relative) return unreadable(WHY.relativeDate);
  if (form.isStated && EITHER_ORDER.test(cell)) {
    const shown = dayOrderShown(cell, { today });
    if (shown !== null && shown !== form.dayFirst) return unreadable(WHY.otherOrder);
  }
  return value(date.value);
}
