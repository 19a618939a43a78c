import type { Activity } from 'botbuilder';
import type { Exchanges } from '../store/exchanges.js';
import type { Feedback } from '../store/feedback.js';
import { conversationKey } from './conversation-key.js';
import { judgedExchange, UNKNOWN_EXCHANGE } from './judged-exchange.js';
import type { Judgement } from './judgement.js';

/** Where what people say of answers goes. */
export interface FeedbackKeeper {
  /** What the sender of an activity says of an answer. Where the answer is not known any more, what is known is kept. */
  judge(activity: Activity, judgement: Judgement): Promise<void>;
  /** A message that complains of the answer before it, with its words. */
  complain(activity: Activity, words: string): Promise<void>;
}

/** So far back is the answer looked for that a typed complaint is about. */
const LOOKED_BACK = 10;

/** Keeps feedback in the store. Each call writes once, and the same call again changes nothing more. */
export class StoredFeedback implements FeedbackKeeper {
  constructor(
    private readonly exchanges: Exchanges,
    private readonly feedback: Feedback,
  ) {}

  async judge(activity: Activity, { about, reaction, only, comment }: Judgement): Promise<void> {
    const { channelId, from } = activity;
    const conversationId = conversationKey(activity);
    const key = { conversationId, activityId: about ?? activity.id ?? '', userId: from?.id ?? '' };
    if (reaction === 'none') {
      await this.feedback.takeBack(key, only);
      return;
    }
    const found = about === null ? null : await this.exchanges.find(conversationId, about);
    const exchange = found === null ? UNKNOWN_EXCHANGE : judgedExchange(found);
    if (exchange === null) return;
    await this.feedback.put({ ...key, channel: channelId, reaction, comment, exchange });
  }

  async complain(activity: Activity, words: string): Promise<void> {
    const latest = await this.exchanges.latest(conversationKey(activity), LOOKED_BACK);
    // What the bot said without a reply (an apology) is no answer.
    const about = latest.find((exchange) => judgedExchange(exchange)?.reply);
    await this.judge(activity, { about: about?.id ?? null, reaction: 'down', comment: words });
  }
}
