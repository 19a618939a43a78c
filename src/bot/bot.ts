import { ActivityHandler, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { ContractReply } from '../domain/contract.js';
import { replyActivities } from './activities.js';
import type { Conversation } from './conversation.js';
import type { FeedbackKeeper } from './feedback-keeper.js';
import { isGroup } from './group.js';
import type { Introductions } from './introductions.js';
import {
  FEEDBACK_EVENT,
  type Judgement,
  judgementOfEvent,
  judgementOfSubmit,
  judgementsOfReactions,
} from './judgement.js';
import type { MessageExtension } from './message-extension/message-extension.js';
import { CARD_ACTION } from './press.js';
import type { Presses } from './presses.js';

/** What the buttons under a message of Teams invoke; any other invoke gets 501. */
const SUBMIT = 'message/submitAction';

/** One bot for all channels: messages go to the conversation, people who join are greeted, what is said of answers is kept. */
export class SnsBot extends ActivityHandler {
  /**
   * `welcome` words the greeting for somebody who has said nothing yet. `introductions`: whose conversations have had it; null: it
   * is said whenever people join, and never else. `presses`: null where no channel gets cards with buttons. `messageExtension`: null
   * where there is none.
   */
  constructor(
    private readonly conversation: Conversation,
    welcome: (locale: string | undefined) => ContractReply,
    private readonly feedback: FeedbackKeeper,
    introductions: Introductions | null = null,
    private readonly presses: Presses | null = null,
    private readonly messageExtension: MessageExtension | null = null,
  ) {
    super();
    const greet = async (context: TurnContext) => {
      const { locale, channelId } = context.activity;
      await context.sendActivities(await replyActivities(welcome(locale), channelId, null));
    };
    /** Before the answer to somebody who was not greeted, without the suggestions: the answer has its own. */
    const introduce = async (context: TurnContext) => {
      const { locale, channelId } = context.activity;
      const said = { ...welcome(locale), suggestions: [] };
      await context.sendActivities(await replyActivities(said, channelId, null));
    };
    this.onMessage(async (context, next) => {
      const pressed = await presses?.written(context, () => conversation.run(context));
      if (pressed) return next();
      await introductions?.once(context, () => introduce(context));
      await conversation.run(context);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      const { membersAdded, recipient } = context.activity;
      const people = (membersAdded ?? []).filter((member) => member.id !== recipient?.id);
      // Who joins a team or a group chat has not asked for anything, and all the others would read it.
      if (people.length > 0 && !isGroup(context.activity))
        await (introductions?.once(context, () => greet(context)) ?? greet(context));
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      const { action, conversation: where } = context.activity;
      // A new version of the app is no news for whoever talks with it.
      if (action === 'add' && where?.conversationType === 'personal')
        await introductions?.once(context, () => greet(context));
      await next();
    });
    this.onInstallationUpdateRemove(async (context, next) => {
      if (context.activity.action === 'remove') await conversation.ended?.(context);
      await next();
    });
    this.onMembersRemoved(async (context, next) => {
      const { membersRemoved, recipient } = context.activity;
      if (membersRemoved?.some(({ id }) => id === recipient?.id)) await conversation.ended?.(context);
      await next();
    });
    this.onMessageUpdate(async (context, next) => {
      await conversation.edited?.(context);
      await next();
    });
    this.onMessageDelete(async (context, next) => {
      await conversation.deleted?.(context);
      await next();
    });
    this.onEvent(async (context, next) => {
      if (context.activity.name === FEEDBACK_EVENT) await this.keep(context, judgementOfEvent(context.activity));
      await next();
    });
    this.onMessageReaction(async (context, next) => {
      for (const judgement of judgementsOfReactions(context.activity)) await this.keep(context, judgement);
      await next();
    });
  }

  private async keep(context: TurnContext, judgement: Judgement | null): Promise<void> {
    if (judgement !== null) await this.feedback.judge(context.activity, judgement);
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const name = context.activity.name ?? '';
    if (name === SUBMIT) {
      // A client that sends another form of it can do nothing about that, so it is told no error.
      await this.keep(context, judgementOfSubmit(context.activity));
      return { status: 200 };
    }
    const extended = await this.messageExtension?.answer(name, context.activity.value);
    if (extended) return extended;
    if (name === CARD_ACTION && this.presses !== null)
      return this.presses.invoked(context, () => this.conversation.run(context));
    return {
      status: 501,
      body: {
        code: 'unknown-invoke',
        message: `'${name.slice(0, 100)}' is not something this bot does: send a message instead.`,
      },
    };
  }
}
