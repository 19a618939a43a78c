import type { Clock, Database } from './schema.js';

export class Secrets {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The secret of that name; where there is none, `make()` is stored and is the secret from then on. */
  async keep(name: string, make: () => string): Promise<string> {
    await this.db
      .insertInto('secrets')
      .values({ name, value: make(), created_at: this.clock().toISOString() })
      .onConflict((on) => on.column('name').doNothing())
      .execute();
    return (await this.db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirstOrThrow())
      .value;
  }
}
