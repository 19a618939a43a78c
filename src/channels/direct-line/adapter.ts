import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { heldEffects } from '../../bot/turn-effects.js';
import type { Effect } from '../../store/effects.js';
import type { Clock } from '../../store/schema.js';
import type { Report } from '../settings.js';

type Logic = (context: TurnContext) => Promise<void>;

/** An activity as it is stored and streamed. */
export type OutgoingActivity = Partial<Activity> & { readonly id: string };

export interface TurnOutcome {
  /** In the order in which they were sent. */
  readonly said: readonly OutgoingActivity[];
  /** The bot's logic threw: what it wanted to remember must not be stored. */
  readonly failed: boolean;
  /** What the turn does to the store beside. */
  readonly effects: readonly Effect[];
}

interface Outbox {
  said: OutgoingActivity[];
  readonly effects: readonly Effect[];
  failed: boolean;
}
const OUTBOX = Symbol('outbox');

export interface AdapterParts {
  readonly bot: { readonly id: string; readonly name: string };
  readonly newId: () => string;
  readonly clock: Clock;
  /** What the user reads where a turn breaks down. */
  readonly apology: string;
  readonly report: Report;
  /** Shown at once and kept nowhere: the bot is typing. */
  readonly onTyping: (conversationId: string, activity: OutgoingActivity) => void;
  /** Runs a turn that the bot begins, in the conversation's order, and publishes its outcome. */
  readonly onOwnTurn: (conversationId: string, run: () => Promise<TurnOutcome>) => Promise<void>;
}

/**
 * The bot's side of our Direct Line. It sends nothing itself: what a turn says is gathered and handed back, so that
 * it can be stored with the turn's state before anybody sees it.
 */
export class DirectLineAdapter extends BotAdapter {
  constructor(private readonly parts: AdapterParts) {
    super();
    this.onTurnError = async (context, error) => {
      parts.report('turn on the web page', error);
      const outbox = outboxOf(context);
      outbox.failed = true;
      // Half an answer, resting on state that is thrown away, would mislead.
      outbox.said = [];
      await context.sendActivity({ type: ActivityTypes.Message, text: parts.apology, textFormat: 'plain' });
    };
  }

  /** Runs one turn. Never rejects because of the bot's logic: the outcome then holds the apology. */
  async process(activity: Partial<Activity>, logic: Logic): Promise<TurnOutcome> {
    const context = new TurnContext(this, activity);
    const outbox: Outbox = { said: [], failed: false, effects: heldEffects(context) };
    context.turnState.set(OUTBOX, outbox);
    await this.runMiddleware(context, logic);
    return outbox;
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return activities.map((activity) => {
      const sent = this.stamped(activity, this.parts.newId());
      switch (activity.type) {
        // Pauses, traces and answers to invokes have no reader here.
        case 'delay':
        case ActivityTypes.Trace:
        case ActivityTypes.InvokeResponse:
          return { id: '' };
        case ActivityTypes.Typing:
          this.parts.onTyping(sent.conversation?.id ?? '', sent);
          return { id: sent.id };
        default:
          outboxOf(context).said.push(sent);
          return { id: sent.id };
      }
    });
  }

  /** Clients put an activity with a known id in the place of the former one. */
  override async updateActivity(context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    const reference = TurnContext.getConversationReference(context.activity);
    const id = activity.id ?? this.parts.newId();
    outboxOf(context).said.push(this.stamped(TurnContext.applyConversationReference({ ...activity }, reference), id));
    return { id };
  }

  override async deleteActivity(context: TurnContext, reference: Partial<ConversationReference>): Promise<void> {
    const gone = TurnContext.applyConversationReference({ type: ActivityTypes.MessageDelete }, reference);
    outboxOf(context).said.push(this.stamped(gone, reference.activityId ?? ''));
  }

  /** A turn that the bot begins. Not to be awaited from within a turn of the same conversation: it waits its turn. */
  override async continueConversation(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    const begun = TurnContext.applyConversationReference(
      { type: ActivityTypes.Event, name: 'continueConversation' },
      reference,
      true,
    );
    await this.parts.onOwnTurn(reference.conversation?.id ?? '', () => this.process(begun, logic));
  }

  override async continueConversationAsync(
    _app: unknown,
    reference: Partial<ConversationReference>,
    audienceOrLogic: string | Logic,
    logic?: Logic,
  ): Promise<void> {
    const run = typeof audienceOrLogic === 'string' ? logic : audienceOrLogic;
    if (run !== undefined) await this.continueConversation(reference, run);
  }

  private stamped(activity: Partial<Activity>, id: string): OutgoingActivity {
    return { ...activity, id, timestamp: this.parts.clock(), from: { ...this.parts.bot, role: 'bot' } };
  }
}

function outboxOf(context: TurnContext): Outbox {
  const outbox = context.turnState.get(OUTBOX) as Outbox | undefined;
  if (outbox === undefined) throw new Error('This turn was not begun by DirectLineAdapter.process.');
  return outbox;
}
