import { ActionTypes, type Activity, ActivityTypes, InputHints } from 'botbuilder';
import type { ContractReply } from '../domain/contract.js';

/** A message of plain text: no channel reads Markdown or HTML into it. */
export const message = (text: string): Partial<Activity> => ({
  type: ActivityTypes.Message,
  text,
  textFormat: 'plain',
  inputHint: InputHints.AcceptingInput,
});

/** The suggestions of a reply, `most` at the most, as buttons that write what they say. */
export function suggested({ suggestions }: ContractReply, most: number): Pick<Partial<Activity>, 'suggestedActions'> {
  if (suggestions.length === 0) return {};
  const actions = suggestions.slice(0, most).map((title) => ({ type: ActionTypes.ImBack, title, value: title }));
  return { suggestedActions: { to: [], actions } };
}
