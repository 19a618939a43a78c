import { LRUCache } from 'lru-cache';
import { type Day, plusDays } from '../../domain/day.js';
import { FACT_NAMES, type FactName, type Facts } from '../../domain/facts.js';
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

  /** Facts that the outcome depends on; nobody is asked whether a contract runs before it is known which it is. */
  get missing(): readonly FactName[] {
    const { missing } = this.verdict;
    return missing.includes('plan') ? missing.filter((fact) => fact !== 'contractStart') : missing;
  }

  /** The facts in words, as they were read. */
  get readAs(): string {
    return factsWords(this.facts, this.verdict.planName, this.asOf);
  }

  /** The first thing to do; where facts are missing, which, and where to find the first of them. */
  get action(): string {
    if (this.verdict.isSettled) return this.verdict.actions[0]?.text ?? '';
    const [first] = this.missing;
    if (first === undefined) return '';
    const names = listWords(
      this.missing.map((fact) => WORDING.factNames[fact]),
      'and',
    );
    return `Find out ${names}. ${WORDING.howToFind[first]}`;
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

/** A gap in cover as words: '15 May 2025 to 30 June 2025'. */
export const gapWords = ({ gap }: BriefVerdict): string =>
  gap === null ? '' : gap.from === gap.to ? dateWords(gap.from) : `${dateWords(gap.from)} to ${dateWords(gap.to)}`;
