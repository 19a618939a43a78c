import type { Database } from './schema.js';

/** The tables of chats that a person has taken over, and where the chat of a request for a person can be written to. */
export async function createTalkTables(db: Database): Promise<void> {
  await db.schema.alterTable('handoffs').addColumn('address', 'text').execute();
  await db.schema
    .createTable('talks')
    // With its request for a person all that belongs to it goes, too.
    .addColumn('hand_off', 'text', (c) => c.primaryKey().references('handoffs.reference').onDelete('cascade'))
    .addColumn('conversation_id', 'text', (c) => c.notNull().unique())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'text', (c) => c.notNull())
    .addColumn('waits_since', 'text')
    .execute();
  await db.schema
    .createTable('talk_messages')
    .addColumn('seq', 'integer', (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('hand_off', 'text', (c) => c.notNull().references('handoffs.reference').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('talk_messages_state').on('talk_messages').columns(['state', 'seq']).execute();
  await db.schema.createIndex('talk_messages_hand_off').on('talk_messages').column('hand_off').execute();
}

/** A chat that a person has taken over. */
export interface TalkRow {
  hand_off: string;
  conversation_id: string;
  who: string;
  started_at: string;
  /** The last sign of whoever talks. */
  seen_at: string;
  /** Since when the asker waits for an answer of theirs; null: nobody waits. */
  waits_since: string | null;
}

/** What the asker is to be told: `said`: a message of whoever talks, else that the talk begins or ends. */
export interface TalkMessageRow {
  seq: number;
  id: string;
  hand_off: string;
  kind: 'joined' | 'said' | 'given-back' | 'lost';
  who: string;
  /** Emptied once it is said: the transcript has it then. */
  text: string;
  /** `taken`: it is being said on a channel of others; `unsure`: it may have arrived; `failed`: it has not. */
  state: 'waiting' | 'taken' | 'said' | 'unsure' | 'failed';
  attempts: number;
  created_at: string;
}
