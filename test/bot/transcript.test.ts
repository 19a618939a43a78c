import { TestAdapter, TranscriptLoggerMiddleware } from 'botbuilder';
import { message } from '../../src/bot/message-activity.js';
import { StoreTranscript } from '../../src/bot/transcript.js';
import { opened } from '../store/open.js';

test('what was said is kept in order, with who said it', async () => {
  const store = await opened(':memory:');
  const adapter = new TestAdapter(async (context) => {
    await context.sendActivities([{ type: 'typing' }, { type: 'message', text: `yes, ${context.activity.text}` }]);
  });
  adapter.use(new TranscriptLoggerMiddleware(new StoreTranscript(store.activities, () => 'id')));
  await adapter
    .send('one')
    .assertReply(() => {})
    .assertReply('yes, one')
    .startTest();
  const { channelId, conversation } = adapter.conversation;
  const lines = await store.activities.transcript(`${channelId}/${conversation.id}`);
  expect(lines.map(({ sender, text }) => [sender, text])).toEqual([
    ['user', 'one'],
    ['bot', 'yes, one'],
  ]);
  await store.close();
});

test('of what goes out as Markdown the text is kept as it is read', async () => {
  const store = await opened(':memory:');
  const adapter = new TestAdapter(async (context) => {
    await context.sendActivity(message('two *stars*\n- and a line', 'teams'));
  });
  adapter.use(new TranscriptLoggerMiddleware(new StoreTranscript(store.activities, () => 'id')));
  await adapter.send('one').assertReply('two \\*stars\\*  \n\\- and a line').startTest();
  const { channelId, conversation } = adapter.conversation;
  const lines = await store.activities.transcript(`${channelId}/${conversation.id}`);
  expect(lines.at(-1)?.text).toBe('two *stars*\n- and a line');
  await store.close();
});
