import type { ConversationState, TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import { GuidedDialogs } from '../../dialogs/guided-dialogs.js';
import type { Assistant } from '../assistant/assistant.js';
import type { Day } from '../domain/day.js';
import { toContract } from '../rendering/contract.js';
import { offerOf } from '../rendering/offer.js';
import type { Frame } from '../rendering/reply-blocks.js';
import type { Effects } from '../store/effects.js';
import { hasCards, replyActivities } from './activities.js';
import { channelKind } from './channel-kind.js';
import type { QuoteOf } from './citation-entity.js';
import type { Conversation } from './conversation.js';
import { conversationKey } from './conversation-key.js';
import { erase } from './erasing.js';
import type { FeedbackKeeper } from './feedback-keeper.js';
import type { HandOffs } from './hand-offs.js';
import { LastMessage } from './last-message.js';
import { messageText } from './message-text.js';
import { CARDS, OfferedCards } from './offered-cards.js';
import type { Pictures } from './pictures.js';
import type { Reminders } from './reminders.js';
import type { Talks } from './talks.js';
import { keepEffect } from './turn-effects.js';
import { type After, withTyping } from './typing.js';

export interface GuidedConversationParts {
  /** Where dialog stack and session lie between two turns. */
  readonly state: ConversationState;
  /** The assistant at this moment. */
  readonly assistant: () => Assistant;
  readonly frame: Frame;
  /** Null: requests for a person are kept nowhere. */
  readonly handOffs: HandOffs | null;
  /** Null: nothing is stored, so there is nothing to erase. */
  readonly effects: Effects | null;
  /** Null: replies go out without pictures. */
  readonly pictures: Pictures | null;
  /** What a cited sentence says, for channels that show it beside the answer; absent: they show what rests on it. */
  readonly quoteOf?: QuoteOf;
  readonly feedback: FeedbackKeeper;
  /** Absent: none are kept. */
  readonly reminders?: Reminders;
  /** Absent: nobody takes a chat over. */
  readonly talks?: Talks;
  /** Absent: nobody is shown that an answer takes long. */
  readonly after?: After;
  /** Today's date in the configured time zone. */
  readonly today: () => Day;
  /** Milliseconds, from any fixed point. */
  readonly now: () => number;
}

/** The guided dialogs over the bot's state. A turn that throws leaves the state as it was. */
export function guidedConversation({
  state,
  assistant,
  frame,
  handOffs,
  effects,
  pictures,
  quoteOf,
  feedback,
  reminders,
  talks,
  after,
  today,
  now,
}: GuidedConversationParts): Conversation {
  const last = new LastMessage(state, ['session', 'dialogs', CARDS]);
  const cards = new OfferedCards(state);
  const dialogs = new GuidedDialogs({
    assistant,
    dialogState: state.createProperty<DialogState>('dialogs'),
    session: state.createProperty<unknown>('session'),
    messageOf: ({ activity }) => ({
      text: messageText(activity),
      ...(activity.locale ? { locale: activity.locale } : {}),
    }),
    today,
    send: async (context, reply, millis) => {
      const { activity } = context;
      // Before it is said to be kept. A turn that is run again keeps the same again.
      if (reply.kind === 'smalltalk' && reply.which === 'complaint')
        await feedback.complain(activity, messageText(activity));
      const requested = (await handOffs?.request(context, reply)) ?? null;
      await reminders?.heard(activity);
      const ordered = (await reminders?.ordered(context, reply)) ?? null;
      const around = {
        ...frame,
        ...(requested ? { handOff: requested.note } : {}),
        ...(ordered ? { reminder: ordered.note } : {}),
      };
      const plain = toContract(reply, millis, around);
      const reminding = (await reminders?.offer(activity, reply, plain)) ?? null;
      const clicks = [...plain.suggestions, ...(ordered?.clicks ?? []), ...(reminding === null ? [] : [reminding])];
      const offered = hasCards(activity.channelId) ? offerOf(reply, around) : null;
      // The message that it answers names it: no two cards of a conversation have the same.
      const offer = offered && activity.id ? { ...offered, id: activity.id } : null;
      const extras = { offer, ...(quoteOf ? { quoteOf } : {}) };
      const said = await replyActivities({ ...plain, suggestions: clicks }, activity.channelId, pictures, extras);
      const erased = effects && (await erase(context, reply, effects));
      if (hasCards(activity.channelId)) await cards.goOn(context, offer);
      if (reply.kind === 'cancel' && reply.what === 'erased') {
        await cards.forget(context);
        await last.forget(context);
      }
      await context.sendActivities([erased, ...said, requested?.event].filter((a) => !!a));
    },
    now,
  });
  const answer = async (context: TurnContext) => {
    const { activity } = context;
    if (channelKind(activity.channelId) === 'teams') await last.note(context, messageText(activity));
    await (after ? withTyping(context, after, () => dialogs.run(context)) : dialogs.run(context));
    await state.saveChanges(context);
  };
  /** What was said before a person came is not answered anew after they have gone. */
  const settle = async (context: TurnContext) => {
    await last.forget(context);
    await state.saveChanges(context);
  };
  const run = (context: TurnContext) =>
    talks?.turn(
      context,
      () => answer(context),
      () => settle(context),
    ) ?? answer(context);
  return {
    run,
    edited: async (context) => {
      // Whoever talks reads what the message says now.
      if (await talks?.isTakenOver(context)) return;
      const { channelData } = context.activity;
      const before = await last.textOf(context);
      // What was changed in an older message, or in its looks alone, needs no answer in the midst of another matter.
      const isRestored = channelData?.eventType === 'undeleteMessage';
      if (isRestored || before === null || before === messageText(context.activity)) return;
      await last.takeBack(context);
      await run(context);
    },
    deleted: async (context) => {
      const { activity } = context;
      if (effects && activity.id !== undefined) {
        const conversationId = conversationKey(activity);
        await keepEffect(context, effects, { kind: 'erase-message', conversationId, activityId: activity.id });
      }
      if ((await last.textOf(context)) === null) return;
      await last.takeBack(context);
      await state.saveChanges(context);
    },
    ended: async (context) => {
      const conversationId = conversationKey(context.activity);
      if (effects) await keepEffect(context, effects, { kind: 'cancel-reminders', conversationId, ids: 'all' });
      await talks?.ended(context);
      await state.delete(context);
    },
  };
}
