import { type Activity, TestAdapter, type TurnContext } from 'botbuilder';
import { SnsBot } from '../../src/bot/bot.js';
import { StateOfPerson } from '../../src/bot/group.js';
import { Introductions } from '../../src/bot/introductions.js';
import { BotStorage } from '../../src/bot/storage.js';
import type { Store } from '../../src/store/open-store.js';
import { reply } from '../channels/running-server.js';
import { opened } from '../store/open.js';

const NO_FEEDBACK = { judge: async () => {}, complain: async () => {} };

let store: Store;
beforeEach(async () => {
  store = await opened(':memory:');
});
afterEach(() => store.close());

/** A bot as after a start: whom it has greeted it knows from the store alone. */
function fresh(): TestAdapter {
  const echo = {
    run: async (context: TurnContext) => void (await context.sendActivity(`re: ${context.activity.text}`)),
  };
  const introductions = new Introductions(new StateOfPerson(new BotStorage(store.sessions)), ({ channelId, from }) =>
    store.conversations.anyOf(channelId, from.id),
  );
  const bot = new SnsBot(echo, () => ({ ...reply('welcome'), suggestions: ['a click'] }), NO_FEEDBACK, introductions);
  return new TestAdapter((context) => bot.run(context), { channelId: 'msteams' });
}
const bot = { id: 'bot', name: '' };
const joins: Partial<Activity> = {
  type: 'conversationUpdate',
  recipient: bot,
  membersAdded: [bot, { id: 'ann', name: '' }],
};
const installs = (conversationType: string): Partial<Activity> => ({
  type: 'installationUpdate',
  action: 'add',
  conversation: { id: 'c', name: '', isGroup: false, conversationType },
});

/** What is said to these, with the number of clicks. */
async function said(adapter: TestAdapter, ...activities: (Partial<Activity> | string)[]) {
  for (const activity of activities) await adapter.receiveActivity(activity);
  return adapter.activeQueue.map(({ text, suggestedActions }) => `${text} ${suggestedActions?.actions.length ?? 0}`);
}

test('who joins is greeted, and nobody a second time', async () => {
  expect(await said(fresh(), joins, 'one', joins, 'two')).toEqual(['welcome 1', 're: one 0', 're: two 0']);
});

test('whoever was not greeted is told with the first answer, and never again, even after a restart', async () => {
  expect(await said(fresh(), 'one', 'two')).toEqual(['welcome 0', 're: one 0', 're: two 0']);
  expect(await said(fresh(), 'three', joins)).toEqual(['re: three 0']);
});

test('a personal install greets, once with the joining that comes beside it', async () => {
  const conversation = { id: 'c', name: '', isGroup: false, conversationType: 'personal' };
  expect(await said(fresh(), installs('personal'), { ...joins, conversation })).toEqual(['welcome 1']);
});

test('an install in a team greets nobody', async () => {
  expect(await said(fresh(), installs('channel'))).toEqual([]);
});

test('who joins a team is not greeted before all the others', async () => {
  const conversation = { id: '19:t@thread.tacv2', name: '', isGroup: true, conversationType: 'channel' };
  expect(await said(fresh(), { ...joins, conversation })).toEqual([]);
});

test('who asks in a second thread of a channel has been told in the first', async () => {
  const inThread = (thread: string): Partial<Activity> => ({
    type: 'message',
    text: thread,
    from: { id: 'ann', name: '' },
    conversation: { id: `19:t@thread.tacv2;messageid=${thread}`, name: '', isGroup: true, conversationType: 'channel' },
  });
  expect(await said(fresh(), inThread('1'))).toEqual(['welcome 0', 're: 1 0']);
  await store.conversations.create({ id: 'as the transcript does', channel: 'msteams', userId: 'ann' });
  expect(await said(fresh(), inThread('2'))).toEqual(['re: 2 0']);
});
