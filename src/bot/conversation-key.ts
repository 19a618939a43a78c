import type { Activity } from 'botbuilder';
import { isGroup } from './group.js';

/** What activities of our own page carry as the address of their channel. */
export const OWN_PAGE = 'urn:secure-nmc-assistant:web';

/**
 * Under which id the store keeps a conversation: our own page's under its own, one that another system delivers under
 * `channel/id`, since two systems may give the same id. In a group each person has one of their own (`…/users/id`): what somebody else
 * said is in nobody's transcript, and whoever has their own erased takes nothing from others. `from`: the person.
 */
export function conversationKey({
  channelId,
  conversation,
  serviceUrl,
  from,
}: Pick<Activity, 'channelId' | 'conversation' | 'serviceUrl' | 'from'>): string {
  if (serviceUrl === OWN_PAGE) return conversation?.id ?? '';
  const key = `${channelId}/${conversation?.id}`;
  return isGroup({ conversation }) ? `${key}/users/${from?.id}` : key;
}
