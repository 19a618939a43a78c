import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogContext, DialogState } from 'botbuilder-dialogs';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import type { Assistant, IncomingMessage } from '../src/assistant/assistant.js';
import { readSession } from '../src/assistant/session.js';
import type { Day } from '../src/domain/day.js';
import type { Reply } from '../src/domain/reply.js';
import { DIALOG_IDS, TurnDialog } from './turn-dialog.js';

/** What the dialogs need; the state is read and written by whoever hands in the accessors. */
export interface GuidedDialogsParts {
  /** The assistant at this moment: it may be replaced when the knowledge changes. */
  readonly assistant: () => Assistant;
  readonly dialogState: StatePropertyAccessor<DialogState>;
  /** The session, the one owner of all that was said. */
  readonly session: StatePropertyAccessor<unknown>;
  readonly messageOf: (context: TurnContext) => IncomingMessage;
  readonly today: (context: TurnContext) => Day;
  readonly send: (context: TurnContext, reply: Reply, millis: number) => Promise<void>;
  /** Milliseconds, from any fixed point. */
  readonly now: () => number;
}

/** Carries the assistant's turns as botbuilder dialogs: one waits at most, whichever the last reply calls for. */
export class GuidedDialogs {
  private readonly parts: GuidedDialogsParts;
  private readonly dialogs: DialogSet;

  constructor(parts: GuidedDialogsParts) {
    this.parts = parts;
    const takeTurn = (dc: DialogContext) => this.takeTurn(dc.context);
    this.dialogs = new DialogSet(parts.dialogState);
    for (const id of DIALOG_IDS) this.dialogs.add(new TurnDialog(id, takeTurn));
  }

  /** One message of a conversation, answered. */
  async run(context: TurnContext): Promise<void> {
    const dc = await this.dialogs.createContext(context);
    if (dc.activeDialog && this.dialogs.find(dc.activeDialog.id)) await dc.continueDialog();
    else {
      await dc.cancelAllDialogs();
      await dc.beginDialog('answer');
    }
  }

  private async takeTurn(context: TurnContext): Promise<Reply> {
    const { assistant, session, messageOf, today, send, now } = this.parts;
    const started = now();
    const before = readSession(await session.get(context));
    const turn = await assistant().turn(before, messageOf(context), today(context));
    await session.set(context, turn.session);
    await send(context, turn.reply, now() - started);
    return turn.reply;
  }
}
