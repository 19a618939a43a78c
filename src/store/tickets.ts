import type { AuditedAct, DeskTicket, TicketText } from '../domain/desk.js';
import type { Triage } from '../domain/ticket.js';
import { insertAudit, SYSTEM } from './audit.js';
import type { TicketRow } from './desk-tables.js';
import type { HandOffState } from './hand-offs.js';
import type { Clock, Database } from './schema.js';
import { beginTalk, endTalk } from './talks.js';
import { ticketOf, triageColumns } from './ticket-rows.js';

/** What somebody does with a ticket. */
export type TicketChange =
  /** `over`: from whoever has it. */
  | { readonly kind: 'take'; readonly over: boolean }
  | { readonly kind: 'release' }
  | { readonly kind: 'done' }
  | { readonly kind: 'reopen' }
  /** Takes the chat over that a request for a person comes from. */
  | { readonly kind: 'talk' }
  /** The assistant answers there again. */
  | { readonly kind: 'give-back' }
  /** Null: as it is proposed. */
  | { readonly kind: 'draft'; readonly draft: string | null }
  /** `detail`: which facts, for the audit. */
  | { readonly kind: 'correct'; readonly triage: Triage; readonly detail: string }
  /** What has come meanwhile takes the place of what was there, where `text` is given. */
  | { readonly kind: 'read-again'; readonly triage: Triage; readonly text: TicketText | null };

export type Changed =
  | { readonly kind: 'changed'; readonly ticket: DeskTicket }
  /** It is no longer as the caller saw it, or another has it; `takenBy`: who, null for nobody. */
  | { readonly kind: 'conflict'; readonly takenBy: string | null; readonly version: number }
  /** It must be taken first. */
  | { readonly kind: 'not-taken' }
  /** It is from no chat, or from one in which nobody can write to the asker alone. */
  | { readonly kind: 'no-chat' }
  /** Its asker has asked for a person again, under this reference, and that is not done. */
  | { readonly kind: 'asked-again'; readonly reference: string }
  /** Nobody talks there. */
  | { readonly kind: 'not-talking' }
  | { readonly kind: 'unknown' };

/** Tickets at the desk, each change of which names the version that its author saw: nobody overwrites what they have not seen. */
export class Tickets {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async get(id: string): Promise<DeskTicket | null> {
    const row = await this.row(this.db, id);
    return row === undefined ? null : ticketOf(row);
  }

  /** The ticket of that kind that waits longest to be triaged, or null. */
  async nextToTriage(): Promise<DeskTicket | null> {
    const row = await this.db
      .selectFrom('tickets')
      .selectAll()
      .where('open', '=', 1)
      .where('route', 'is', null)
      .where('hand_off', 'is', null)
      .orderBy('received_at')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : ticketOf(row);
  }

