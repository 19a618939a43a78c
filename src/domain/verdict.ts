import type { Citation, CitedSentence } from './citation.js';
import type { Day } from './day.js';
import type { FactName, Facts } from './facts.js';
import type { RuleId } from './ids.js';
import type { PartialDate } from './partial-date.js';

/** The outcome where facts that are not known can still change it. */
export const UNDETERMINED = 'undetermined';

export type Covered = 'yes' | 'no' | 'at-visit' | 'not-yet' | 'unknown';

/** One row of the rules as it was tried on the facts. `open`: it holds for some of what the facts leave open. */
export interface TraceStep {
  readonly row: RuleId;
  readonly holds: 'yes' | 'no' | 'open';
  /** Each condition of the row, the facts that it looked at, what was found in them, and whether it held. */
  readonly looked: readonly LookedAt[];
  /**
   * Why, where the row looks at more than days: with the placeholders `{device}` and `{card}`. What a row on days comes to
   * is told by the facts that it looked at.
   */
  readonly says: string | null;
  /** What that rests on. */
  readonly citations: readonly Citation[];
}

export interface LookedAt {
  readonly feature: string;
  readonly wanted: readonly string[];
  readonly found: readonly string[];
  readonly holds: 'yes' | 'no' | 'open';
  /** As they were stated; null: not known. */
  readonly facts: readonly { readonly fact: FactName; readonly value: string | null }[];
  /** The last day of the included year, where the condition looks at it and the day of commissioning is known. */
  readonly yearEnds?: PartialDate;
}

/** A smallest change of facts that gives another outcome, and in whose power it lies. */
export interface Change {
  readonly by: 'customer' | 'time' | 'nobody';
  /** Facts and their new values (`asOf`: the day asked about); a new plan comes with dates of its own. */
  readonly change: Readonly<Record<string, string>>;
  /** A row's outcome, or `undetermined` where it then depends on facts that are not known. */
  readonly outcome: string;
  readonly covered: Covered;
  readonly missing: readonly FactName[];
  /** The plan that is had instead, as people know it; null where the plan stays. */
  readonly planName: string | null;
  /** Why it is nobody's to make, as far as something is to be said. */
  readonly note: CitedSentence | null;
  /** What the other outcome rests on; empty where nobody can bring it about. */
  readonly citations: readonly Citation[];
}

/** What some answers to a question come to: an outcome, or what it then still depends on. */
export interface Separation {
  /** Cards, plans, classes of product (the `class` of the rules), or partial dates. */
  readonly answers: readonly string[];
  /** Plans as people know them; the answers, where they are no plans. */
  readonly names: readonly string[];
  /** A row's outcome, or `undetermined`. */
  readonly outcome: string;
  readonly covered: Covered;
  readonly missing: readonly FactName[];
  readonly citations: readonly Citation[];
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
  /** The same in the order that takes the fewest questions, each with what its answers come to. */
  readonly questions: readonly { readonly fact: FactName; readonly separates: readonly Separation[] }[];
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
  /** The day on which the source was last compared with what the rules rest on; null: not noted. */
  readonly knowledgeDate: Day | null;
}

/** A device as a reply shows it. */
export interface DeviceVerdict {
  readonly facts: Facts;
  readonly verdict: Verdict;
}
