import { LRUCache } from 'lru-cache';
import { type Day, plusDays } from '../../domain/day.js';
import { FACT_NAMES, type Facts } from '../../domain/facts.js';
import { boundsOfDate } from '../../domain/partial-date.js';
import { type BriefDecide, type BriefVerdict, briefDecider } from '../../entitlement/brief-verdict.js';
import type { Rules } from '../../knowledge/rules.js';
import { dateWords } from '../../rendering/date-words.js';
import { factsWords, listWords } from '../../rendering/fact-words.js';
import { WORDING } from '../../rendering/wording.js';

/** Where a device stands on a day: its verdict, and what is told of it. Devices with the same facts share one. */
export class Standing {
  constructor(
    readonly facts: Facts,
    readonly verdict: BriefVerdict,
    /** The last day of cover that runs now, what follows it included; null where none runs, or no end is known. */
    readonly coverEnds: Day | null,
    private readonly asOf: Day,
  ) {}

  /** The facts in words, as they were read. */
  get readAs(): string {
    return factsWords(this.facts, this.verdict.planName, this.asOf);
  }

  /** What to do next. */
  get action(): string {
    return actionOf(this.verdict);
  }
}

export type Stand = (facts: Facts) => Standing;

/** Sets of facts that are remembered with where they stand. */
const REMEMBERED = 8_000;
/** Cover that follows on cover is followed so often at the most. */
const MOST_STEPS = 4;

/** Decides where devices stand on `asOf`; equal facts are decided once. Build it once for a run. */
export function standings(asOf: Day, rules: Rules): Stand {
  const known = new LRUCache<string, Standing>({ max: REMEMBERED });
  const decide = briefDecider(rules);
  return (facts) => {
    const key = FACT_NAMES.map((name) => facts[name] ?? '').join('\n');
    const before = known.get(key);
    if (before !== undefined) return before;
    const verdict = decide(facts, asOf);
    const standing = new Standing(facts, verdict, coverEnds(facts, verdict, decide), asOf);
    known.set(key, standing);
    return standing;
  };
}

/** The earliest day that may be the last one of the cover: the included year may go over into a contract. */
function coverEnds(facts: Facts, verdict: BriefVerdict, decide: BriefDecide): Day | null {
  let now = verdict;
  let last: Day | null = null;
  for (let step = 0; step < MOST_STEPS && now.covered === 'yes'; step++) {
    if (now.coveredUntil === null) return null;
    const { from } = boundsOfDate(now.coveredUntil);
    if (last !== null && from <= last) break;
    last = from;
    now = decide(facts, plusDays(last, 1));
  }
  return last;
}

/** The first thing to do; where facts are missing, which, and where to find the first of them. */
function actionOf({ isSettled, missing, actions }: BriefVerdict): string {
  if (isSettled) return actions[0]?.text ?? '';
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
