import type { Facts } from '../domain/facts.js';
import { LABELLED_FACTS, type Label, type LabelledFact } from './label.js';
import type { Yardstick } from './yardstick.js';

/** One fact of a message: as labelled, as found, and what to say of that. `extra`: found and not labelled. */
export interface FactFinding {
  readonly fact: LabelledFact;
  readonly wanted: string | null;
  readonly came: string | null;
  readonly finding: 'hit' | 'wrong' | 'missed' | 'extra';
}

/** How a plan is labelled that has no name of its own. */
const OTHER_PLAN = 'other';
const DATES: readonly LabelledFact[] = ['commissioned', 'contractStart'];

/**
 * Compares the facts found in a message with its label's. A date that the label leaves out counts neither way, since labels leave out on
 * purpose what is only relative ('last spring'); so does the name of a product that is left out by its class.
 */
export function judgeFacts(label: Label, facts: Facts, yardstick: Yardstick): readonly FactFinding[] {
  return LABELLED_FACTS.flatMap((fact): FactFinding[] => {
    if (fact === 'family' && label.outcome !== null && yardstick.byClass.has(label.outcome)) return [];
    const wanted = wantedOf(label, fact, yardstick);
    const came = facts[fact] ?? null;
    if (wanted === null) {
      return came === null || DATES.includes(fact) ? [] : [{ fact, wanted, came, finding: 'extra' }];
    }
    if (came === null) return [{ fact, wanted, came, finding: 'missed' }];
    return [{ fact, wanted, came, finding: isSame(wanted, came, yardstick) ? 'hit' : 'wrong' }];
  });
}

function wantedOf({ facts }: Label, fact: LabelledFact, { planIds }: Yardstick): string | null {
  const wanted = facts[fact] ?? null;
  return fact === 'plan' && wanted !== null && !planIds.has(wanted) ? OTHER_PLAN : wanted;
}

/** Case, hyphens and blanks make no difference, and a day to come says 'not yet' as well. */
const isSame = (wanted: string, came: string, { today }: Yardstick): boolean =>
  plain(wanted) === plain(came) || (wanted === 'not-yet' && came.slice(0, 10) > today);

const plain = (text: string): string => text.toLowerCase().replaceAll('-', ' ').trim().split(/\s+/).join(' ');
