import { type Day, day, parseDay, plusDays } from '../../domain/day.js';

/** Number formats of the file format that show a day, by their fixed number; those of time alone (18 to 21, 45 to 47) are none. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Whether a number format shows a day: it has a d or a y outside of texts, colours and conditions. */
export function showsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.has(id);
  const signs = code
    .split(';', 1)
    .join('')
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  return /[dyj]|m{3}/.test(signs) && !/general|standard/.test(signs);
}

/** Day 60 of the 1900 system is 29 February 1900, which never was; days before it are counted from one day later. */
const LEAP_BUG = 60;
const FIRST_1900 = day('1900-01-01');
const FIRST_1904 = day('1904-01-01');
/** Beyond 31 December 2999 in either system. */
const LAST_SERIAL = 402_133;

/** The day that a day number means, time of day left out; null where it means none. */
export function dayOfSerial(serial: number, is1904: boolean): Day | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(whole) || whole < (is1904 ? 0 : 1) || whole > LAST_SERIAL) return null;
  if (is1904) return parseDay(plusDays(FIRST_1904, whole));
  if (whole === LEAP_BUG) return null;
  return parseDay(plusDays(FIRST_1900, whole - (whole > LEAP_BUG ? 2 : 1)));
}
