import type { CitedSentence } from '../domain/citation.js';
import type { Day } from '../domain/day.js';
import type { PlanId, RuleId } from '../domain/ids.js';
import type { Covered } from '../domain/verdict.js';

/** What a row can look at. Each feature is derived from one fact, save `cover`, which takes the plan and its dates. */
export const FEATURES = {
  class: ['listed', 'excluded', 'one-phase', 'unlisted'],
  nmc: ['NMC1', 'NMC2', 'NMC3', 'NMC4', 'none'],
  year: ['before', 'running', 'over'],
  cover: ['none', 'visit', 'in-effect', 'not-begun', 'ended', 'contradictory'],
} as const;
export type Feature = keyof typeof FEATURES;
export type FeatureValue<F extends Feature> = (typeof FEATURES)[F][number];
export type Features = { readonly [F in Feature]: FeatureValue<F> };
export type ProductClass = FeatureValue<'class'>;

/** One row of the decision table; the first row whose conditions all hold decides. */
export interface Row {
  readonly id: RuleId;
  /** A ground of exclusion rests on one known fact and holds whatever else is unknown. */
  readonly ground: boolean;
  readonly when: readonly { readonly feature: Feature; readonly is: readonly string[] }[];
  readonly outcome: string;
  readonly covered: Covered;
  /** The sentence that tells the outcome, with placeholders `{device}`, `{until}`, `{plan}`. */
  readonly says: CitedSentence;
  /** Why it does not hold, or what it is open on, for rows that look at the product or the card; `{device}`, `{card}` as in `says`. */
  readonly fails: CitedSentence | null;
  readonly open: CitedSentence | null;
  readonly reasons: readonly CitedSentence[];
  readonly actions: readonly CitedSentence[];
}

/** What a plan gives while it runs; `open`: it may or may not be a cover. */
export type PlanGives = 'cover' | 'visit' | 'nothing' | 'open';
export interface PlanRule {
  readonly id: PlanId;
  readonly name: string;
  readonly gives: PlanGives;
  readonly note: CitedSentence | null;
}

export type AssumptionCode = 'anniversary' | 'runs-on' | 'after-warranty' | 'one-day-gap';
/** Facts of a device that are as they are. */
export type FixedFact = 'family' | 'nmc' | 'commissioned';
export type ContradictionCode = 'ends-before-start' | 'in-effect-but-ended';

/** The rules as the engine takes them: no product, no date, no text of its own. */
export interface Rules {
  readonly rows: readonly Row[];
  readonly plans: ReadonlyMap<string, PlanRule>;
  readonly assumptions: Readonly<Record<AssumptionCode, CitedSentence>>;
  readonly contradictions: Readonly<Record<ContradictionCode, string>>;
  /** What is to be said of facts that nobody can change. */
  readonly fixed: Readonly<Partial<Record<FixedFact, CitedSentence>>>;
  /** A product of each class, to stand for it; null where the catalogue has none. */
  readonly exampleOf: Readonly<Record<ProductClass, string | null>>;
  /** The class of a family's name, or null where the catalogue does not know it or it is ambiguous. */
  readonly classOf: (family: string) => ProductClass | null;
  readonly version: string;
  /** The day on which the source was last compared with what rests on it; null: not noted. */
  readonly checked: Day | null;
}
