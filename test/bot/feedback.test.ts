import { type Activity, ConversationState, TestAdapter, TranscriptLoggerMiddleware } from 'botbuilder';
import type { Assistant } from '../../src/assistant/assistant.js';
import { EMPTY_SESSION } from '../../src/assistant/session.js';
import { replyActivities } from '../../src/bot/activities.js';
import { SnsBot } from '../../src/bot/bot.js';
import { StoredFeedback } from '../../src/bot/feedback-keeper.js';
import { guidedConversation } from '../../src/bot/guided-conversation.js';
import { BotStorage } from '../../src/bot/storage.js';
import { StoreTranscript } from '../../src/bot/transcript.js';
import { day } from '../../src/domain/day.js';
import type { Reply } from '../../src/domain/reply.js';
import { decide } from '../../src/entitlement/decide.js';
import type { Store } from '../../src/store/open-store.js';
import { reply as contractReply } from '../channels/running-server.js';
import { opened } from '../store/open.js';
import { projectKnowledge } from '../support/knowledge.js';
import { factsOf } from '../support/timelines.js';

let store: Store;
beforeEach(async () => {
  store = await opened(':memory:');
});
afterEach(() => store.close());

const { rules } = projectKnowledge();
const facts = factsOf({ family: 'Galaxy VS', nmc: 'NMC2' });
const common = {
  confidence: 0.9,
  suggestions: [],
  facts,
  verdict: decide(facts, day('2026-11-22'), rules),
  pending: null,
  parts: [],
  devices: [],
  knowledgeVersion: 'k7',
};
const verdict: Reply = { ...common, kind: 'entitlement', notices: [], why: false };
const complaint: Reply = { ...common, verdict: null, kind: 'smalltalk', which: 'complaint' };
const thanks: Reply = { ...common, verdict: null, kind: 'smalltalk', which: 'thanks' };
/** Gives a verdict to everything but complaints and thanks. */
const assistant: Assistant = {
  turn: async (_session, { text }) => ({
    session: EMPTY_SESSION,
    reply: text === 'wrong' ? complaint : text === 'thanks' ? thanks : verdict,
  }),
};

/** Teams, with what the bot sent there. */
function teams() {
  const feedback = new StoredFeedback(store.exchanges, store.feedback);
  const conversation = guidedConversation({
    state: new ConversationState(new BotStorage(store.sessions)),
    handOffs: null,
    effects: null,
    assistant: () => assistant,
    frame: { contact: 'the desk', keepsFeedback: true },
    pictures: null,
    feedback,
    today: () => day('2026-11-22'),
    now: () => 0,
  });
  const bot = new SnsBot(conversation, () => contractReply('welcome'), feedback);
  const adapter = new TestAdapter((context) => bot.run(context), { channelId: 'msteams' });
  adapter.use(new TranscriptLoggerMiddleware(new StoreTranscript(store.activities, () => 'new')));
  /** Answers the first message that comes back: a card may follow it. */
  const send = async (activity: Partial<Activity>) => {
    await adapter.receiveActivity(activity);
    const sent: Partial<Activity>[] = [];
    for (let out = adapter.getNextReply(); out; out = adapter.getNextReply()) sent.push(out);
    return sent[0];
  };
  return { send, say: (text: string) => send({ type: 'message', text }) };
}
const submit = (replyToId: string | undefined, reaction: string, feedback: unknown): Partial<Activity> => ({
  type: 'invoke',
  name: 'message/submitAction',
  ...(replyToId === undefined ? {} : { replyToId }),
  value: { actionName: 'feedback', actionValue: { reaction, feedback } },
});
const kept = async () => (await store.feedback.list()).items;

describe('feedback in Teams', () => {
  test('is kept with the question, the answer and how it came about', async () => {
    const { send, say } = teams();
    const answer = await say('is my Galaxy VS with NMC2 covered?');
    expect(answer?.channelData).toEqual({ feedbackLoop: { type: 'default' } });
    await send(submit(answer?.id, 'dislike', '{"feedbackText":"It is an NMC3."}'));
    const [only, ...more] = await kept();
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      activityId: answer?.id,
      userId: 'user1',
      channel: 'msteams',
      reaction: 'down',
      comment: 'It is an NMC3.',
      knowledgeVersion: 'k7',
      exchange: {
        said: 'is my Galaxy VS with NMC2 covered?',
        answered: expect.stringMatching(/^Not covered: the Galaxy VS \(NMC2\)/),
        reply: {
          kind: 'entitlement',
          devices: [{ facts: { nmc: 'NMC2' }, verdict: { outcome: 'not-eligible-nmc2', trace: common.verdict.trace } }],
        },
      },
    });
  });

  test('is one word: the last, until a reaction that gave it is taken away', async () => {
    const { send, say } = teams();
    const { id = '' } = (await say('is it covered?')) ?? {};
    await send(submit(id, 'dislike', 'no'));
    await send({ type: 'messageReaction', replyToId: id, reactionsAdded: [{ type: 'like' }] } as Partial<Activity>);
    expect(await kept()).toMatchObject([{ reaction: 'up', comment: null }]);
    await send({ type: 'messageReaction', replyToId: id, reactionsRemoved: [{ type: 'like' }] } as Partial<Activity>);
    expect(await kept()).toEqual([]);
  });

  test('on an answer that is not known any more, or not named, is kept with what is known', async () => {
    const { send } = teams();
    await send(submit('long ago', 'like', '{'));
    await send({ ...submit(undefined, 'dislike', 'nice'), id: 'i1' });
    const known = (await kept()).map(({ reaction, comment, exchange }) => [reaction, comment, exchange.reply]);
    expect(known).toHaveLength(2);
    expect(known).toEqual(
      expect.arrayContaining([
        ['up', '{', null],
        ['down', 'nice', null],
      ]),
    );
  });

  test('on small talk is no feedback, and Teams draws no thumbs under it', async () => {
    const { send, say } = teams();
    const bye = await say('thanks');
    expect(bye).not.toHaveProperty('channelData.feedbackLoop');
    await send(submit(bye?.id, 'like', ''));
    expect(await kept()).toEqual([]);
  });
});

test('a typed complaint is kept as a word against the answer before it, not against small talk or itself', async () => {
  const { say } = teams();
  const answer = await say('is it covered?');
  await say('thanks');
  const first = await say('wrong');
  expect(first?.text).toMatch(/^I am sorry .* kept with it/);
  await say('wrong');
  expect(await kept()).toMatchObject([
    { activityId: answer?.id, reaction: 'down', comment: 'wrong', exchange: { said: 'is it covered?' } },
  ]);
});

test('nothing of the reply goes to Teams but its text, though the transcript has it', async () => {
  const [drawn] = await replyActivities({ ...contractReply('secret'), kind: 'faq', ids: ['renew'] }, 'msteams', null);
  expect(JSON.stringify(drawn)).not.toMatch(/renew|confidence/);
});
