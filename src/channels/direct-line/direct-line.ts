import type { TurnContext } from 'botbuilder';
import { WEB_CHANNEL } from '../../bot/channel-kind.js';
import { OWN_PAGE } from '../../bot/conversation-key.js';
import { judgedExchange } from '../../bot/judged-exchange.js';
import type { BotStorage } from '../../bot/storage.js';
import type { Store } from '../../store/open-store.js';
import type { Clock } from '../../store/schema.js';
import { HttpProblem } from '../http-problem.js';
import type { KeyedQueue } from '../keyed-queue.js';
import type { Report } from '../settings.js';
import { DirectLineAdapter, type OutgoingActivity } from './adapter.js';
import { type IncomingActivity, judges } from './incoming-activity.js';
import { Streams } from './streams.js';
import type { Pass, Tokens } from './tokens.js';
import { TurnRunner } from './turn-runner.js';

export const BOT = { id: 'sns-assistant', name: 'Secure NMC assistant' } as const;

export interface DirectLineParts {
  readonly store: Store;
  readonly storage: BotStorage;
  readonly bot: { run(context: TurnContext): Promise<void> };
  readonly tokens: Tokens;
  readonly queue: KeyedQueue;
  readonly apology: string;
  readonly newId: () => string;
  readonly clock: Clock;
  readonly report: Report;
}

/** Conversations of the web page: who may take part, what is accepted, and who gets to see it. Knows nothing of HTTP. */
export class DirectLine {
  readonly tokens: Tokens;
  readonly streams: Streams;
  /** For turns that the bot begins: `adapter.continueConversation`. */
  readonly adapter: DirectLineAdapter;
  private readonly runner: TurnRunner;

  constructor(private readonly parts: DirectLineParts) {
    const { store, storage, queue, report, newId, clock, apology } = parts;
    this.tokens = parts.tokens;
    this.streams = new Streams(store.activities, report);
    this.adapter = new DirectLineAdapter({
      bot: BOT,
      newId,
      clock,
      apology,
      report,
      onTyping: (conversationId, activity) => this.streams.ephemeral(conversationId, activity),
      onOwnTurn: (conversationId, run) => this.runner.own(conversationId, run),
    });
    this.runner = new TurnRunner({
      store,
      storage,
      queue,
      adapter: this.adapter,
      logic: (context) => parts.bot.run(context),
      report,
      onPublished: (conversationId) => this.streams.published(conversationId),
    });
  }

  /**
   * A pass for a conversation that is still to be started. `user`: what the page calls its visitor, `dl_…`; null: a new id. The pass
   * opens this one conversation, so whoever gives another's id gets to see nothing of his.
   */
  newPass(user: string | null = null): Pass {
    return { conversationId: this.parts.newId(), user: user ?? `dl_${this.parts.newId()}` };
  }

  /** Starts the conversation of the pass and has the user greeted; false where it is started already. */
  async start(pass: Pass, locale: string | undefined): Promise<boolean> {
    const { store } = this.parts;
    const started = await store.conversations.create({
      id: pass.conversationId,
      channel: WEB_CHANNEL,
      userId: pass.user,
      opening: {
        ...this.envelope(pass),
        type: 'conversationUpdate',
        membersAdded: [{ id: pass.user }],
        ...(locale === undefined ? {} : { locale }),
      },
    });
    if (started) this.runner.wake(pass.conversationId);
    return started;
  }

  /** 403 where the pass is for another conversation, 404 where it is for none that was started. */
  async enter(pass: Pass, conversationId: string): Promise<void> {
    if (pass.conversationId !== conversationId) {
      throw new HttpProblem(
        403,
        'foreign-token',
        'Token: it is for another conversation; use the one that came with this one.',
      );
    }
    const conversation = await this.parts.store.conversations.get(conversationId);
    if (conversation?.channel !== WEB_CHANNEL) throw unknownConversation();
  }

  /** Accepts what a user said: durable when the id comes back, answered afterwards. A resend gets the first one's id. */
  async receive(pass: Pass, said: IncomingActivity): Promise<string> {
    const activity = { ...said, ...this.envelope(pass) };
    if (said.type === 'typing') return activity.id;
    if (judges(said)) {
      await this.judge(activity);
      return activity.id;
    }
    const clientId = said.channelData?.clientActivityID ?? null;
    const received = await this.parts.store.turns.receive(pass.conversationId, activity, clientId);
    if (received.kind === 'unknown-conversation') throw unknownConversation();
    if (received.kind === 'stored') {
      this.streams.published(pass.conversationId);
      this.runner.wake(pass.conversationId);
    }
    return received.id;
  }

  /**
   * What somebody says of an answer is kept when this is done. It is nowhere in the conversation's own record, so that what is taken back
   * is gone; whoever reads the conversation at the moment sees it pass.
   */
  private async judge(activity: IncomingActivity & ReturnType<DirectLine['envelope']>): Promise<void> {
    const { id: conversationId } = activity.conversation;
    const answer = await this.parts.store.exchanges.find(conversationId, activity.replyToId ?? '');
    if (answer === null || judgedExchange(answer) === null) throw unknownAnswer();
    // As the store would give it back.
    const sent: OutgoingActivity = JSON.parse(JSON.stringify(activity));
    const { failed } = await this.parts.queue.run(conversationId, () =>
      this.adapter.process(sent, (context) => this.parts.bot.run(context)),
    );
    if (failed) throw new HttpProblem(503, 'not-kept', 'Feedback: it cannot be kept now; send it again later.');
    this.streams.ephemeral(conversationId, sent);
  }

  /** Takes up what a former process accepted and did not answer; answers in how many conversations. */
  resume(): Promise<number> {
    return this.runner.resume();
  }

  private envelope({ conversationId, user }: Pass) {
    return {
      id: this.parts.newId(),
      timestamp: this.parts.clock().toISOString(),
      channelId: WEB_CHANNEL,
      serviceUrl: OWN_PAGE,
      conversation: { id: conversationId },
      from: { id: user, role: 'user' },
      recipient: { ...BOT, role: 'bot' },
    };
  }
}

const unknownAnswer = () =>
  new HttpProblem(400, 'unknown-answer', 'replyToId: no answer of this conversation has this id; name one that has.');
const unknownConversation = () =>
  new HttpProblem(404, 'unknown-conversation', 'Conversation: there is none of this id; start a new one.');
