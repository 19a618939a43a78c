import { AUDITED_ACTS, type AuditEntry } from '../domain/desk.js';
import type { Clock, Database } from './schema.js';

/** Who acts where no person does. */
export const SYSTEM = 'system';

/** What was done at the desk, by whom, when. Entries are only ever added; those of tickets that are gone go by age. */
export class Audit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async add(entry: Omit<AuditEntry, 'at'>): Promise<void> {
    await insertAudit(this.db, { ...entry, at: this.clock().toISOString() });
  }

  /** What was done on a ticket, the newest first, at most `limit`. */
  async of(ticketId: string, limit = 100): Promise<readonly AuditEntry[]> {
    const rows = await this.db
      .selectFrom('audit')
      .select(['at', 'who', 'what', 'ticket_id', 'detail'])
      .where('ticket_id', '=', ticketId)
      .orderBy('seq', 'desc')
      .limit(limit)
      .execute();
    return rows.map(read);
  }

  /** What was done last, on whatever, the newest first, at most `limit`. */
  async latest(limit = 100): Promise<readonly AuditEntry[]> {
    const columns = ['at', 'who', 'what', 'ticket_id', 'detail'] as const;
    const rows = await this.db.selectFrom('audit').select(columns).orderBy('seq', 'desc').limit(limit).execute();
    return rows.map(read);
  }
}

/** Inside a transaction of the caller's. */
export async function insertAudit(trx: Database, { at, who, what, ticketId, detail }: AuditEntry): Promise<void> {
  await trx.insertInto('audit').values({ at, who, what, ticket_id: ticketId, detail }).execute();
}

interface Row {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly ticket_id: string | null;
  readonly detail: string | null;
}

const read = ({ at, who, what, ticket_id, detail }: Row): AuditEntry => ({
  at,
  who,
  what: AUDITED_ACTS.find((act) => act === what) ?? 'received',
  ticketId: ticket_id,
  detail,
});
