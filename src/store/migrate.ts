import { failed, ok, type Result } from '../domain/problem.js';
import { MIGRATIONS, type Migration } from './migrations.js';
import type { Clock, Database } from './schema.js';

/**
 * Brings the schema up to date, each step in a transaction of its own, and answers the version reached.
 * A database that is newer than this program is a problem (`store-newer`), and is left as it is.
 */
export async function migrate(
  db: Database,
  clock: Clock,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<Result<number>> {
  await db.schema
    .createTable('schema_version')
    .ifNotExists()
    .addColumn('version', 'integer', (c) => c.primaryKey())
    .addColumn('applied_at', 'text', (c) => c.notNull())
    .execute();
  const done = await db.selectFrom('schema_version').select('version').execute();
  const at = Math.max(0, ...done.map((row) => row.version));
  const newest = Math.max(0, ...migrations.map((step) => step.version));
  if (at > newest) {
    return failed({
      code: 'store-newer',
      message: `The store has schema ${at} and this program knows ${newest}: start the newer program, or name another file.`,
    });
  }
  for (const step of migrations.filter(({ version }) => version > at)) {
    await db.transaction().execute(async (trx) => {
      await step.up(trx);
      await trx
        .insertInto('schema_version')
        .values({ version: step.version, applied_at: clock().toISOString() })
        .execute();
    });
  }
  return ok(newest);
}
