import type { Day } from './day.js';

/** A formatter takes long to make, and there is one zone. The Swedish form of a date is YYYY-MM-DD. */
const formatters = new Map<string | null, Intl.DateTimeFormat>();
/** Days begin with a minute in every zone, so a minute is formatted once, however many messages come in it. */
const lastMinutes = new Map<string | null, { readonly minute: number; readonly day: Day }>();
const MINUTE = 60_000;

/** The calendar day at an instant in a time zone (IANA name; null: the system's). */
export function todayIn(timeZone: string | null, instant: Date): Day {
  const minute = Math.floor(instant.getTime() / MINUTE);
  const last = lastMinutes.get(timeZone);
  if (last?.minute === minute) return last.day;
  const day = formatted(timeZone, instant);
  lastMinutes.set(timeZone, { minute, day });
  return day;
}

function formatted(timeZone: string | null, instant: Date): Day {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    const zone = timeZone === null ? {} : { timeZone };
    formatter = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', ...zone });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(instant) as Day;
}

/** The time of day at an instant in a time zone, as `HH:MM`. Asked for seldom, so its formatter is not kept. */
export function timeIn(timeZone: string | null, instant: Date): string {
  const zone = timeZone === null ? {} : { timeZone };
  return new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', ...zone }).format(instant);
}
