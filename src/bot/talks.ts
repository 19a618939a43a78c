import type { TurnContext } from 'botbuilder';
import { commandIn } from '../assistant/commands.js';
import { TALK } from '../rendering/talk-wording.js';
import type { Effect } from '../store/effects.js';
import type { Store } from '../store/open-store.js';
import { addressOf } from './address.js';
import { conversationKey, OWN_PAGE } from './conversation-key.js';
import { isGroup } from './group.js';
import { messageText } from './message-text.js';
import { noticeActivity } from './talk-activities.js';
import { keepEffect } from './turn-effects.js';

export interface TalksParts {
  readonly store: Pick<Store, 'talks' | 'handOffs' | 'effects'>;
  readonly clock: () => Date;
}

/** The words that end a talk, as its first notice says them. 'Stop' or 'cancel' may be meant for the person who is there. */
const BACK = new RegExp(`^\\W*${TALK.back}\\W*$`, 'i');

/**
 * Decides whether a message is for the assistant or for the person who has taken the chat over. What is for the person is not answered: it
 * stands in the transcript, which the desk reads. Two things stay the asker's own: to have the assistant back, and to have all erased.
 */
export class Talks {
  constructor(private readonly parts: TalksParts) {}

  /** Whether a person has taken the conversation over. */
  async isTakenOver({ activity }: TurnContext): Promise<boolean> {
    return (await this.parts.store.talks.of(conversationKey(activity))) !== null;
  }

  /** Has a message answered by `assistant`, unless a person talks: then it is for them, and `heard` is called. */
  async turn(context: TurnContext, assistant: () => Promise<void>, heard: () => Promise<void>): Promise<void> {
    const { activity } = context;
    const { channelId, serviceUrl } = activity;
    const { store, clock } = this.parts;
    const conversationId = conversationKey(activity);
    if (serviceUrl !== OWN_PAGE && !isGroup(activity))
      await store.handOffs.readdress(conversationId, addressOf(activity));
    const talk = await store.talks.of(conversationId);
    if (talk === null) return assistant();
    const name = TALK.name(talk.who);
    const text = messageText(activity).trim();
    const at = clock().toISOString();
    const end = (because: string) => this.keep(context, { kind: 'end-talk', conversationId, at, because });
    const told = noticeActivity(TALK['given-back'](name), 'ended', channelId);
    if (commandIn(text) === 'erase') {
      // Before the request goes, with which all that is known of the talk goes, too.
      await end('the asker has had the conversation erased');
      await assistant();
      await context.sendActivity(told);
      return;
    }
    if (BACK.test(text)) {
      await end('the asker went back to the assistant');
      await context.sendActivity(told);
    } else if (text === '') await context.sendActivity(noticeActivity(TALK.textOnly(name), 'goes-on', channelId));
    else await this.keep(context, { kind: 'talk-heard', conversationId, at });
    await heard();
  }

  /** The bot is no longer where the conversation was. */
  async ended(context: TurnContext): Promise<void> {
    const conversationId = conversationKey(context.activity);
    const at = this.parts.clock().toISOString();
    await this.keep(context, { kind: 'end-talk', conversationId, at, because: 'the app was removed from the chat' });
  }

  private keep(context: TurnContext, effect: Effect): Promise<void> {
    return keepEffect(context, this.parts.store.effects, effect);
  }
}
