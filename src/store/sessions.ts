import type { Clock, Database } from './schema.js';

/** The state kept under a key, and how often the key has been written. */
export interface StoredState {
  readonly state: unknown;
  readonly version: number;
}

/**
 * A write of one key. `expected`: the version that must be stored now; `new`: nothing may be stored;
 * `any`: whatever is stored. `state` null deletes the key.
 */
export interface StateWrite {
  readonly id: string;
  readonly channel: string;
  readonly state: unknown;
  readonly expected: number | 'new' | 'any';
}

/** Thrown inside a transaction to roll it back; callers get it as a value. */
export class StateConflict extends Error {
  constructor(readonly id: string) {
    super(`The state of '${id}' was changed by somebody else in the meantime: read it again and repeat the change.`);
  }
}

export class Sessions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The state under `id`, or null where there is none. */
  async load(id: string): Promise<StoredState | null> {
    const row = await this.db
      .selectFrom('sessions')
      .select(['state', 'version'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : { state: JSON.parse(row.state), version: row.version };
  }

  /** All writes or none. `conflict` names the key whose version was not the expected one. */
  async save(
    writes: readonly StateWrite[],
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly conflict: string }> {
    try {
      await this.db.transaction().execute((trx) => writeStates(trx, writes, this.clock().toISOString()));
      return { ok: true };
    } catch (error) {
      if (error instanceof StateConflict) return { ok: false, conflict: error.id };
      throw error;
    }
  }
}

/** Writes states inside a transaction of the caller's; throws StateConflict, so that the caller's transaction rolls back. */
export async function writeStates(trx: Database, writes: readonly StateWrite[], at: string): Promise<void> {
  for (const write of writes) {
    const affected = write.state === null ? await remove(trx, write) : await put(trx, write, at);
    if (affected === 0n && (write.state !== null || write.expected !== 'any')) throw new StateConflict(write.id);
  }
}

async function remove(trx: Database, { id, expected }: StateWrite): Promise<bigint> {
  let query = trx.deleteFrom('sessions').where('id', '=', id);
  if (typeof expected === 'number') query = query.where('version', '=', expected);
  return (await query.executeTakeFirst()).numDeletedRows;
}

async function put(trx: Database, { id, channel, state, expected }: StateWrite, at: string): Promise<bigint> {
  const text = JSON.stringify(state);
  if (typeof expected === 'number') {
    const updated = await trx
      .updateTable('sessions')
      .set({ state: text, version: expected + 1, updated_at: at })
      .where('id', '=', id)
      .where('version', '=', expected)
      .executeTakeFirst();
    return updated.numUpdatedRows;
  }
  const insert = trx.insertInto('sessions').values({ id, channel, state: text, version: 1, updated_at: at });
  const query =
    expected === 'new'
      ? insert.onConflict((on) => on.column('id').doNothing())
      : insert.onConflict((on) =>
          on
            .column('id')
            .doUpdateSet((eb) => ({ state: text, version: eb('sessions.version', '+', 1), updated_at: at })),
        );
  return (await query.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n;
}
