import { ConversationState, TestAdapter } from 'botbuilder';
import type { Assistant } from '../../src/assistant/assistant.js';
import { EMPTY_SESSION } from '../../src/assistant/session.js';
import { StoredFeedback } from '../../src/bot/feedback-keeper.js';
import { guidedConversation } from '../../src/bot/guided-conversation.js';
import { BotStorage } from '../../src/bot/storage.js';
import { day } from '../../src/domain/day.js';
import type { Reply } from '../../src/domain/reply.js';
import type { Store } from '../../src/store/open-store.js';
import { opened } from '../store/open.js';

let store: Store;
beforeEach(async () => {
  store = await opened(':memory:');
});
afterEach(() => store.close());

/** Says how many turns it remembers, in place of an answer; breaks at 'break'. */
const counting: Assistant = {
  turn: async (session, { text, locale }, today) => {
    if (text === 'break') throw new Error('as asked');
    const offered = [...session.offered, text] as unknown as typeof session.offered;
    const said = `${offered.length} ${text} ${locale} ${today}`;
    return { session: { ...EMPTY_SESSION, offered }, reply: replySaying(said) };
  },
};
const replySaying = (said: string): Reply => ({
  kind: 'one-phase',
  sentences: [{ text: said, citations: [] }],
  confidence: 1,
  suggestions: [],
  facts: {},
  verdict: null,
  pending: null,
  parts: [],
  devices: [],
  knowledgeVersion: 'k',
});

/** A bot as after a start: all that it knows is in the store. */
function fresh() {
  const conversation = guidedConversation({
    state: new ConversationState(new BotStorage(store.sessions)),
    assistant: () => counting,
    frame: { contact: 'somebody' },
    handOffs: null,
    effects: null,
    pictures: null,
    feedback: new StoredFeedback(store.exchanges, store.feedback),
    today: () => day('2026-11-22'),
    now: () => 0,
  });
  const adapter = new TestAdapter((context) => conversation.run(context), { channelId: 'test', locale: 'en-GB' });
  adapter.onTurnError = async (context) => void (await context.sendActivity('sorry'));
  return adapter;
}
const begins = (start: string) => (activity: { text?: string }) =>
  expect(activity.text).toMatch(new RegExp(`^${start}`));

test('each turn gets the plain text, the locale, the day and what the turns before it left', async () => {
  await fresh()
    .send({ type: 'message', text: '<b>one</b>', textFormat: 'xml' })
    .assertReply(begins('1 one en-GB 2026-11-22'))
    .send('two')
    .assertReply(begins('2 two'))
    .startTest();
});

test('a new start goes on where the old one was', async () => {
  await fresh().send('one').assertReply(begins('1 one')).startTest();
  await fresh().send('two').assertReply(begins('2 two')).startTest();
});

test('a turn that breaks changes nothing', async () => {
  await fresh()
    .send('one')
    .assertReply(begins('1'))
    .send('break')
    .assertReply('sorry')
    .send('two')
    .assertReply(begins('2'))
    .startTest();
});
