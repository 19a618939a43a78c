import { eraseSaid } from './erasure.js';
import { insertHandOff, type NewHandOff } from './hand-offs.js';
import type { Database } from './schema.js';

/** What a turn does to the store beside its answers and its state. */
export type Effect =
  | { readonly kind: 'open-hand-off'; readonly handOff: NewHandOff }
  /** What was said before the turn's answer, and requests for a person. */
  | { readonly kind: 'erase'; readonly conversationId: string };

/** Inside a transaction of the caller's, in their order. */
export async function applyEffects(trx: Database, effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) {
    if (effect.kind === 'erase') await eraseSaid(trx, effect.conversationId);
    else await insertHandOff(trx, effect.handOff);
  }
}

/** For turns whose answers another system delivers: there is nothing to store them with. */
export class Effects {
  constructor(private readonly db: Database) {}

  /** All of them or none. */
  async keep(effects: readonly Effect[]): Promise<void> {
    await this.db.transaction().execute((trx) => applyEffects(trx, effects));
  }
}
