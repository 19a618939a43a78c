import type { Citation, CitedSentence } from './citation.js';
import type { Day } from './day.js';
import type { FactName, Facts } from './facts.js';
import type { RuleId } from './ids.js';
import type { PartialDate } from './partial-date.js';

export type Covered = 'yes' | 'no' | 'at-visit' | 'not-yet' | 'unknown';

/** One row of the rules as it was tried on the facts. `open`: it holds for some of what the facts leave open. */
export interface TraceStep {
  readonly row: RuleId;
  readonly holds: 'yes' | 'no' | 'open';
  /** Each condition of the row, what was found, and whether it held. */
  readonly looked: readonly {
    readonly feature: string;
    readonly wanted: readonly string[];
    readonly found: readonly string[];
    readonly holds: 'yes' | 'no' | 'open';
  }[];
}

/** A smallest change of facts that gives another outcome, and in whose power it lies. */
export interface Change {
  readonly by: 'customer' | 'time' | 'nobody';
  readonly change: Readonly<Record<string, string>>;
  readonly outcome: string;
}

/** The days of a gap in cover between the included year and a contract: known to the day, or as ranges. */
export interface Gap {
  readonly from: PartialDate;
  readonly to: PartialDate;
}

/** What the rules decide of one device, as of one day. Every field of it is derived; nothing is stored apart. */
export interface Verdict {
  /** A row's outcome, or `undetermined`. */
  readonly outcome: string;
  readonly covered: Covered;
  /** The sentence that tells the outcome, with placeholders `{device}`, `{until}`, `{plan}`; null where undetermined. */
  readonly says: CitedSentence | null;
  readonly reasons: readonly CitedSentence[];
  /** The plan's name as people know it, where one is known. */
  readonly planName: string | null;
  /** Last covered day, or earliest/latest where a date is partial. */
  readonly coveredUntil: PartialDate | null;
  readonly gap: Gap | null;
  /** What begins or ends later: the included year, a contract. */
  readonly upcoming: readonly { readonly event: string; readonly on: PartialDate }[];
  readonly missing: readonly FactName[];
  readonly assumptions: readonly CitedSentence[];
  readonly contradictions: readonly {
    readonly code: string;
    readonly facts: readonly FactName[];
    readonly text: string;
  }[];
  /** Why, beyond the outcome: for example that DCE brings no firmware. */
  readonly notes: readonly CitedSentence[];
  readonly actions: readonly CitedSentence[];
  readonly whatWouldChange: readonly Change[];
  /** All grounds of exclusion that hold, the deciding one first. */
  readonly grounds: readonly RuleId[];
  readonly trace: readonly TraceStep[];
  readonly citations: readonly Citation[];
  readonly asOf: Day;
  readonly knowledgeVersion: string;
}

/** A device as a reply shows it. */
export interface DeviceVerdict {
  readonly facts: Facts;
  readonly verdict: Verdict;
}
