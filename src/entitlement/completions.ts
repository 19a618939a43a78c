import type { FactName } from '../domain/facts.js';
import type { Features, FeatureValue } from '../knowledge/rules.js';
import type { ContractState } from './contract-state.js';
import type { Open, PlanKind } from './open.js';

const coverOf = (plan: PlanKind, contract: ContractState): FeatureValue<'cover'> =>
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

/** Every way in which all that is open could turn out, each exactly once, as the rows look at it; counted up as the digits of a number. */
export function completionsOf(open: Open): readonly Features[] {
  const completions: Features[] = [];
  for (const cls of open.class)
    for (const nmc of open.nmc)
      for (const year of open.year)
        for (const plan of open.plan)
          for (const ends of open.contract)
            for (const state of ends) completions.push({ class: cls, nmc, year, cover: coverOf(plan, state) });
  return completions;
}
