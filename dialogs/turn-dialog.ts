import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
// The package's index brings its prompts and their recognisers, which nothing here uses.
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import type { Reply } from '../src/domain/reply.js';

/** The dialogs that can wait for the next message; `answer` waits for nothing. */
export const DIALOG_IDS = ['answer', 'entitlement', 'identify', 'clarify', 'hand-off'] as const;
export type DialogId = (typeof DIALOG_IDS)[number];

/** Takes one turn of the assistant for the message at hand, sends what it says, and gives the reply. */
export type TakeTurn = (dc: DialogContext) => Promise<Reply>;

/** Which dialog waits for what comes next: read off the reply alone, so that the stack can never disagree with the session. */
export function dialogAfter(reply: Reply): DialogId {
  if (reply.kind === 'human') return 'hand-off';
  if (reply.kind === 'clarify') return 'clarify';
  if (reply.kind === 'identify' && reply.step !== 'known') return 'identify';
  return reply.pending ? 'entitlement' : 'answer';
}

/**
 * A dialog that gives every message to the assistant and then makes way for the dialog that waits for the
 * next one. It has no rule and no wording of its own: what was said and is known lies in the session.
 */
export class TurnDialog extends Dialog {
  private readonly takeTurn: TakeTurn;

  constructor(id: DialogId, takeTurn: TakeTurn) {
    super(id);
    this.takeTurn = takeTurn;
  }

  /** `options.waiting`: the turn has been taken, and this dialog only waits for the next message. */
  override async beginDialog(dc: DialogContext, options?: { readonly waiting?: boolean }): Promise<DialogTurnResult> {
    return options?.waiting ? Dialog.EndOfTurn : this.continueDialog(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const next = dialogAfter(await this.takeTurn(dc));
    if (next === 'answer') return dc.endDialog();
    return next === this.id ? Dialog.EndOfTurn : dc.replaceDialog(next, { waiting: true });
  }
}
