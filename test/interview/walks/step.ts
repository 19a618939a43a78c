import type { Question } from '../../../src/domain/reply.js';

/** What the person is about to do, as far as the conversation allows it; `pick` chooses among the ways. */
export interface Step {
  readonly intent: Intent;
  readonly pick: number;
}
export type Intent =
  | 'tell'
  | 'answer'
  | 'slip'
  | 'correct'
  | 'interrupt'
  | 'why'
  | 'forget'
  | 'cancel'
  | 'start-over'
  | 'another'
  | 'back';

/** A message, and the question that was open when it was said. */
export interface Turn {
  readonly says: string;
  readonly intent: Intent | 'dont-know';
  readonly asked: Question | null;
}

/** What came of a conversation: its lines, what was wrong first, and what its devices came to. */
export interface Walked {
  readonly lines: readonly string[];
  readonly problem: string | null;
  readonly turns: number;
  readonly outcomes: readonly string[];
}
