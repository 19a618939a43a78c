/** The ways in which channels differ for the bot. Branches on a channel's name end here. */
export type ChannelKind = 'web' | 'teams' | 'other';

/** `directline` is our own page (and Web Chat); every channel without wishes of its own is `other`. */
export function channelKind(channelId: string | undefined): ChannelKind {
  if (channelId === 'directline' || channelId === 'webchat') return 'web';
  return channelId === 'msteams' ? 'teams' : 'other';
}

/** The name of the channel of our own page, as clients of Direct Line expect it. */
export const WEB_CHANNEL = 'directline';
