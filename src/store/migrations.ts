import { createDeskTables, queueKnownHandOffs } from './desk-tables.js';
import { createLessonTables } from './lesson-decisions.js';
import type { Database } from './schema.js';
import { createTalkTables } from './talk-tables.js';

/** One step of the schema. Steps are only ever added: a released one stays as it is. */
export interface Migration {
  readonly version: number;
  readonly up: (db: Database) => Promise<void>;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    up: async (db) => {
      await db.schema
        .createTable('sessions')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('channel', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('updated_at', 'text', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('conversations')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('channel', 'text', (c) => c.notNull())
        .addColumn('user_id', 'text', (c) => c.notNull())
        .addColumn('last_seq', 'integer', (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'text', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('activities')
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id'))
        .addColumn('seq', 'integer', (c) => c.notNull())
        .addColumn('id', 'text', (c) => c.notNull())
        .addColumn('client_id', 'text')
        .addColumn('sender', 'text', (c) => c.notNull())
        .addColumn('activity', 'text', (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('activities_pk', ['conversation_id', 'seq'])
        .addUniqueConstraint('activities_client_id', ['conversation_id', 'client_id'])
        .execute();
      await db.schema
        .createTable('inbox')
        .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id'))
        .addColumn('seq', 'integer', (c) => c.notNull())
        .addColumn('activity', 'text', (c) => c.notNull())
        .addColumn('attempts', 'integer', (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('inbox_pk', ['conversation_id', 'seq'])
        .execute();
      await db.schema
        .createTable('secrets')
        .addColumn('name', 'text', (c) => c.primaryKey())
        .addColumn('value', 'text', (c) => c.notNull())
        .addColumn('created_at', 'text', (c) => c.notNull())
        .execute();
    },
  },
  {
    version: 2,
    up: async (db) => {
      await db.schema
        .createTable('feedback')
        .addColumn('conversation_id', 'text', (c) => c.notNull())
        .addColumn('activity_id', 'text', (c) => c.notNull())
        .addColumn('user_id', 'text', (c) => c.notNull())
        .addColumn('channel', 'text', (c) => c.notNull())
        .addColumn('reaction', 'text', (c) => c.notNull())
        .addColumn('comment', 'text')
        .addColumn('exchange', 'text', (c) => c.notNull())
        .addColumn('knowledge_version', 'text')
        .addColumn('created_at', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('feedback_pk', ['conversation_id', 'activity_id', 'user_id'])
        .execute();
      await db.schema.createIndex('feedback_created').on('feedback').column('created_at').execute();
    },
  },
  {
    version: 3,
    up: async (db) => {
      const { sql } = await import('kysely');
      await db.schema
        .createTable('handoffs')
        .addColumn('reference', 'text', (c) => c.primaryKey())
        .addColumn('conversation_id', 'text', (c) => c.notNull())
        .addColumn('channel', 'text', (c) => c.notNull())
        .addColumn('user_id', 'text', (c) => c.notNull())
        .addColumn('opened_at', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull())
        .addColumn('note', 'text', (c) => c.notNull())
        .addColumn('knowledge_version', 'text', (c) => c.notNull())
        .execute();
      await db.schema
        .createIndex('handoffs_one_open')
        .unique()
        .on('handoffs')
        .column('conversation_id')
        .where(sql.ref('state'), '!=', 'closed')
        .execute();
    },
  },
  {
    version: 4,
    up: async (db) => {
      await db.schema
        .createTable('reminders')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('conversation_id', 'text', (c) => c.notNull())
        .addColumn('channel', 'text', (c) => c.notNull())
        .addColumn('user_id', 'text', (c) => c.notNull())
        .addColumn('device', 'text', (c) => c.notNull())
        .addColumn('facts', 'text', (c) => c.notNull())
        .addColumn('ends_on', 'text', (c) => c.notNull())
        .addColumn('due_on', 'text', (c) => c.notNull())
        .addColumn('reference', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('attempts', 'integer', (c) => c.notNull())
        .addColumn('taken_at', 'text')
        .addColumn('not_before', 'text')
        .addUniqueConstraint('reminders_once', ['conversation_id', 'device', 'due_on'])
        .execute();
      await db.schema.createIndex('reminders_due').on('reminders').columns(['state', 'due_on']).execute();
      await db.schema.createIndex('conversations_user').on('conversations').column('user_id').execute();
    },
  },
  {
    version: 5,
    up: async (db) => {
      await createDeskTables(db);
      await queueKnownHandOffs(db);
    },
  },
  { version: 6, up: createTalkTables },
  {
    version: 7,
    up: createLessonTables,
  },
];
