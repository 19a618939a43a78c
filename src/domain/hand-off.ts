import type { Day } from './day.js';
import type { FactName, Facts } from './facts.js';
import type { Covered } from './verdict.js';

/** What was done in a conversation before a person was asked for, each thing once, in the order of its first time. */
export interface Tried {
  /** Facts that the dialog asked for. */
  readonly asked: readonly FactName[];
  /** Facts for which a message could not be taken as an answer. */
  readonly notUnderstood: readonly FactName[];
  /** Ways to find out the card that were offered. */
  readonly identify: readonly ('web-page' | 'other-evidence' | 'service-personnel')[];
}

/** A device as it stands when a conversation is handed over. */
export interface HandedDevice {
  readonly facts: Facts;
  /** Facts that the asker said not to know. */
  readonly declined: readonly FactName[];
  readonly verdict: {
    readonly outcome: string;
    readonly covered: Covered;
    readonly missing: readonly FactName[];
    readonly asOf: Day;
  };
}

/** What whoever takes a conversation over is told of it, beside what was said. */
export interface HandOffBrief {
  /** Whether the person asked by themselves, or was offered it since the assistant did not get on. */
  readonly reason: 'asked' | 'offered';
  readonly devices: readonly HandedDevice[];
  /** The place of the device last spoken of among the devices; null: none was. */
  readonly current: number | null;
  readonly tried: Tried;
}

/** A request for a person as its asker is told of it. */
export interface HandOffNote {
  readonly reference: string;
  /** When it was noted, on the calendar and the clock (`HH:MM`) of the place where the assistant runs. */
  readonly on: Day;
  readonly at: string;
  /** False: it was noted before. */
  readonly isNew: boolean;
}
