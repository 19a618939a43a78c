import type { Day } from '../../domain/day.js';
import type { Facts } from '../../domain/facts.js';
import type { RuleId } from '../../domain/ids.js';

/** A device as of a day. */
export interface AskedDevice {
  readonly asOf: Day;
  readonly facts: Facts;
}

/** The smallest case that goes against a check: fewest known facts, then fewest partial ones, then the simplest values. */
export interface CounterExample {
  /** What is wrong, as a sentence. */
  readonly says: string;
  /** One device, or one before and after something is learned of it; none where the rows alone show it. */
  readonly devices: readonly AskedDevice[];
  /** The rows that it is about. */
  readonly rows: readonly RuleId[];
}

/** One thing that is proved of the rules. */
export interface Check {
  readonly id: string;
  /** What is proved, as a sentence. */
  readonly proves: string;
  /** How many cases were looked at. */
  readonly cases: number;
  /** Null where it holds. */
  readonly against: CounterExample | null;
}
