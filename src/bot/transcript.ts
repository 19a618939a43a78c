import type { Activity, TranscriptLogger } from 'botbuilder';
import type { Activities } from '../store/activities.js';
import { conversationKey } from './conversation-key.js';
import { type Drawn, REPLY } from './drawn.js';
import { messageText } from './message-text.js';
import { CARD_ACTION } from './press.js';

/**
 * Keeps what is said on the channels that others deliver (Teams), with the replies behind it, for TranscriptLoggerMiddleware. Our own page
 * needs none: its activities are stored as they are exchanged. The store's conversation is `channel/id`.
 */
export class StoreTranscript implements TranscriptLogger {
  constructor(
    private readonly activities: Activities,
    private readonly newId: () => string,
  ) {}

  async logActivity(activity: Activity & Drawn): Promise<void> {
    const { channelId, from, recipient, replyToId, [REPLY]: reply } = activity;
    const type = typeOf(activity);
    if (type === null) return;
    // The middleware marks who writes to the bot as 'user'; the bot itself has no role in Teams.
    const fromUser = from?.role === 'user';
    const text = (fromUser ? pressedText(activity) : null) ?? activity.text ?? reply?.text;
    // A card beside a message repeats what that says, and one that is drawn anew says nothing new.
    if (!fromUser && type === 'message' && text === undefined) return;
    const user = (fromUser ? from : recipient)?.id ?? '';
    await this.activities.log(
      { id: conversationKey(activity), channel: channelId, userId: user },
      fromUser ? 'user' : 'bot',
      {
        id: activity.id ?? this.newId(),
        type,
        ...(text === undefined ? {} : { text }),
        ...(replyToId === undefined ? {} : { replyToId }),
        ...(reply === undefined ? {} : { channelData: { reply } }),
      },
    );
  }
}

/** What is kept of an activity, and as what; null: nothing. */
function typeOf({ type, name }: Activity): 'message' | 'messageDelete' | null {
  if (type === 'message' || type === 'messageUpdate' || (type === 'invoke' && name === CARD_ACTION)) return 'message';
  return type === 'messageDelete' ? type : null;
}

/** What somebody says by pressing a button; null where nothing was pressed. */
function pressedText(activity: Activity): string | null {
  const said = activity.text ? '' : messageText(activity);
  return said === '' ? null : said;
}
