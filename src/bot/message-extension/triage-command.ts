import type { InvokeResponse } from 'botbuilder';
import type { Ticket, Triage } from '../../domain/ticket.js';
import { MESSAGE_EXTENSION_WORDING } from '../../rendering/message-extension-wording.js';
import type { Frame } from '../../rendering/reply-blocks.js';
import { triageSheet } from '../../rendering/triage-sheet.js';
import { DONE, dialog, dialogMessage, refused, result } from './answers.js';
import { preview } from './card-parts.js';
import type { ActionValue } from './invoke-values.js';
import { type Days, ticketOfMessage } from './ticket-of-message.js';
import { noTextCard, replyCard, triageCard } from './triage-card.js';

export interface TriageCommandParts extends Days {
  readonly triage: (ticket: Ticket) => Promise<Triage>;
  readonly frame: Frame;
}

const { triage: SAYS } = MESSAGE_EXTENSION_WORDING;

/** 'Triage this message', asked for on a message: a dialog with what was made of it. */
export async function openTriage({ messagePayload }: ActionValue, parts: TriageCommandParts): Promise<InvokeResponse> {
  if (!messagePayload)
    return refused('bad-messagePayload', 'value.messagePayload: missing. Use the command on a message.');
  const message = ticketOfMessage(messagePayload, parts);
  if (message === null) return dialog(SAYS.title, noTextCard());
  const sheet = triageSheet(await parts.triage(message.ticket), parts.frame);
  return dialog(SAYS.title, triageCard(sheet, message));
}

/** A button of that dialog: the draft, as it now stands there, goes into the box for the reply, and nothing is sent yet. */
export async function pressInTriage(value: ActionValue, parts: TriageCommandParts): Promise<InvokeResponse> {
  const { pressed, draft = '' } = value.data ?? {};
  if (pressed === 'close') return DONE;
  // A client that opens no dialog first sends the message along at once.
  if (pressed === undefined) return openTriage(value, parts);
  if (draft.trim() === '') return dialogMessage(SAYS.emptyDraft);
  return result([{ ...replyCard(draft), preview: preview(SAYS.reply, SAYS.draft) }]);
}
