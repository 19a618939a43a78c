import { ActivityHandler, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { ContractReply } from '../domain/contract.js';
import { replyActivities } from './activities.js';
import type { Conversation } from './conversation.js';
import type { Introductions } from './introductions.js';

/** What a client may invoke; anything else gets 501. Feedback buttons send `message/submitAction`. */
const TAKEN_INVOKES: ReadonlySet<string> = new Set(['message/submitAction']);

/** One bot for all channels: messages go to the conversation, people who join are greeted. */
export class SnsBot extends ActivityHandler {
  /**
   * `welcome` words the greeting for somebody who has said nothing yet. `introductions`: whose conversations have had it; null: it
   * is said whenever people join, and never else.
   */
  constructor(
    conversation: Conversation,
    welcome: (locale: string | undefined) => ContractReply,
    introductions: Introductions | null = null,
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
      await introductions?.once(context, () => introduce(context));
      await conversation.run(context);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      const { membersAdded, recipient } = context.activity;
      const people = (membersAdded ?? []).filter((member) => member.id !== recipient?.id);
      if (people.length > 0) await (introductions?.once(context, () => greet(context)) ?? greet(context));
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      const isPersonal = context.activity.conversation?.conversationType === 'personal';
      if (isPersonal) await introductions?.once(context, () => greet(context));
      await next();
    });
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const name = context.activity.name ?? '';
    if (TAKEN_INVOKES.has(name)) return { status: 200 };
    return {
      status: 501,
      body: {
        code: 'unknown-invoke',
        message: `'${name.slice(0, 100)}' is not something this bot does: send a message instead.`,
      },
    };
  }
}
