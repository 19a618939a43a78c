import { plusDays } from '../../domain/day.js';
import { mapReadings, plusMonths } from './calendar-spans.js';
import { countAt } from './number-words.js';
import { plainDate } from './plain-dates.js';
import type { Found, Scan } from './scan.js';
import { startsClean, wordAt } from './tokens.js';

/** Days of slack on both sides: a week and a month are said loosely, a day and an anniversary are not. */
const SLACK = { day: 0, week: 3, month: 15, year: 0 } as const;
type Unit = keyof typeof SLACK;

const SOON = new Set(['shortly', 'right', 'just', 'soon', 'directly', 'immediately']);
/** How far `shortly` reaches, in days. */
const SOON_DAYS = 31;

const SIGNS: ReadonlyMap<string, number> = new Map([
  ['after', 1],
  ['before', -1],
]);

/** A distance from a date: `two weeks after 1 March 2026`, `the day before 3 May 2025`, `shortly after Christmas 2024`. */
export function shiftedDate(scan: Scan, i: number): Found | null {
  const { tokens } = scan;
  if (!startsClean(tokens, i)) return null;
  const count = SOON.has(wordAt(tokens, i)) ? null : countAt(tokens, i);
  const unit = unitNamed(wordAt(tokens, count?.end ?? i));
  if (!unit && !SOON.has(wordAt(tokens, i))) return null;
  const at = (count?.end ?? i) + 1;
  const sign = SIGNS.get(wordAt(tokens, at));
  if (sign === undefined) return null;
  const found = plainDate(scan, wordAt(tokens, at + 1) === 'the' ? at + 2 : at + 1, true);
  if (!found?.value) return null;
  const { low, high } = count ?? { low: 1, high: 1 };
  const value = mapReadings(found.value, ({ from, to }) => {
    if (!unit) return sign > 0 ? { from, to: plusDays(to, SOON_DAYS) } : { from: plusDays(from, -SOON_DAYS), to };
    const move = (n: number) => (unit === 'year' ? 12 * n : unit === 'week' ? 7 * n : n) * sign;
    const moved = (d: typeof from, n: number) =>
      unit === 'year' || unit === 'month' ? plusMonths(d, Math.round(move(n))) : plusDays(d, Math.round(move(n)));
    const [near, far] = sign > 0 ? [low, high] : [high, low];
    return { from: plusDays(moved(from, near), -SLACK[unit]), to: plusDays(moved(to, far), SLACK[unit]) };
  });
  const exact = unit !== null && SLACK[unit] === 0;
  return { end: found.end, value, precision: exact ? found.precision : 'approximate', relative: found.relative };
}

function unitNamed(word: string): Unit | null {
  const singular = word.endsWith('s') ? word.slice(0, -1) : word;
  return Object.hasOwn(SLACK, singular) ? (singular as Unit) : null;
}
