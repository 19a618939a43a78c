import type { FactName, Facts } from '../domain/facts.js';
import { boundsOfDate } from '../domain/partial-date.js';
import type { DeviceState } from './state.js';

/**
 * A device after new statements: the latest wins. Another plan drops the dates of the one before, since they were
 * that contract's; a fact that is stated now is no longer one that the asker does not know.
 */
export function mergeFacts(device: DeviceState, said: Facts): DeviceState {
  const stated = withoutVaguePlan(device.facts, said);
  const planChanged = stated.plan !== undefined && isAnotherPlan(device.facts.plan, stated.plan);
  const { contractStart: _s, contractEnd: _e, ...withoutContract } = device.facts;
  const { contractEnd: _end, ...withoutEnd } = device.facts;
  const kept = planChanged ? withoutContract : beginsAfterEnd(device.facts, stated) ? withoutEnd : device.facts;
  const known = new Set(Object.keys(stated));
  return {
    facts: { ...kept, ...stated },
    declined: device.declined.filter((f) => !known.has(f)),
  };
}

/** A contract that begins after the end of the one before is a new one, whose end is not known. */
function beginsAfterEnd({ contractEnd }: Facts, { contractStart }: Facts): boolean {
  if (contractEnd === undefined || contractStart === undefined || contractStart === 'in-effect') return false;
  return boundsOfDate(contractStart).from > boundsOfDate(contractEnd).to;
}

/** Naming a contract that was spoken of without its name makes it no other one: what was said of its dates stays. */
function isAnotherPlan(before: Facts['plan'], now: Facts['plan']): boolean {
  if (before === undefined || before === now) return false;
  return before !== 'other' || now === 'none';
}

/** 'The contract starts in June' speaks of the plan that is known, and does not replace it by an unnamed one. */
function withoutVaguePlan(known: Facts, said: Facts): Facts {
  const dated = said.contractStart !== undefined || said.contractEnd !== undefined;
  if (said.plan !== 'other' || known.plan === undefined || known.plan === 'none' || !dated) return said;
  const { plan: _vague, ...rest } = said;
  return rest;
}

/** A device without one of its facts ('forget the contract'). */
export function forgetFact(device: DeviceState, fact: FactName): DeviceState {
  const dropped: readonly FactName[] = fact === 'plan' ? ['plan', 'contractStart', 'contractEnd'] : [fact];
  const facts = Object.fromEntries(
    Object.entries(device.facts).filter(([name]) => !dropped.includes(name as FactName)),
  );
  return { facts: facts as Facts, declined: device.declined.filter((f) => f !== fact) };
}
