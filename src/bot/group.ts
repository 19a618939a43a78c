import { type Activity, ConversationState, type Middleware, type TurnContext } from 'botbuilder';
import { channelKind } from './channel-kind.js';

/** Whether several people read a conversation: a group chat, or a thread of a channel (`19:…@thread.tacv2;messageid=…`). */
export const isGroup = ({ conversation }: Pick<Activity, 'conversation'>): boolean =>
  conversation?.isGroup === true || ['groupChat', 'channel'].includes(conversation?.conversationType ?? '');

/**
 * What people say to each other in Teams is none of the bot's business: in a group it hears messages that mention it, and clicks on its
 * own cards. Teams delivers others too where the app may read along. Before the transcript, so that nothing of them is kept.
 */
export const onlyAddressed: Middleware = {
  onTurn: async ({ activity }: TurnContext, next) => {
    if (isAddressed(activity)) await next();
  },
};

function isAddressed(activity: Activity): boolean {
  const isSaid = activity.type === 'message' || activity.type === 'messageUpdate';
  if (!isSaid || channelKind(activity.channelId) !== 'teams' || !isGroup(activity)) return true;
  return isMentioned(activity) || isClick(activity.value);
}

function isMentioned({ entities, recipient }: Activity): boolean {
  const all = Array.isArray(entities) ? entities : [];
  return all.some((entity) => entity?.type === 'mention' && entity.mentioned?.id === recipient?.id);
}

const isClick = (value: unknown): boolean => typeof value === 'object' && value !== null && 'says' in value;

/**
 * The state of a conversation; in a group each person has one of their own. Two who ask there at the same time would else answer each
 * other's questions, and a verdict would rest on facts of two devices.
 */
export class StateOfPerson extends ConversationState {
  override getStorageKey(context: TurnContext): string | undefined {
    const { activity } = context;
    const { channelId, conversation, from } = activity;
    return isGroup(activity)
      ? `${channelId}/conversations/${conversation.id}/users/${from.id}/`
      : super.getStorageKey(context);
  }
}
