import { ActionTypes, type Activity, ActivityTypes, InputHints } from 'botbuilder';
import type { ContractReply } from '../domain/contract.js';
import { type ChannelKind, channelKind } from './channel-kind.js';
import { verdictCard } from './verdict-card.js';

/** How each kind of channel shows a reply. */
const DRAW: Readonly<Record<ChannelKind, (reply: ContractReply) => Partial<Activity>>> = {
  // The page draws sentences, sources and verdict itself, from the reply.
  web: (reply) => ({ ...message(reply), ...suggested(reply, 10), channelData: { reply } }),
  // A card carries its suggestions as buttons of its own; Teams shows three under a text.
  teams: (reply) =>
    reply.verdict === null
      ? { ...message(reply), ...suggested(reply, 3) }
      : { type: ActivityTypes.Message, summary: reply.text, attachments: [verdictCard(reply)] },
  other: (reply) => ({ ...message(reply), ...suggested(reply, 5) }),
};

/** What to send for a reply, in order. Text goes out plain: no channel reads Markdown or HTML into it. */
export function replyActivities(reply: ContractReply, channelId: string | undefined): Partial<Activity>[] {
  return [DRAW[channelKind(channelId)](reply)];
}

function message(reply: ContractReply): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    text: reply.text,
    textFormat: 'plain',
    inputHint: InputHints.AcceptingInput,
  };
}

function suggested({ suggestions }: ContractReply, most: number): Pick<Partial<Activity>, 'suggestedActions'> {
  if (suggestions.length === 0) return {};
  const actions = suggestions.slice(0, most).map((title) => ({ type: ActionTypes.ImBack, title, value: title }));
  return { suggestedActions: { to: [], actions } };
}
