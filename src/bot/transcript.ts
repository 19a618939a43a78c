import type { Activity, TranscriptLogger } from 'botbuilder';
import type { Activities } from '../store/activities.js';
import { conversationKey } from './conversation-key.js';

/**
 * Keeps what is said on the channels that others deliver (Teams), for TranscriptLoggerMiddleware. Our own page
 * needs none: its activities are stored as they are exchanged. The store's conversation is `channel/id`.
 */
export class StoreTranscript implements TranscriptLogger {
  constructor(
    private readonly activities: Activities,
    private readonly newId: () => string,
  ) {}

  async logActivity(activity: Activity): Promise<void> {
    const { channelId, from, recipient, type } = activity;
    if (type !== 'message' && type !== 'messageUpdate' && type !== 'messageDelete') return;
    // The middleware marks who writes to the bot as 'user'; the bot itself has no role in Teams.
    const fromUser = from?.role === 'user';
    const user = (fromUser ? from : recipient)?.id ?? '';
    await this.activities.log(
      { id: conversationKey(activity), channel: channelId, userId: user },
      fromUser ? 'user' : 'bot',
      {
        id: activity.id ?? this.newId(),
        type: type === 'messageUpdate' ? 'message' : type,
        ...(activity.text === undefined ? {} : { text: activity.text }),
      },
    );
  }
}
