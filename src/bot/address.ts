import { type Activity, type ConversationReference, TurnContext } from 'botbuilder';

/** Where to write to later: no more of the person than the address, and no message to answer. */
export function addressOf(activity: Activity): Partial<ConversationReference> {
  const { activityId: _activity, user, ...reference } = TurnContext.getConversationReference(activity);
  return user ? { ...reference, user: { id: user.id, name: '' } } : reference;
}
