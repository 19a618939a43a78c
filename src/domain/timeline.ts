import type { Day } from './day.js';
import type { FactName } from './facts.js';
import type { DayRange, PartialDate } from './partial-date.js';
import type { Covered, Gap } from './verdict.js';

/** What gives cover: the included year or the contract. */
export type CoverSource = 'included-year' | 'contract';

/** Consecutive days on which a device stands alike, both ends included. */
export interface Stretch extends DayRange {
  readonly covered: Covered;
  /** What gives the cover; null where there is none, or where it may be either. */
  readonly by: CoverSource | null;
  /** The facts that would settle it, where `covered` is unknown. */
  readonly missing: readonly FactName[];
}

/** A contract as it is drawn; at least one of its ends is known. */
export interface TimelineContract {
  /** The plan's name as people know it; null: a contract of which no plan is known. */
  readonly name: string | null;
  /** `in-effect`: it runs on the day asked about, since when is not known. Null: not known at all. */
  readonly start: PartialDate | 'in-effect' | null;
  /** Null: no end is known, so it is taken to run on. */
  readonly end: PartialDate | null;
}

/** The cover of one device over time, as far as its facts say, seen from one day. */
export interface Timeline {
  readonly asOf: Day;
  /** How it stands on `asOf`. */
  readonly covered: Covered;
  /** All that is drawn, both ends included. */
  readonly scale: DayRange;
  readonly commissioned: PartialDate | null;
  /** First and last day of the included year; null where it is not certain that there is one. */
  readonly year: { readonly first: PartialDate; readonly last: PartialDate } | null;
  readonly gap: Gap | null;
  readonly contract: TimelineContract | null;
  /** The contract's dates contradict each other, which is why it is left out. */
  readonly contradictory: boolean;
  /** In the order of days, over the whole scale and without holes. The first and the last may go on beyond it. */
  readonly stretches: readonly Stretch[];
}
