import { type Day, daysBetween } from './day.js';
import type { Facts } from './facts.js';

/** What a message orders about reminders of the end of cover. */
export type ReminderOrder =
  /** `days`: how long before the last covered day; null: not said. */
  | { readonly what: 'set'; readonly days: number | null }
  | { readonly what: 'list' }
  /** `of`: the device, in the words used; `all`; null: not said. */
  | { readonly what: 'cancel'; readonly of: string | 'all' | null };

/** A reminder as its asker is told of it. */
export interface ReminderBrief {
  readonly facts: Facts;
  /** The last covered day. */
  readonly until: Day;
  /** The day on which it is said. */
  readonly on: Day;
}

/** What became of an order. */
export type ReminderNote =
  | ({ readonly kind: 'set'; readonly isNew: boolean } & ReminderBrief)
  /** Nobody can be reminded here; `until`: what they may note themselves, where it is known. */
  | { readonly kind: 'not-here'; readonly isGroup: boolean; readonly until: Day | null }
  | { readonly kind: 'no-end' }
  /** As many are set as are kept of one conversation. */
  | { readonly kind: 'too-many' }
  /** The day on which it would be said is today or has passed. */
  | { readonly kind: 'too-late'; readonly until: Day }
  | { readonly kind: 'which' | 'list' | 'cancelled'; readonly reminders: readonly ReminderBrief[] };

/** So many days before the last covered day people are reminded, where they do not say otherwise: the first that is still to come. */
const LEADS = [30, 7] as const;

/** How many days before `until` a reminder is offered on the day `today`; null: it is too near for one. */
export const leadDays = (today: Day, until: Day): number | null =>
  LEADS.find((days) => daysBetween(today, until) > days) ?? null;
