import { type Activity, TestAdapter, TranscriptLoggerMiddleware } from 'botbuilder';
import { StoreTranscript } from '../../src/bot/transcript.js';
import type { Store } from '../../src/store/open-store.js';
import { opened } from '../store/open.js';
import { BRIEF, keepingBot } from './keeping-bot.js';

let store: Store;
beforeEach(async () => {
  store = await opened(':memory:');
});
afterEach(async () => {
  // What was said is written down once the turn is over, and nobody waits for it.
  await new Promise(setImmediate);
  await store.close();
});

/** The bot on a channel, whose activities are written down as Teams' are. */
function on(channelId: string): TestAdapter {
  const bot = keepingBot(store);
  const adapter = new TestAdapter((context) => bot.run(context), { channelId });
  adapter.use(new TranscriptLoggerMiddleware(new StoreTranscript(store.activities, () => 'id')));
  return adapter;
}
/** All that is sent to these messages. */
async function said(adapter: TestAdapter, ...texts: string[]): Promise<Partial<Activity>[]> {
  for (const text of texts) await adapter.receiveActivity(text);
  return adapter.activeQueue;
}
const waiting = () => store.handOffs.list('waiting');

test('who asks for a person learns the reference under which it is noted, whom to ask at once, and that it goes on', async () => {
  const [told] = await said(on('test'), 'person');
  const [handOff] = await waiting();
  expect(handOff?.reference).toMatch(/^[0-9A-Z]{6}$/);
  for (const piece of [handOff?.reference, 'the desk', 'go on asking']) expect(told?.text).toContain(piece);
});

test('what is noted has the facts, what was tried, what was said up to the request, and who asked where', async () => {
  const adapter = on('msteams');
  await said(adapter, 'hello', 'person', 'and more');
  const [handOff] = await waiting();
  expect(handOff).toMatchObject({
    ...BRIEF,
    state: 'waiting',
    channel: 'msteams',
    conversationId: `msteams/${adapter.conversation.conversation.id}`,
    userId: adapter.conversation.user?.id,
    openedAt: '2026-11-22T09:15:00.000Z',
    knowledgeVersion: 'k1',
  });
  expect(handOff?.transcript.map(({ sender, text }) => [sender, text])).toEqual([
    ['user', 'hello'],
    ['bot', 'heard hello'],
    ['user', 'person'],
  ]);
});

test('who asks again is told of the request that is noted, and no second one is', async () => {
  const texts = (await said(on('test'), 'person', 'person', 'hello', 'person')).map(({ text }) => text);
  const [handOff, another] = await waiting();
  expect(another).toBeUndefined();
  const again = `Your request from 22 November 2026, at 09:15 UTC is already noted (reference ${handOff?.reference}). If you cannot wait: the desk.`;
  expect(texts.slice(1)).toEqual([again, 'heard hello', again]);
});

test('a person asked for among other things is noted as well', async () => {
  await said(on('test'), 'both');
  expect(await waiting()).toHaveLength(1);
});

test('conversations have a request each', async () => {
  await said(on('test'), 'person');
  await said(on('msteams'), 'person');
  expect((await waiting()).map(({ channel }) => channel).sort()).toEqual(['msteams', 'test']);
});

test('our page gets the event of the Bot Framework, once, with brief and transcript', async () => {
  const sent = await said(on('directline'), 'person', 'person');
  const events = sent.filter(({ type }) => type === 'event');
  expect(events).toHaveLength(1);
  const [handOff] = await waiting();
  expect(events[0]).toMatchObject({ name: 'handoff.initiate', value: { ...BRIEF, reference: handOff?.reference } });
  const [transcript] = events[0]?.attachments ?? [];
  expect(transcript).toMatchObject({ name: 'Transcript', contentType: 'application/json' });
  expect(transcript?.content.activities).toMatchObject([{ type: 'message', text: 'person', from: { role: 'user' } }]);
});

test.each([['msteams'], ['emulator']])('%s gets no event, which it would not take', async (channelId) => {
  expect((await said(on(channelId), 'person')).map(({ type }) => type)).toEqual(['message']);
});

test.each([['msteams'], ['emulator']])('%s keeps nothing of what was said before all is erased', async (channelId) => {
  const adapter = on(channelId);
  await said(adapter, 'hello', 'person', 'erase');
  expect(await waiting()).toEqual([]);
  await new Promise(setImmediate);
  const id = `${channelId}/${adapter.conversation.conversation.id}`;
  const lines = (await store.activities.transcript(id)).map(({ text }) => text);
  expect(lines).toEqual(['erase', expect.stringContaining('is erased')]);
});
