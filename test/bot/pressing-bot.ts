import { type Activity, TestAdapter, TranscriptLoggerMiddleware } from 'botbuilder';
import type { Assistant } from '../../src/assistant/assistant.js';
import { EMPTY_SESSION } from '../../src/assistant/session.js';
import { SnsBot } from '../../src/bot/bot.js';
import { StoredFeedback } from '../../src/bot/feedback-keeper.js';
import { StateOfPerson } from '../../src/bot/group.js';
import { guidedConversation } from '../../src/bot/guided-conversation.js';
import { OfferedCards } from '../../src/bot/offered-cards.js';
import { Presses } from '../../src/bot/presses.js';
import { BotStorage } from '../../src/bot/storage.js';
import { StoreTranscript } from '../../src/bot/transcript.js';
import { day } from '../../src/domain/day.js';
import type { Reply } from '../../src/domain/reply.js';
import type { Store } from '../../src/store/open-store.js';
import { reply as contractReply } from '../channels/running-server.js';

const COMMON = {
  confidence: 1,
  suggestions: [],
  facts: {},
  verdict: null,
  pending: null,
  parts: [],
  devices: [],
  knowledgeVersion: 'k1',
} as const;
const choices = ['NMC2', 'NMC3', 'break'].map((says) => ({ label: says, says }));

function replyTo(text: string): Reply {
  if (text === 'erase') return { ...COMMON, kind: 'cancel', what: 'erased' };
  if (text === 'break') throw new Error('as asked');
  if (text !== 'ask') return { ...COMMON, kind: 'one-phase', sentences: [{ text: `heard ${text}`, citations: [] }] };
  const pending = { fact: 'nmc', attempt: 1, choices, because: { kind: 'unknown' } } as const;
  return { ...COMMON, suggestions: choices, pending, kind: 'entitlement', notices: [], why: false };
}
const assistant: Assistant = {
  turn: async (_session, { text }) => ({ session: EMPTY_SESSION, reply: replyTo(text) }),
};

/** A card as tests read it: its lines, each in runs of text. */
export interface ReadCard {
  readonly version: string;
  readonly body: readonly { readonly inlines: readonly { readonly text: string }[] }[];
}

/** What a turn brought: messages, what was drawn anew, and the answer to an invoke. */
export interface Brought {
  readonly said: readonly Partial<Activity>[];
  readonly updated: readonly Partial<Activity>[];
  readonly answer: {
    readonly status: number;
    readonly body: { readonly statusCode: number; readonly value: ReadCard };
  };
}

/** Teams with the real bot, which asks at 'ask' for a card, NMC2 or NMC3, breaks at 'break', and repeats all else. `cannotUpdate`: the channel refuses updates. */
export function pressingBot(store: Store, cannotUpdate = false) {
  const state = new StateOfPerson(new BotStorage(store.sessions));
  const feedback = new StoredFeedback(store.exchanges, store.feedback);
  const conversation = guidedConversation({
    state,
    assistant: () => assistant,
    frame: { contact: 'the desk', retentionDays: 30 },
    handOffs: null,
    effects: store.effects,
    feedback,
    pictures: null,
    today: () => day('2026-11-22'),
    now: () => 0,
  });
  const bot = new SnsBot(
    conversation,
    () => contractReply('welcome'),
    feedback,
    null,
    new Presses(new OfferedCards(state)),
  );
  const updated: Partial<Activity>[] = [];
  const adapter = new TestAdapter(
    async (context) => {
      context.onUpdateActivity(async (_context, activity, next) => {
        if (cannotUpdate) throw new Error('not here');
        updated.push(activity);
        return next();
      });
      await bot.run(context);
    },
    { channelId: 'msteams' },
  );
  adapter.onTurnError = async () => {};
  const transcript = new StoreTranscript(store.activities, () => 'new');
  const logged: Promise<void>[] = [];
  adapter.use(
    new TranscriptLoggerMiddleware({
      logActivity: (activity) => {
        logged.push(transcript.logActivity(activity));
      },
    }),
  );
  return async (activity: Partial<Activity>): Promise<Brought> => {
    updated.length = 0;
    await adapter.receiveActivity(activity);
    await Promise.all(logged.splice(0));
    const said: Partial<Activity>[] = [];
    for (let out = adapter.getNextReply(); out; out = adapter.getNextReply()) said.push(out);
    const answers = said.filter(({ type }) => type === 'invokeResponse');
    return {
      said: said.filter(({ type }) => type !== 'invokeResponse'),
      updated: [...updated],
      answer: answers[0]?.value,
    };
  };
}
