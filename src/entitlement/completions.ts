import type { FactName } from '../domain/facts.js';
import type { Features, FeatureValue } from '../knowledge/rules.js';
import type { ContractState } from './contract-state.js';
import type { Open, PlanKind } from './open.js';

/** What the rows look at of a plan and where its contract stands. */
export const coverOf = (plan: PlanKind, contract: ContractState): FeatureValue<'cover'> =>
  plan === 'nothing' ? 'none' : plan === 'visit' ? 'visit' : contract;

/** How many values each fact still has, in the order in which completionsOf counts: the last changes fastest. */
export const openSizes = (open: Open): readonly { readonly fact: FactName; readonly size: number }[] => [
  { fact: 'family', size: open.class.length },
  { fact: 'nmc', size: open.nmc.length },
  { fact: 'commissioned', size: open.year.length },
  { fact: 'plan', size: open.plan.length },
  { fact: 'contractStart', size: open.contract.length },
  { fact: 'contractEnd', size: open.contract[0]?.length ?? 0 },
];

/** Every way in which all that is open could turn out. */
export interface Completions {
  /** The devices that it could be, as the rows look at them, each once. */
  readonly devices: readonly Features[];
  /** For every completion, counted up as the digits of a number (openSizes), the place of its device. */
  readonly places: readonly number[];
}

export function completionsOf(open: Open): Completions {
  const all = open.plan.flatMap((plan) => open.contract.flatMap((ends) => ends.map((end) => coverOf(plan, end))));
  const covers = [...new Set(all)];
  const coverPlaces = all.map((cover) => covers.indexOf(cover));
  const devices: Features[] = [];
  const places: number[] = [];
  for (const cls of open.class)
    for (const nmc of open.nmc)
      for (const year of open.year) {
        const first = devices.length;
        for (const cover of covers) devices.push({ class: cls, nmc, year, cover });
        for (const place of coverPlaces) places.push(first + place);
      }
  return { devices, places };
}
