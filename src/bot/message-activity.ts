import { ActionTypes, type Activity, ActivityTypes, InputHints } from 'botbuilder';
import type { ContractReply } from '../domain/contract.js';
import type { ChannelKind } from './channel-kind.js';
import { PLAIN, type Shown } from './drawn.js';
import { teamsMarkdown } from './teams-markdown.js';

/** A text so that a kind of channel shows just that, and reads no Markdown or HTML into it. */
export const shownAs = (text: string, kind: ChannelKind): Shown =>
  kind === 'teams'
    ? { text: teamsMarkdown(text), textFormat: 'markdown', [PLAIN]: text }
    : { text, textFormat: 'plain' };

/** A message that shows a text as it is. */
export const message = (text: string, kind: ChannelKind): Partial<Activity> => ({
  type: ActivityTypes.Message,
  ...shownAs(text, kind),
  inputHint: InputHints.AcceptingInput,
});

/** The suggestions of a reply, `most` at the most, as buttons that write what they say. */
export function suggested({ suggestions }: ContractReply, most: number): Pick<Partial<Activity>, 'suggestedActions'> {
  if (suggestions.length === 0) return {};
  const actions = suggestions.slice(0, most).map((title) => ({ type: ActionTypes.ImBack, title, value: title }));
  return { suggestedActions: { to: [], actions } };
}
