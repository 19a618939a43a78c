import type { OrderProof } from './column-sample.js';

const MOST_LISTED = 12;

/** 'a, b, c and 4 more'; a long text among them is cut. */
export function listed(items: readonly string[]): string {
  const shown = items.slice(0, MOST_LISTED).map((item) => (item.length > 60 ? `${item.slice(0, 57)}…` : item));
  return items.length > MOST_LISTED ? `${shown.join(', ')} and ${items.length - MOST_LISTED} more` : shown.join(', ');
}

/** What a list should have, for one that has none of it. */
export const WANTED =
  "Wanted: at least one column such as 'Model', 'NMC type', 'Commissioning date' or 'Service plan', headed in one row; 'Contract start', 'Contract end', 'sysDescr', 'Serial number' and 'Site' are read too.";

/** What is said of a list as a whole. */
export const NOTICE = {
  otherSheets: (read: string, others: string) => `The sheet '${read}' was read. Not read: ${others}.`,
  notUsed: (title: string, why: string) => `The column '${title}' was not used: ${why}.`,
  cellsDoNotFit: 'hardly any of its cells say what its heading promises',
  anotherSaysIt: (title: string) => `'${title}' holds the same`,
  bothOrders: (title: string, [day, month]: readonly [OrderProof, OrderProof]) =>
    `The column '${title}' has dates with the day first (row ${day.row}: ${day.cell.trim()}) and with the month first (row ${month.row}: ${month.cell.trim()}). Dates that could be either keep both readings; put them right, or say which order holds.`,
  ambiguous: (title: string, count: number) =>
    `The column '${title}' has ${count} ${count === 1 ? 'date' : 'dates'} that can be read with the day or the month first, and nothing in it settles which. Both readings are kept; say which order holds where the answer depends on it.`,
  startTaken:
    'The list has no column for the start of contracts, so a plan that a device has counts as in effect, unless its end has passed.',
} as const;
