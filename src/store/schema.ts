import type { AuditRow, DeskSessionRow, OutboxRow, TicketRow } from './desk-tables.js';
import type { HandOffRow } from './hand-offs.js';
import type { LessonRow } from './lesson-decisions.js';
import type { ReminderRow } from './reminders.js';
import type { TalkMessageRow, TalkRow } from './talk-tables.js';

/**
 * The tables. JSON is kept as text and times as ISO 8601 text in UTC, so that the same
 * statements mean the same in SQLite and PostgreSQL.
 */
export interface Schema {
  schema_version: { version: number; applied_at: string };
  /** State that outlives a turn, by key. `version` counts the writes of a key, from 1. */
  sessions: { id: string; channel: string; state: string; version: number; updated_at: string };
  /** `last_seq` hands out the numbers of a conversation's activities and inbox items, from 1. */
  conversations: {
    id: string;
    channel: string;
    user_id: string;
    last_seq: number;
    created_at: string;
    updated_at: string;
  };
  /** Everything said, in order. An update of an activity is a further row with the same `id`. */
  activities: {
    conversation_id: string;
    seq: number;
    id: string;
    /** The sender's own id of the message: a resend of it is the same message. */
    client_id: string | null;
    sender: string;
    activity: string;
    created_at: string;
  };
  /** What has been accepted and not been answered yet. */
  inbox: { conversation_id: string; seq: number; activity: string; attempts: number; created_at: string };
  /** What people think of answers, one row an answer and person. `exchange` is what was judged, as far as it is known. */
  feedback: {
    conversation_id: string;
    activity_id: string;
    user_id: string;
    channel: string;
    reaction: string;
    comment: string | null;
    exchange: string;
    knowledge_version: string | null;
    created_at: string;
  };
  /** Requests for a person. No key to conversations: one that is not closed outlives them. */
  handoffs: HandOffRow;
  /** Reminders that wait for their day. No key to conversations, which they outlive. */
  reminders: ReminderRow;
  tickets: TicketRow;
  audit: Omit<AuditRow, 'seq'> & { readonly seq: Given };
  outbox: OutboxRow;
  desk_sessions: DeskSessionRow;
  talks: TalkRow;
  talk_messages: Omit<TalkMessageRow, 'seq'> & { readonly seq: Given };
  dismissed_lessons: LessonRow;
  secrets: { name: string; value: string; created_at: string };
}

/** A number that the database gives by itself. */
type Given = import('kysely', { with: { 'resolution-mode': 'import' }}).Generated<number>;

export type Database = import('kysely', { with: { 'resolution-mode': 'import' }}).Kysely<Schema>;
export type Clock = () => Date;
