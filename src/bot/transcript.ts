import type { Activity, TranscriptLogger } from 'botbuilder';
import type { Activities } from '../store/activities.js';
import { conversationKey } from './conversation-key.js';
import { type Drawn, PLAIN, REPLY, type Shown } from './drawn.js';
import { messageText } from './message-text.js';
import { CARD_ACTION } from './press.js';
import { type SaidActivity, TALK_MARK } from './talk-activities.js';

/**
 * Keeps what is said on the channels that others deliver (Teams), with the replies behind it, for TranscriptLoggerMiddleware. Our own page
 * needs none: its activities are stored as they are exchanged.
 */
export class StoreTranscript implements TranscriptLogger {
  constructor(
    private readonly activities: Activities,
    private readonly newId: () => string,
  ) {}

  async logActivity(activity: Activity & Drawn & SaidActivity & Shown): Promise<void> {
    const { channelId, from, recipient, replyToId, [REPLY]: reply, [TALK_MARK]: mark, [PLAIN]: plain } = activity;
    const type = typeOf(activity);
    if (type === null) return;
    // The middleware marks who writes to the bot as 'user'; the bot itself has no role in Teams.
    const fromUser = from?.role === 'user';
    const text = (fromUser ? pressedText(activity) : null) ?? reply?.text ?? plain ?? activity.text;
    // A card beside a message repeats what that says, and one that is drawn anew says nothing new.
    if (!fromUser && type !== 'messageDelete' && text === undefined) return;
    const person = fromUser ? from : recipient;
    const conversation = {
      id: conversationKey({ ...activity, from: person }),
      channel: channelId,
      userId: person?.id ?? '',
    };
    const line = {
      id: activity.id ?? this.newId(),
      type: type === 'messageDelete' ? type : ('message' as const),
      ...(text === undefined ? {} : { text }),
      ...(replyToId === undefined ? {} : { replyToId }),
      ...(reply === undefined ? {} : { channelData: { reply } }),
      ...(mark === undefined ? {} : { channelData: mark }),
    };
    // What a person takes out of a message is not kept, and what they delete the conversation has erased.
    if (fromUser && type === 'messageUpdate') await this.activities.edit(conversation.id, line);
    else if (!fromUser || type === 'message') await this.activities.log(conversation, fromUser ? 'user' : 'bot', line);
  }
}

/** What is kept of an activity, and as what; null: nothing. */
function typeOf({ type, name }: Activity): 'message' | 'messageUpdate' | 'messageDelete' | null {
  if (type === 'invoke' && name === CARD_ACTION) return 'message';
  return type === 'message' || type === 'messageUpdate' || type === 'messageDelete' ? type : null;
}

/** What somebody says by pressing a button; null where nothing was pressed. */
function pressedText(activity: Activity): string | null {
  const said = activity.text ? '' : messageText(activity);
  return said === '' ? null : said;
}
