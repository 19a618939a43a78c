import type { Activity, TranscriptLogger } from 'botbuilder';
import type { Activities } from '../store/activities.js';
import { type Drawn, REPLY } from './activities.js';
import { conversationKey } from './conversation-key.js';

/**
 * Keeps what is said on the channels that others deliver (Teams), with the replies behind it, for TranscriptLoggerMiddleware. Our own page
 * needs none: its activities are stored as they are exchanged.
 */
export class StoreTranscript implements TranscriptLogger {
  constructor(
    private readonly activities: Activities,
    private readonly newId: () => string,
  ) {}

  async logActivity(activity: Activity & Drawn): Promise<void> {
    const { channelId, from, recipient, type, replyToId, [REPLY]: reply } = activity;
    // A card has no text of its own.
    const text = activity.text ?? reply?.text;
    if (type !== 'message' && type !== 'messageUpdate' && type !== 'messageDelete') return;
    // The middleware marks who writes to the bot as 'user'; the bot itself has no role in Teams.
    const fromUser = from?.role === 'user';
    const person = fromUser ? from : recipient;
    const conversation = {
      id: conversationKey({ ...activity, from: person }),
      channel: channelId,
      userId: person?.id ?? '',
    };
    const line = {
      id: activity.id ?? this.newId(),
      type: type === 'messageUpdate' ? 'message' : type,
      ...(text === undefined ? {} : { text }),
      ...(replyToId === undefined ? {} : { replyToId }),
      ...(reply === undefined ? {} : { channelData: { reply } }),
    };
    // What a person takes out of a message is not kept, and what they delete the conversation has erased.
    if (fromUser && type === 'messageUpdate') await this.activities.edit(conversation.id, line);
    else if (!fromUser || type === 'message') await this.activities.log(conversation, fromUser ? 'user' : 'bot', line);
  }
}
