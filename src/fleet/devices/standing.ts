import { LRUCache } from 'lru-cache';
import { type Day, plusDays } from '../../domain/day.js';
import { FACT_NAMES, type Facts } from '../../domain/facts.js';
import { boundsOfDate } from '../../domain/partial-date.js';
import { type BriefVerdict, briefVerdict, UNDETERMINED } from '../../entitlement/brief-verdict.js';
import type { Rules } from '../../knowledge/rules.js';
import { dateWords } from '../../rendering/date-words.js';
import { factsWords, listWords } from '../../rendering/fact-words.js';
import { WORDING } from '../../rendering/wording.js';

/** Where a device stands on a day: its verdict, and what is told of it. Devices with the same facts share one. */
export interface Standing {
  readonly facts: Facts;
  readonly verdict: BriefVerdict;
  /** The last day of cover that runs now, what follows it included; null where none runs, or no end is known. */
  readonly coverEnds: Day | null;
  /** The facts in words, as they were read. */
  readonly readAs: string;
  /** What to do next. */
  readonly action: string;
}

export type Stand = (facts: Facts) => Standing;

/** Sets of facts that are remembered with where they stand. */
const REMEMBERED = 30_000;
/** Cover that follows on cover is followed so often at the most. */
const MOST_STEPS = 4;

/** Decides where devices stand on `asOf`; equal facts are decided once. Build it once for a run. */
export function standings(asOf: Day, rules: Rules): Stand {
  const known = new LRUCache<string, Standing>({ max: REMEMBERED });
  return (facts) => {
    const key = FACT_NAMES.map((name) => facts[name] ?? '').join('\n');
    const before = known.get(key);
    if (before !== undefined) return before;
    const verdict = briefVerdict(facts, asOf, rules);
    const standing: Standing = {
      facts,
      verdict,
      coverEnds: coverEnds(facts, verdict, rules),
      readAs: factsWords(facts, verdict.planName, asOf),
      action: actionOf(verdict),
    };
    known.set(key, standing);
    return standing;
  };
}

/** The earliest day that may be the last one of the cover: the included year may go over into a contract. */
function coverEnds(facts: Facts, verdict: BriefVerdict, rules: Rules): Day | null {
  let now = verdict;
  let last: Day | null = null;
  for (let step = 0; step < MOST_STEPS && now.covered === 'yes'; step++) {
    if (now.coveredUntil === null) return null;
    const { from } = boundsOfDate(now.coveredUntil);
    if (last !== null && from <= last) break;
    last = from;
    now = briefVerdict(facts, plusDays(last, 1), rules);
  }
  return last;
}

/** The first thing to do; where facts are missing, which, and where to find the first of them. */
function actionOf({ outcome, missing, actions }: BriefVerdict): string {
  if (outcome !== UNDETERMINED) return actions[0]?.text ?? '';
  const [first] = missing;
  if (first === undefined) return '';
  return `Find out ${listWords(
    missing.map((fact) => WORDING.factNames[fact]),
    'and',
  )}. ${WORDING.howToFind[first]}`;
}

/** A gap in cover as words: '15 May 2025 to 30 June 2025'. */
export const gapWords = ({ gap }: BriefVerdict): string =>
  gap === null ? '' : gap.from === gap.to ? dateWords(gap.from) : `${dateWords(gap.from)} to ${dateWords(gap.to)}`;
