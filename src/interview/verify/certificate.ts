import type { Check } from '../../entitlement/verify/check.js';
import { fingerprintOf } from '../../entitlement/verify/fingerprint.js';
import { sizeOf, spaceOf } from '../../entitlement/verify/space.js';
import { verifyRules } from '../../entitlement/verify/verify-rules.js';
import type { Knowledge } from '../../knowledge/knowledge.js';
import { orderIsOfNoAccount } from './order-check.js';
import { onlyWhatMattersIsAsked } from './questions-check.js';

/** What is proved of the rules and of the interview that goes by them. */
export interface Certificate {
  /** Whether every check holds. */
  readonly holds: boolean;
  /** How many combinations of facts there are, over all days asked about. */
  readonly combinations: number;
  readonly days: number;
  /** How many cases the checks looked at in all. */
  readonly cases: number;
  /** Over the rules and every combination's verdict (fingerprintOf); null where a check does not hold. */
  readonly hash: string | null;
  readonly checks: readonly Check[];
}

/** Tries every combination of facts. Takes some seconds. */
export function certificateOf(knowledge: Pick<Knowledge, 'rules' | 'catalogue'>): Certificate {
  const space = spaceOf(knowledge);
  const { checks: proved, decided } = verifyRules(space, knowledge.rules);
  const checks = decided ? [...proved, orderIsOfNoAccount(decided), onlyWhatMattersIsAsked(decided)] : proved;
  const holds = decided !== null && checks.every(({ against }) => against === null);
  return {
    holds,
    combinations: space.days.reduce((n, day) => n + sizeOf(day), 0),
    days: space.days.length,
    cases: checks.reduce((n, check) => n + check.cases, 0),
    hash: holds ? fingerprintOf(decided) : null,
    checks,
  };
}
