import type { Tried } from '../domain/hand-off.js';
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
  /** Raised when the form changes. */
  readonly version: 3;
  readonly interview: InterviewState;
  readonly last: LastTurn | null;
  /** Entries that the turn before offered, in their order. */
  readonly offered: readonly EntryId[];
  /** How many messages in a row were not understood, up to the last one. */
  readonly misses: number;
  /** A person has been asked for. */
  readonly handedOff: boolean;
  readonly tried: Tried;
  /** It was asked back whether all shall be erased. */
  readonly erasing: boolean;
  /** Whether this person writes the day before the month, as a date in figures has shown; null: none has yet. */
  readonly dayFirst: boolean | null;
}

export const EMPTY_SESSION: Session = {
  version: 3,
  interview: EMPTY_INTERVIEW,
  last: null,
  offered: [],
  misses: 0,
  handedOff: false,
  tried: { asked: [], notUnderstood: [], identify: [] },
  erasing: false,
  dayFirst: null,
};

/** What is remembered of a turn: its reply, and what was asked in it. */
export function lastTurn(reply: Reply, asked: string): LastTurn {
  const last = reply.parts.at(-1) ?? reply;
  const kinds = reply.parts.length > 0 ? reply.parts.map((p) => p.kind) : [reply.kind];
  return { kind: last.kind, ids: last.kind === 'faq' ? last.answers.map((a) => a.id) : [], text: asked, kinds };
}

/** The version before had the same fields, less those that are counted from now on. */
const READABLE: readonly unknown[] = [2, EMPTY_SESSION.version];

/** A stored session, what its version had not yet as in a new one; a new one where nothing is stored or its form is unknown. */
export function readSession(stored: unknown): Session {
  const isReadable = typeof stored === 'object' && stored !== null && 'version' in stored;
  if (!isReadable || !READABLE.includes(stored.version)) return EMPTY_SESSION;
  return { ...EMPTY_SESSION, ...(stored as Partial<Session>), version: EMPTY_SESSION.version };
}
