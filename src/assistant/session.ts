import type { EntryId } from '../domain/ids.js';
import type { Reply, ReplyKind } from '../domain/reply.js';
import { EMPTY_INTERVIEW, type InterviewState } from '../interview/state.js';

/** The turn before: what was asked in it, and how it was answered; of several questions, the last one. */
export interface LastTurn {
  readonly kind: ReplyKind;
  readonly ids: readonly EntryId[];
  /** What was asked, in words that stand by themselves where it could be found out. */
  readonly text: string;
  /** The kinds of all replies of the turn. */
  readonly kinds: readonly ReplyKind[];
}

/** All that is remembered between two turns of a conversation: plain data, a few kilobytes at the most. */
export interface Session {
  /** Raised when the form changes; a session of another version is begun anew. */
  readonly version: 2;
  readonly interview: InterviewState;
  readonly last: LastTurn | null;
  /** Entries that the turn before offered, in their order. */
  readonly offered: readonly EntryId[];
}

export const EMPTY_SESSION: Session = { version: 2, interview: EMPTY_INTERVIEW, last: null, offered: [] };

/** What is remembered of a turn: its reply, and what was asked in it. */
export function lastTurn(reply: Reply, asked: string): LastTurn {
  const last = reply.parts.at(-1) ?? reply;
  const kinds = reply.parts.length > 0 ? reply.parts.map((p) => p.kind) : [reply.kind];
  return { kind: last.kind, ids: last.kind === 'faq' ? last.answers.map((a) => a.id) : [], text: asked, kinds };
}

/** A stored session, or a new one where nothing is stored or it is of another version. */
export function readSession(stored: unknown): Session {
  const { version } = EMPTY_SESSION;
  const isCurrent =
    typeof stored === 'object' && stored !== null && (stored as { version?: unknown }).version === version;
  return isCurrent ? (stored as Session) : EMPTY_SESSION;
}
