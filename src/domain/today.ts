import type { Day } from './day.js';

/** The calendar day at an instant in a time zone (IANA name; null: the system's). */
export function todayIn(timeZone: string | null, instant: Date): Day {
  const options = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(timeZone === null ? {} : { timeZone }),
  } as const;
  // The Swedish form of a date is YYYY-MM-DD.
  return new Intl.DateTimeFormat('sv-SE', options).format(instant) as Day;
}
