import { inferred, monthsValue } from './calendar-spans.js';
import { isCounted, isCue, isWeakCue, mayFollowDate } from './cues.js';
import { monthNamed } from './month-names.js';
import { followsJoin, type MonthAt, monthAt } from './named-dates.js';
import type { Found, Scan } from './scan.js';
import { digitsAt, endsClean, markAt, startsClean, wordAt } from './tokens.js';
import { yearAfter } from './years.js';

/** A month with its year, or alone where a sign says that a month is meant: `March 2025`, `in May`, `since Sept. '24`. */
export function namedMonth(scan: Scan, i: number, cued: boolean): Found | null {
  if (!startsClean(scan.tokens, i) && !followsJoin(scan, i)) return null;
  const month = monthAt(scan, i, true);
  if (!month) return null;
  const year = yearAfter(scan, month.end, false);
  if (year === 'none') return null;
  if (year) {
    const value = monthsValue(year.year, month.month);
    return { end: year.end, value, precision: 'month', relative: year.relative };
  }
  return monthAlone(scan, i, cued);
}

function monthAlone(scan: Scan, i: number, cued: boolean): Found | null {
  const month = monthAt(scan, i, false);
  if (!month || !endsMonth(scan, month) || !(cued || isMonthSigned(scan, i, month))) return null;
  const inYear = (year: number) => monthsValue(year, month.month);
  return { end: month.end, value: inferred(inYear, scan.context), precision: 'month', relative: true, inYear };
}

/** Before a verb: `we may`, `they march`. */
const SUBJECTS = new Set(['i', 'we', 'you', 'they', 'he', 'she', 'it', 'that', 'who', 'which']);

function isMonthSigned(scan: Scan, i: number, month: MonthAt): boolean {
  if (
    month.sure ||
    (scan.bare && !SUBJECTS.has(wordAt(scan.tokens, i - 1))) ||
    joinedMonth(scan, month.end) ||
    followsJoin(scan, i)
  )
    return true;
  const before = scan.lastEnd === i - 1 ? (scan.tokens[i - 1]?.text ?? '') : '';
  if (['and', 'or', 'to', 'until'].includes(before)) return true;
  if (before === ',' && monthNamed(wordAt(scan.tokens, i - 2)) !== null) return true;
  const personAfterFrom = month.short && ['from', 'by', 'von', 'de'].includes(wordAt(scan.tokens, i - 1));
  if (personAfterFrom) return false;
  return isCue(scan, i - 1) || (isWeakCue(scan, i - 1) && mayFollowDate(scan, month.end));
}

/** True where another month follows with a join between: `March or April 2025`. */
const joinedMonth = (scan: Scan, end: number): boolean =>
  (['or', 'to', 'until'].includes(wordAt(scan.tokens, end)) || ['-', '–', '/'].includes(markAt(scan.tokens, end))) &&
  monthAt(scan, end + 1, false) !== null;

/** Not `may be` and not `march on`, nor part of a longer name. A figure behind counts something, or is none of a date. */
function endsMonth(scan: Scan, { end, month, short }: MonthAt): boolean {
  const { tokens } = scan;
  if (!endsClean(tokens, end) && !joinedMonth(scan, end)) return false;
  if (digitsAt(tokens, end) !== '') return !short || isCounted(scan, end + 1);
  if (month !== 3 && month !== 5) return true;
  return mayFollowDate(scan, end) || (scan.bare && ['think', 'guess', 'believe'].includes(wordAt(tokens, end + 1)));
}
