import { eraseMessage } from './erase-message.js';
import { eraseSaid } from './erasure.js';
import { insertHandOff, type NewHandOff } from './hand-offs.js';
import { deleteReminders, insertReminder, type Reminder } from './reminders.js';
import type { Database } from './schema.js';
import { markSaid } from './talk-messages.js';
import { endTalkIn, waitForTalker } from './talks.js';

/** What a turn does to the store beside its answers and its state. */
export type Effect =
  | { readonly kind: 'open-hand-off'; readonly handOff: NewHandOff }
  | { readonly kind: 'remind'; readonly reminder: Reminder }
  | { readonly kind: 'cancel-reminders'; readonly conversationId: string; readonly ids: readonly string[] | 'all' }
  /** The asker has said something to whoever talks with them. */
  | { readonly kind: 'talk-heard'; readonly conversationId: string; readonly at: string }
  /** A message of whoever talks is said. */
  | { readonly kind: 'talk-said'; readonly id: string }
  /** The asker wants the assistant again, or is gone. `because`: for the audit log. */
  | { readonly kind: 'end-talk'; readonly conversationId: string; readonly at: string; readonly because: string }
  /** One message of a person, wherever its words are kept. */
  | { readonly kind: 'erase-message'; readonly conversationId: string; readonly activityId: string }
  /** What was said before the turn's answer, requests for a person and reminders. */
  | { readonly kind: 'erase'; readonly conversationId: string };

/** Inside a transaction of the caller's, in their order. */
export async function applyEffects(trx: Database, effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) {
    switch (effect.kind) {
      case 'erase':
        await eraseSaid(trx, effect.conversationId);
        break;
      case 'remind':
        await insertReminder(trx, effect.reminder);
        break;
      case 'cancel-reminders':
        await deleteReminders(trx, effect.conversationId, effect.ids);
        break;
      case 'erase-message':
        await eraseMessage(trx, effect.conversationId, effect.activityId);
        break;
      case 'talk-heard':
        await waitForTalker(trx, effect.conversationId, effect.at);
        break;
      case 'talk-said':
        await markSaid(trx, effect.id);
        break;
      case 'end-talk':
        await endTalkIn(trx, effect.conversationId, effect.at, effect.because);
        break;
      case 'open-hand-off':
        await insertHandOff(trx, effect.handOff);
    }
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
