import type { PartialDate } from '../../domain/partial-date.js';
import type { DateContext, DatePrecision } from './date-mention.js';
import type { Token } from './tokens.js';

/** What every form of date is given. */
export interface Scan {
  readonly tokens: readonly Token[];
  readonly context: DateContext;
  /** The text says nothing besides the date (`it was 2024`, `May`): an answer to a question for a date. */
  readonly bare: boolean;
  /** Where the date before ended, as a token; -1 at the start. What is joined to a date is likelier one. */
  readonly lastEnd: number;
}

/** A date that begins at the token where it was looked for. */
export interface Found {
  /** The token after it. */
  readonly end: number;
  /** Null: a day that does not exist. */
  readonly value: PartialDate | null;
  readonly precision: DatePrecision;
  readonly relative: boolean;
  /** Where it names no year: the value in a given one. */
  readonly inYear?: (year: number) => PartialDate | null;
  /** Where figures can be read in one order only: whether the day comes first. */
  readonly dayFirst?: boolean;
}

/**
 * One form of date: what it finds at token `i`, or null. `cued`: words before it already say that
 * a date follows (early, around, before), so that a bare year or month needs no further sign.
 * Looks at a bounded number of tokens, so that a scan is linear.
 */
export type Form = (scan: Scan, i: number, cued: boolean) => Found | null;

/** The longest of what the forms find at `i`; of equally long ones the first. */
export function longest(forms: readonly Form[], scan: Scan, i: number, cued: boolean): Found | null {
  let best: Found | null = null;
  for (const form of forms) {
    const found = form(scan, i, cued);
    if (found && found.end > (best?.end ?? i)) best = found;
  }
  return best;
}
