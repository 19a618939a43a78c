import type { Activity } from 'botbuilder';

/** What activities of our own page carry as the address of their channel. */
export const OWN_PAGE = 'urn:secure-nmc-assistant:web';

/**
 * Under which id the store keeps a conversation: our own page's under its own, one that another system delivers under
 * `channel/id`, since two systems may give the same id.
 */
export function conversationKey({
  channelId,
  conversation,
  serviceUrl,
}: Pick<Activity, 'channelId' | 'conversation' | 'serviceUrl'>): string {
  return serviceUrl === OWN_PAGE ? (conversation?.id ?? '') : `${channelId}/${conversation?.id}`;
}
