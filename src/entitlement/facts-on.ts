import { type Day, plusDays } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import { dateFromRange } from '../domain/partial-date.js';

/** Contracts and devices are no older, and what is still to come is within these years. */
const LONG_AGO = '1990-01-01' as Day;
const FAR_OFF = '2099-12-31' as Day;

/**
 * Facts that were stated on `said`, put so that they hold for another day: what is in effect on the day it is said began by then, and
 * what is not commissioned yet will be some day later. All else holds as it is.
 */
export function factsOn(facts: Facts, said: Day, asOf: Day): Facts {
  if (asOf === said) return facts;
  const begun =
    facts.contractStart === 'in-effect' ? { contractStart: dateFromRange({ from: LONG_AGO, to: said }) } : {};
  const later =
    facts.commissioned === 'not-yet' && asOf > said
      ? { commissioned: dateFromRange({ from: plusDays(said, 1), to: FAR_OFF }) }
      : {};
  return { ...facts, ...begun, ...later };
}
