import { type Activity, TestAdapter, type TurnContext } from 'botbuilder';
import { SnsBot } from '../../src/bot/bot.js';
import type { FeedbackKeeper } from '../../src/bot/feedback-keeper.js';
import { reply } from '../channels/running-server.js';

const nobodyComplains = () => Promise.reject(new Error('no message of these tests complains'));
const keeper: FeedbackKeeper = { judge: async () => {}, complain: nobodyComplains };
const bot = new SnsBot(
  { run: async (context: TurnContext) => void (await context.sendActivity(`heard: ${context.activity.text}`)) },
  (locale) => reply(`welcome ${locale}`),
  keeper,
);
const adapter = () => new TestAdapter((context) => bot.run(context));

test('a message goes to the conversation', async () => {
  await adapter().send('hello').assertReply('heard: hello').startTest();
});

test('people who join are greeted in one message, the bot itself is not', async () => {
  const joined = (...ids: string[]): Partial<Activity> => ({
    type: 'conversationUpdate',
    locale: 'en-GB',
    membersAdded: ids.map((id) => ({ id, name: '' })),
    recipient: { id: 'bot', name: '' },
  });
  await adapter()
    .send(joined('bot'))
    .send(joined('bot', 'ann', 'ben'))
    .assertReply((activity) => expect(activity.text).toBe('welcome en-GB'))
    .send('next')
    .assertReply('heard: next')
    .startTest();
});

test.each([
  ['message/submitAction', 200],
  ['adaptiveCard/action', 501],
  ['composeExtension/query', 501],
  [undefined, 501],
])('the invoke %s gets %i', async (name, status) => {
  const answers: unknown[] = [];
  const testAdapter = new TestAdapter(async (context) => {
    context.onSendActivities(async (_context, activities, next) => {
      answers.push(...activities.map(({ type, value }) => [type, value.status]));
      return next();
    });
    await bot.run(context);
  });
  await testAdapter.receiveActivity({ type: 'invoke', ...(name === undefined ? {} : { name }) });
  expect(answers).toEqual([['invokeResponse', status]]);
});
