import type { Database } from './schema.js';

/** Who is signed in at the desk, and by which of their tokens. */
export interface DeskSession {
  readonly who: string;
  /** A hash of the token: one that is no longer set ends its sessions. */
  readonly tokenHash: string;
}

/** Triagers who are signed in. Of what their browsers hold only a hash is kept. */
export class DeskSessions {
  constructor(private readonly db: Database) {}

  /** `idHash`: of what the browser holds. Sessions that have ended go meanwhile. */
  async begin(idHash: string, { who, tokenHash }: DeskSession, now: Date, expiresAt: Date): Promise<void> {
    await this.db.deleteFrom('desk_sessions').where('expires_at', '<=', now.toISOString()).execute();
    await this.db
      .insertInto('desk_sessions')
      .values({ id_hash: idHash, who, token_hash: tokenHash, expires_at: expiresAt.toISOString() })
      .execute();
  }

  /** Null: there is none, or it has ended. */
  async find(idHash: string, now: Date): Promise<DeskSession | null> {
    const row = await this.db
      .selectFrom('desk_sessions')
      .select(['who', 'token_hash'])
      .where('id_hash', '=', idHash)
      .where('expires_at', '>', now.toISOString())
      .executeTakeFirst();
    return row === undefined ? null : { who: row.who, tokenHash: row.token_hash };
  }

  async end(idHash: string): Promise<void> {
    await this.db.deleteFrom('desk_sessions').where('id_hash', '=', idHash).execute();
  }
}
