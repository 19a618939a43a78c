import { LRUCache } from 'lru-cache';

type SqliteDatabase = import('kysely', { with: { 'resolution-mode': 'import' }}).SqliteDatabase;
type SqliteStatement = ReturnType<SqliteDatabase['prepare']>;

/** More than the store has statements; a list of values of another length makes one of its own. */
const KEPT = 200;

/**
 * The same database, which prepares a statement once and not at each use: that takes as long as running it, some 0.1 ms, and a message of
 * a conversation runs a dozen. A statement is never in use twice at a time, since each is run to its end before the next.
 */
export function preparedOnce(database: SqliteDatabase): SqliteDatabase {
  const statements = new LRUCache<string, SqliteStatement>({ max: KEPT });
  return {
    close: () => database.close(),
    prepare: (statement) => {
      const prepared = statements.get(statement) ?? database.prepare(statement);
      statements.set(statement, prepared);
      return prepared;
    },
  };
}
