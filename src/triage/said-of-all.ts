import type { Facts } from '../domain/facts.js';
import { sentencesOf } from '../understanding/clauses.js';
import type { Understood } from '../understanding/understand.js';

/** Speaks of all that were listed. */
const OF_ALL = /\b(?:all|both|each|every|none|neither|any|either|whole|entire)\b/i;
/** Speaks of one of them. */
const OF_ONE =
  /\b(?:first|second|third|fourth|last|latter|former|other|others|rest|one of|some of|this one|that one|row|line|only the|except|apart from|no\.|nr)\b/i;

/**
 * What a text says beside its list of a contract for everything on it: 'None of them has a contract', 'We are under no plan'. The last
 * sentence counts that names no product and says so of all; where the text names none at all, no contract is denied of all.
 */
export function saidOfAll(text: string, read: (text: string) => Understood): Facts {
  const { products, plans, deniedPlans } = read(text);
  if (plans.length + deniedPlans.length === 0) return {};
  const told = sentencesOf(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((said) => !said.includes('?') && !OF_ONE.test(said))
    .flatMap((said): readonly Facts[] => {
      const own = read(said);
      const { plan, contractStart, contractEnd } = own.devices[0]?.facts ?? {};
      // Nothing but what they have: what all of them will have is no fact yet.
      const isHad = plan === 'none' || own.plans.some(({ status }) => status === 'had');
      const ofAll = (isHad && OF_ALL.test(said)) || (plan === 'none' && products.length === 0);
      if (plan === undefined || own.products.length > 0 || !ofAll) return [];
      return [{ plan, ...(contractStart && { contractStart }), ...(contractEnd && { contractEnd }) }];
    });
  return told.at(-1) ?? {};
}
