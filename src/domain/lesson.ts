import { type Day, day, daysBetween, plusDays } from './day.js';
import type { ReplyKind } from './reply.js';

/** Why something that was asked teaches something: the assistant refused it, its answer was judged wrong, or people at the desk put it right. */
export const LESSON_REASONS = ['refused', 'judged-wrong', 'facts-corrected', 'draft-edited'] as const;
export type LessonReason = (typeof LESSON_REASONS)[number];

/** Something asked that the assistant did not answer well, as it was said; nothing of it is masked. */
export interface Heard {
  readonly reason: LessonReason;
  readonly said: string;
  /** What was answered; null: not known. */
  readonly answered: string | null;
  /** Tells people apart, and is for counting only. */
  readonly person: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A masked text with who asked it how often; `people` are for counting only and leave the core as a number. */
export interface LessonText {
  readonly text: string;
  readonly people: readonly string[];
  readonly reasons: readonly LessonReason[];
  /** The first and the last time, ISO 8601, UTC. */
  readonly first: string;
  readonly last: string;
}

/** What several people asked alike, and where it may belong. */
export interface LessonProposal {
  /** Follows from `text`. */
  readonly id: string;
  /** The text that most of the others are like. */
  readonly text: string;
  /** Masked, each once; the one above first, then those that most people asked. */
  readonly texts: readonly string[];
  /** How many different people; at least 2. */
  readonly people: number;
  /** How many weeks of the calendar (Monday to Sunday, UTC) it was asked in. */
  readonly weeks: number;
  /** The first and the last day, YYYY-MM-DD, UTC. */
  readonly first: string;
  readonly last: string;
  readonly reasons: readonly LessonReason[];
  /** Where it clearly belongs; null: nothing in the knowledge base is like it. */
  readonly belongs: LessonPlace | null;
  /** What comes nearest, nearest first, at most 3. */
  readonly near: readonly LessonPlace[];
}

/** An entry, a topic that is knowingly not answered, or a kind of message, that phrasings can be added to. */
export interface LessonPlace {
  /** `faq:renew`, `topic:discount`, `kind:human`. */
  readonly label: string;
  readonly title: string;
  /** How like the nearest phrasing is, 0 to 1, on average over the texts. */
  readonly likeness: number;
}

/** What was said to the assistant in a week, in messages that got an answer. */
export interface WeekOfTalk {
  /** Its Monday, UTC. */
  readonly week: Day;
  readonly asked: number;
  /** Answered from the knowledge base, or by a question of the guided dialog. */
  readonly answered: number;
  /** Answered by a question which entry is meant. */
  readonly offered: number;
  readonly refused: number;
  /** Requests for a person. */
  readonly handedOver: number;
}

/** What became of a message, by the kind of its reply; null: nothing was asked. */
export const TALK_OF: Readonly<Record<ReplyKind, 'answered' | 'offered' | 'refused' | 'handedOver' | null>> = {
  faq: 'answered',
  entitlement: 'answered',
  identify: 'answered',
  'one-phase': 'answered',
  clarify: 'offered',
  'out-of-scope': 'refused',
  human: 'handedOver',
  smalltalk: null,
  cancel: null,
  reminder: null,
};

/** Any Monday. */
const A_MONDAY = day('2024-01-01');

/** The Monday of the week in which a moment (ISO 8601, UTC) lies. */
export function mondayOf(at: string): Day {
  const on = day(at.slice(0, 10));
  return plusDays(on, -(((daysBetween(A_MONDAY, on) % 7) + 7) % 7));
}
