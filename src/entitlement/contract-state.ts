import type { Day } from '../domain/day.js';

export type ContractState = 'in-effect' | 'not-begun' | 'ended' | 'contradictory';

/**
 * Where a contract stands on `asOf`. Its start and its end are covered days; no end: it runs on.
 * `contradictory`: it ends before it starts, or is said to be in effect and has ended.
 */
export function contractState(start: Day | 'in-effect', end: Day | null, asOf: Day): ContractState {
  if (end !== null && (start === 'in-effect' ? end < asOf : end < start)) return 'contradictory';
  if (start !== 'in-effect' && start > asOf) return 'not-begun';
  return end !== null && end < asOf ? 'ended' : 'in-effect';
}
