import type { EntryId } from '../domain/ids.js';
import type { ReplyKind } from '../domain/reply.js';
import { EMPTY_INTERVIEW, type InterviewState } from '../interview/state.js';

/** All that is remembered between two turns of a conversation: plain data, a few kilobytes at the most. */
export interface Session {
  /** Raised when the form changes; a session of another version is begun anew. */
  readonly version: 1;
  readonly interview: InterviewState;
  /** The turn before: what it was, what it answered, and what was asked. */
  readonly last: { readonly kind: ReplyKind; readonly ids: readonly EntryId[]; readonly text: string } | null;
  /** Entries that the turn before offered, in their order. */
  readonly offered: readonly EntryId[];
}

export const EMPTY_SESSION: Session = { version: 1, interview: EMPTY_INTERVIEW, last: null, offered: [] };

/** A stored session, or a new one where nothing is stored or it is of another version. */
export function readSession(stored: unknown): Session {
  const isCurrent = typeof stored === 'object' && stored !== null && (stored as { version?: unknown }).version === 1;
  return isCurrent ? (stored as Session) : EMPTY_SESSION;
}
