import type { Facts } from '../domain/facts.js';
import type { PartialDate } from '../domain/partial-date.js';
import type { Understood } from '../understanding/understand.js';
import type { TurnInput } from './turn.js';

const YEAR = /(?:19|20)\d\d/;

/**
 * The message with the year of a day that was refused in the turn before: '28 February' after '31 February 2025' is of 2025, and not
 * the last one that has been.
 */
export function inRefusedYear({ session, understood, read }: TurnInput): Understood {
  if (session.last === null || !understood.dates.some((d) => d.inYear)) return understood;
  const refused = read(session.last.text).dates.find((d) => d.value === null);
  const year = YEAR.exec(refused?.said ?? '')?.[0];
  if (year === undefined) return understood;
  const moved = new Map<PartialDate, PartialDate>();
  const dates = understood.dates.map((date) => {
    const { inYear, ...rest } = date;
    const value = inYear?.(Number(year)) ?? null;
    if (value === null || date.value === null) return date;
    moved.set(date.value, value);
    return { ...rest, value, relative: false };
  });
  const devices = understood.devices.map((d) => ({ ...d, facts: inYearOf(d.facts, moved) }));
  return { ...understood, dates, devices };
}

function inYearOf(facts: Facts, moved: ReadonlyMap<PartialDate, PartialDate>): Facts {
  const { commissioned } = facts;
  if (commissioned === undefined || commissioned === 'not-yet') return facts;
  return { ...facts, commissioned: moved.get(commissioned) ?? commissioned };
}
