import { once } from 'node:events';
import { ActivityHandler } from 'botbuilder';
import { WebSocket } from 'ws';
import { SnsBot } from '../../../src/bot/bot.js';
import { StoredFeedback } from '../../../src/bot/feedback-keeper.js';
import type { Store } from '../../../src/store/open-store.js';
import { post, reply, type Started, start } from '../running-server.js';
import { listen, type Opened, open, say } from './client.js';

/** Answers everything with the same entry; keeps feedback as the product does. */
async function answering(): Promise<Started> {
  const late: { store?: Store } = {};
  const server = await start({
    botOf: () => ({
      run: async (context) => {
        const { store } = late;
        if (!store) throw new Error('the store is not open yet');
        const run = async () => {
          const channelData = { reply: { ...reply('So.'), kind: 'faq', ids: ['renew'], knowledgeVersion: 'k7' } };
          await context.sendActivity({ type: 'message', text: 'So.', channelData });
        };
        await new SnsBot({ run }, () => reply('welcome'), new StoredFeedback(store.exchanges, store.feedback)).run(
          context,
        );
      },
    }),
  });
  late.store = server.store;
  return server;
}

/** A conversation in which one question has been answered. */
async function answered() {
  const server = await answering();
  const to = await open(server);
  await say(to, 'how do I renew?');
  const { said } = await listen(to.streamUrl, 3);
  const [welcome, question, answer] = said.map(({ id }) => id);
  return { server, to, welcome, question, answer };
}
const send = (to: Opened, activity: object) =>
  post(`${to.base}/conversations/${to.conversationId}/activities`, activity, to.auth);
const judge = (replyToId: unknown, value: unknown) => ({ type: 'event', name: 'feedback', replyToId, value });
const kept = async (server: Started) => (await server.store.feedback.list()).items;

test('a word on an answer is kept with its exchange when the post is answered, replaced by the next one, and taken back', async () => {
  const { server, to, answer } = await answered();
  expect((await send(to, judge(answer, { reaction: 'down', comment: 'It costs more.' }))).status).toBe(200);
  expect(await kept(server)).toMatchObject([
    {
      conversationId: to.conversationId,
      activityId: answer,
      channel: 'directline',
      reaction: 'down',
      comment: 'It costs more.',
      knowledgeVersion: 'k7',
      exchange: { said: 'how do I renew?', answered: 'So.', reply: { kind: 'faq', ids: ['renew'] } },
    },
  ]);
  await send(to, judge(answer, { reaction: 'up' }));
  expect(await kept(server)).toMatchObject([{ reaction: 'up', comment: null }]);
  expect((await send(to, judge(answer, { reaction: 'none' }))).status).toBe(200);
  expect(await kept(server)).toEqual([]);
});

test('a word on an answer is answered by nothing and is no part of the conversation, but its readers see it pass', async () => {
  const { server, to, answer } = await answered();
  const socket = new WebSocket(to.streamUrl.replace(/watermark=\d+/, 'watermark=3'));
  await once(socket, 'open');
  const frame = once(socket, 'message');
  const sent = await send(to, { ...judge(answer, { reaction: 'up' }), channelData: { clientActivityID: 'c1' } });
  const [data] = await frame;
  expect(JSON.parse(String(data))).toEqual({
    activities: [
      expect.objectContaining({ id: sent.body.id, name: 'feedback', channelData: { clientActivityID: 'c1' } }),
    ],
  });
  socket.close();
  await once(socket, 'close');
  expect((await server.store.activities.since(to.conversationId, 0)).activities).toHaveLength(3);
});

test('reactions of other clients count too', async () => {
  const { server, to, answer } = await answered();
  const reaction = { type: 'messageReaction', replyToId: answer };
  await send(to, { ...reaction, reactionsAdded: [{ type: 'like' }] });
  expect(await kept(server)).toMatchObject([{ reaction: 'up' }]);
  expect((await send(to, { ...reaction, reactionsAdded: [{ type: 'laugh' }] })).status).toBe(200);
  await send(to, { ...reaction, reactionsRemoved: [{ type: 'like' }] });
  expect(await kept(server)).toEqual([]);
});

test('other events are taken as before', async () => {
  const { to } = await answered();
  expect((await send(to, { type: 'event', name: 'webchat/join', value: {} })).status).toBe(200);
});

test.each([
  ['without an answer', () => judge(undefined, { reaction: 'up' }), 'bad-replyToId'],
  ['on an answer that is none', () => judge(7, { reaction: 'up' }), 'bad-replyToId'],
  ['on an answer of nobody', () => judge('x', { reaction: 'up' }), 'unknown-answer'],
  ['on one’s own message', ({ question }) => judge(question, { reaction: 'up' }), 'unknown-answer'],
  ['on the welcome', ({ welcome }) => judge(welcome, { reaction: 'up' }), 'unknown-answer'],
  ['without a value', ({ answer }) => judge(answer, undefined), 'bad-value'],
  ['with a value that is none', ({ answer }) => judge(answer, 'up'), 'bad-value'],
  ['without a reaction', ({ answer }) => judge(answer, {}), 'bad-reaction'],
  ['with another reaction', ({ answer }) => judge(answer, { reaction: 'shrug' }), 'bad-reaction'],
  ['with a comment that is none', ({ answer }) => judge(answer, { reaction: 'up', comment: {} }), 'bad-comment'],
  [
    'with a comment too long',
    ({ answer }) => judge(answer, { reaction: 'up', comment: 'x'.repeat(1001) }),
    'bad-comment',
  ],
  [
    'as reactions that are none',
    ({ answer }) => ({ type: 'messageReaction', replyToId: answer, reactionsAdded: 'like' }),
    'bad-reactionsAdded',
  ],
] satisfies readonly [
  string,
  (ids: Partial<Record<'welcome' | 'question' | 'answer', string | undefined>>) => object,
  string,
][])('feedback %s is a 400 that keeps nothing', async (_what, activityOf, code) => {
  const { server, to, ...ids } = await answered();
  expect(await send(to, activityOf(ids))).toMatchObject({ status: 400, body: { code, message: expect.any(String) } });
  expect(await kept(server)).toEqual([]);
  expect(server.reported).toEqual([]);
});

test('nobody judges an answer of another’s conversation', async () => {
  const { server, answer } = await answered();
  const other = await open(server);
  expect(await send(other, judge(answer, { reaction: 'down' }))).toMatchObject({ body: { code: 'unknown-answer' } });
  expect(await kept(server)).toEqual([]);
});

test('what cannot be kept is a 503, so that it is sent again', async () => {
  const broken = new ActivityHandler();
  broken.onEvent(() => Promise.reject(new Error('disk full')));
  const server = await start({ botOf: () => broken });
  const to = await open(server);
  const said = { id: 'b1', type: 'message', text: 'So.', channelData: { reply: { ...reply('So.'), kind: 'faq' } } };
  await server.store.turns.complete({ conversationId: to.conversationId, answered: null, said: [said], states: [] });
  expect(await send(to, judge('b1', { reaction: 'up' }))).toMatchObject({ status: 503, body: { code: 'not-kept' } });
});
