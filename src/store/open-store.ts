import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'libsql';
import { failed, ok, type Result } from '../domain/problem.js';
import { Activities } from './activities.js';
import { Audit } from './audit.js';
import { Conversations } from './conversations.js';
import { DeskSessions } from './desk-sessions.js';
import { Effects } from './effects.js';
import { Erasure } from './erasure.js';
import { Exchanges } from './exchanges.js';
import { Feedback } from './feedback.js';
import { HandOffs } from './hand-offs.js';
import { HeardThings } from './heard.js';
import { Intake } from './intake.js';
import { LessonDecisions } from './lesson-decisions.js';
import { migrate } from './migrate.js';
import { Outbox } from './outbox.js';
import { PersonalData } from './personal-data.js';
import { preparedOnce } from './prepared-once.js';
import { Reminders } from './reminders.js';
import type { Clock, Schema } from './schema.js';
import { Secrets } from './secrets.js';
import { Sessions } from './sessions.js';
import { SharedCommits } from './shared-commits.js';
import { TalkMessages } from './talk-messages.js';
import { Talks } from './talks.js';
import { TicketQueue } from './ticket-queue.js';
import { Tickets } from './tickets.js';
import { Turns } from './turns.js';

/** The rooms of the store. Every write is durable once its promise is kept. */
export interface Store {
  readonly sessions: Sessions;
  readonly conversations: Conversations;
  readonly activities: Activities;
  readonly exchanges: Exchanges;
  readonly turns: Turns;
  readonly feedback: Feedback;
  readonly effects: Effects;
  readonly handOffs: HandOffs;
  readonly heard: HeardThings;
  readonly lessons: LessonDecisions;
  readonly reminders: Reminders;
  readonly intake: Intake;
  readonly tickets: Tickets;
  readonly ticketQueue: TicketQueue;
  readonly talks: Talks;
  readonly talkMessages: TalkMessages;
  readonly outbox: Outbox;
  readonly audit: Audit;
  readonly deskSessions: DeskSessions;
  readonly erasure: Erasure;
  readonly personalData: PersonalData;
  readonly secrets: Secrets;
  /** Rejects where the database does not answer. */
  ping(): Promise<void>;
  /** After it nothing may be asked of the store. */
  close(): Promise<void>;
}

/**
 * Opens the SQLite file (made where missing, with its folder; ':memory:' keeps nothing) and brings its schema
 * up to date. WAL with synchronous FULL: each commit is flushed to the disk before it counts. What is deleted is overwritten. One server a file;
 * other programs may read it meanwhile. Problems: `store-unusable` (no such place, no database), `store-newer`.
 */
export async function openStore(file: string, clock: Clock): Promise<Result<Store>> {
  let database: InstanceType<typeof Sqlite>;
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    database = new Sqlite(file);
    database.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;',
    );
  } catch (error) {
    return unusable(file, error);
  }
  // Kysely comes as ES modules only, which CommonJS can load in this way on every Node 20.
  const { Kysely, SqliteDialect, sql } = await import('kysely');
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: preparedOnce(database) }) });
  try {
    const migrated = await migrate(db, clock);
    if (!migrated.ok) {
      database.close();
      return migrated;
    }
  } catch (error) {
    database.close();
    return unusable(file, error);
  }
  const commits = new SharedCommits(db, (trx, statement) => sql.raw(statement).execute(trx));
  return ok({
    sessions: new Sessions(db, clock),
    conversations: new Conversations(db, commits, clock),
    activities: new Activities(db, clock),
    exchanges: new Exchanges(db),
    turns: new Turns(db, commits, clock),
    feedback: new Feedback(db, clock),
    effects: new Effects(db),
    handOffs: new HandOffs(db),
    heard: new HeardThings(db),
    lessons: new LessonDecisions(db, clock),
    reminders: new Reminders(db),
    intake: new Intake(db, clock),
    tickets: new Tickets(db, clock),
    ticketQueue: new TicketQueue(db),
    talks: new Talks(db, clock),
    talkMessages: new TalkMessages(db, clock),
    outbox: new Outbox(db, clock),
    audit: new Audit(db, clock),
    deskSessions: new DeskSessions(db),
    erasure: new Erasure(db),
    personalData: new PersonalData(db),
    secrets: new Secrets(db, clock),
    ping: async () => {
      await db.selectFrom('schema_version').select('version').limit(1).execute();
    },
    close: () => db.destroy(),
  });
}

function unusable(file: string, error: unknown): Result<never> {
  const why = error instanceof Error ? error.message : String(error);
  return failed({
    code: 'store-unusable',
    file,
    message: `The store cannot be opened (${why}): name a file on a disk that can be written, or move a damaged file away.`,
  });
}