  /** Writes what was made of a ticket, unless it was changed since it was read. False: it was. */
  async triaged({ id, subject, body }: Pick<DeskTicket, 'id' | 'subject' | 'body'>, triage: Triage): Promise<boolean> {
    const at = this.clock().toISOString();
    return this.db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('tickets')
        .set((eb) => ({ ...triageColumns(triage), version: eb('version', '+', 1), updated_at: at }))
        .where('id', '=', id)
        .where('triage', 'is', null)
        .where('subject', '=', subject)
        .where('body', '=', body)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await insertAudit(trx, { at, who: SYSTEM, what: 'triaged', ticketId: id, detail: triage.route });
      return true;
    });
  }

  /** Changes a ticket as it stood at `version`, and notes who did. */
  async change(id: string, version: number, who: string, change: TicketChange): Promise<Changed> {
    const at = this.clock().toISOString();
    return this.db.transaction().execute(async (trx): Promise<Changed> => {
      const row = await this.row(trx, id);
      if (row === undefined) return { kind: 'unknown' };
      const refused = refusal(row, version, who, change);
      if (refused !== null) return refused;
      const hindered = await this.inChat(trx, row, who, change, at);
      if (hindered !== null) return hindered;
      const { columns, what, detail } = effect(row, who, change);
      const { numUpdatedRows } = await trx
        .updateTable('tickets')
        .set({ ...columns, version: version + 1, updated_at: at })
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return { kind: 'conflict', takenBy: row.taken_by, version: row.version };
      if (row.hand_off !== null && columns.state !== undefined)
        await trx
          .updateTable('handoffs')
          .set({ state: HAND_OFF_STATE[columns.state] })
          .where('reference', '=', row.hand_off)
          .execute();
      if (change.kind !== 'give-back') await insertAudit(trx, { at, who, what, ticketId: id, detail });
      return { kind: 'changed', ticket: ticketOf({ ...row, ...columns, version: version + 1, updated_at: at }) };
    });
  }

  /** What the change comes to in the chat that a request for a person comes from: a talk begins or ends. Why it cannot, or null. */
  private async inChat(
    trx: Database,
    { hand_off: handOff, taken_by, version }: TicketRow,
    who: string,
    { kind }: TicketChange,
    at: string,
  ): Promise<Changed | null> {
    if (kind === 'reopen' && handOff !== null) {
      const open = await trx
        .selectFrom('handoffs as open')
        .innerJoin('handoffs as closed', 'closed.conversation_id', 'open.conversation_id')
        .select('open.reference')
        .where('closed.reference', '=', handOff)
        .where('open.state', '!=', 'closed')
        .executeTakeFirst();
      return open === undefined ? null : { kind: 'asked-again', reference: open.reference };
    }
    if (kind === 'talk') {
      const request = trx.selectFrom('handoffs').select(['conversation_id', 'address']);
      const found = await request.where('reference', '=', handOff ?? '').executeTakeFirst();
      if (handOff === null || !found?.address) return { kind: 'no-chat' };
      const talks = await trx.selectFrom('talks').select('who').where('hand_off', '=', handOff).executeTakeFirst();
      if (talks !== undefined) return { kind: 'conflict', takenBy: talks.who, version };
      await beginTalk(trx, { handOff, conversationId: found.conversation_id, who, at });
      return null;
    }
    const ends = handOff !== null && ENDS_TALK.includes(kind) && (kind !== 'take' || taken_by !== who);
    const end = { at, who, what: 'talk-ended', detail: null, tells: 'given-back' } as const;
    const hasEnded = ends && (await endTalk(trx, handOff, end));
    return kind === 'give-back' && !hasEnded ? { kind: 'not-talking' } : null;
  }

  private row(db: Database, id: string): Promise<TicketRow | undefined> {
    return db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirst();
  }
}

/** After these nobody talks any more, or not the same person. */
const ENDS_TALK: readonly TicketChange['kind'][] = ['give-back', 'release', 'done', 'take'];

const HAND_OFF_STATE: Readonly<Record<TicketRow['state'], HandOffState>> = {
  new: 'waiting',
  taken: 'taken',
  done: 'closed',
};

/** Why a change is not made; null: it is. */
function refusal(row: TicketRow, version: number, who: string, change: TicketChange): Changed | null {
  const conflict = { kind: 'conflict', takenBy: row.taken_by, version: row.version } as const;
  if (row.version !== version) return conflict;
  if (change.kind === 'reopen') return row.state === 'done' ? null : conflict;
  if (row.state === 'done') return conflict;
  const isOthers = row.taken_by !== null && row.taken_by !== who;
  if (change.kind === 'take') return isOthers && !change.over ? conflict : null;
  if (isOthers) return conflict;
  return row.taken_by === null ? { kind: 'not-taken' } : null;
}

interface Effect {
  readonly columns: Partial<TicketRow>;
  readonly what: AuditedAct;
  readonly detail: string | null;
}

function effect(row: TicketRow, who: string, change: TicketChange): Effect {
  switch (change.kind) {
    case 'take': {
      const over = row.taken_by !== null && row.taken_by !== who;
      const columns = { state: 'taken', taken_by: who } as const;
      return { columns, what: over ? 'taken-over' : 'taken', detail: over ? row.taken_by : null };
    }
    case 'release':
      return { columns: { state: 'new', taken_by: null }, what: 'released', detail: null };
    case 'done':
      return { columns: { state: 'done', open: 0 }, what: 'done', detail: null };
    case 'reopen':
      return { columns: { state: 'taken', open: 1, taken_by: who }, what: 'reopened', detail: null };
    case 'talk':
      return { columns: {}, what: 'talk-begun', detail: null };
    case 'give-back':
      return { columns: {}, what: 'talk-ended', detail: null };
    case 'draft':
      return { columns: { draft: change.draft }, what: 'draft-edited', detail: null };
    case 'correct':
      return { columns: triageColumns(change.triage), what: 'facts-corrected', detail: change.detail };
    case 'read-again':
      return {
        columns: { ...triageColumns(change.triage), ...(change.text === null ? {} : { ...change.text, newer: null }) },
        what: 'read-again',
        detail: null,
      };
  }
}
