import { insertAudit } from './audit.js';
import type { Clock, Database } from './schema.js';

/** A text that nothing is to be learned from: a hash, by which it is known again. */
export interface LessonRow {
  text_hash: string;
  who: string;
  at: string;
}

export async function createLessonTables(db: Database): Promise<void> {
  await db.schema
    .createTable('dismissed_lessons')
    .addColumn('text_hash', 'text', (c) => c.primaryKey())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute();
}

/** What triagers made of proposals. Of their texts hashes are kept, nothing that can be read. */
export class LessonDecisions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Hashes of all texts that were dismissed. */
  async dismissed(): Promise<ReadonlySet<string>> {
    const rows = await this.db.selectFrom('dismissed_lessons').select('text_hash').execute();
    return new Set(rows.map((row) => row.text_hash));
  }

  /** Keeps that nothing is to be learned from these texts, and who said so; again changes nothing. */
  async dismiss(proposal: string, hashes: readonly string[], who: string): Promise<void> {
    const at = this.clock().toISOString();
    await this.db.transaction().execute(async (trx) => {
      for (const text_hash of hashes)
        await trx
          .insertInto('dismissed_lessons')
          .values({ text_hash, who, at })
          .onConflict((on) => on.doNothing())
          .execute();
      await insertAudit(trx, { at, who, what: 'lesson-dismissed', ticketId: null, detail: proposal });
    });
  }
}
