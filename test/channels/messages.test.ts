import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { replyActivities } from '../../src/bot/activities.js';
import { SnsBot } from '../../src/bot/bot.js';
import { StoredFeedback } from '../../src/bot/feedback-keeper.js';
import type { Store } from '../../src/store/open-store.js';
import { post, reply, start } from './running-server.js';

/** The Bot Framework's side: takes what the bot says. `broken`: it takes nothing. */
async function connector(broken = false) {
  const said: { text: string }[] = [];
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    if (!broken) said.push(JSON.parse(body));
    res.writeHead(broken ? 400 : 200, { 'content-type': 'application/json' });
    res.end(broken ? '{}' : JSON.stringify({ id: `r${said.length}` }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push(server);
  return { said, serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
const open: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
});

const activity = (serviceUrl: string, more: object = {}) => ({
  type: 'message',
  id: 'a1',
  channelId: 'msteams',
  serviceUrl,
  conversation: { id: '19:x' },
  from: { id: 'u' },
  recipient: { id: 'b' },
  text: 'hello',
  ...more,
});

test('a message is answered through its channel and kept in the transcript', async () => {
  const { said, serviceUrl } = await connector();
  const server = await start();
  const response = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity(serviceUrl)),
  });
  expect([response.status, await response.text()]).toEqual([200, '']);
  expect(said.map(({ text }) => text).filter(Boolean)).toEqual(['echo 1: hello', 'again: hello']);
  const { sender, text } = (await server.store.activities.transcript('msteams/19:x'))[0] ?? {};
  expect([sender, text]).toEqual(['user', 'hello']);
});

test('two messages of a conversation that come at once do not overtake each other', async () => {
  const { said, serviceUrl } = await connector();
  const { url } = await start();
  await Promise.all(
    ['a', 'b'].map((text) =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity(serviceUrl, { text })),
      }),
    ),
  );
  expect(
    said
      .map(({ text }) => text)
      .filter((text) => text?.startsWith('echo'))
      .map((text) => text.slice(0, 6)),
  ).toEqual(['echo 1', 'echo 2']);
});

test.each([
  ['nothing', {}, 'bad-type'],
  ['a list', [], 'bad-body'],
  ['no conversation', { ...activity('http://localhost:1'), conversation: undefined }, 'bad-conversation'],
  ['a sender without an id', activity('http://localhost:1', { from: {} }), 'bad-id'],
  ['a text that is none', activity('http://localhost:1', { text: {} }), 'bad-text'],
  ['a time that is none', activity('http://localhost:1', { timestamp: 'noon' }), 'bad-timestamp'],
  ['a reaction that is none', activity('http://localhost:1', { reactionsAdded: [7] }), 'bad-reactionsAdded'],
  ['an answered message that is none', activity('http://localhost:1', { replyToId: {} }), 'bad-replyToId'],
  ['an address that is none', activity('nowhere'), 'bad-serviceUrl'],
  ['an address elsewhere, without an app id', activity('https://evil.example/'), 'bad-serviceUrl'],
])('%s is a 400', async (_what, body, code) => {
  const server = await start();
  expect(await post(`${server.url}/api/messages`, body)).toMatchObject({ status: 400, body: { code } });
  expect(server.reported).toEqual([]);
});

test('without an app id nobody is answered through a proxy, and nobody in production', async () => {
  const body = activity('http://localhost:1');
  const server = await start();
  const proxied = await post(`${server.url}/api/messages`, body, { 'x-forwarded-for': '8.8.8.8' });
  expect(proxied).toMatchObject({ status: 403, body: { code: 'local-only' } });
  const production = await start({ settings: { production: true } });
  expect(await post(`${production.url}/api/messages`, body)).toMatchObject({
    status: 403,
    body: { code: 'anonymous-off' },
  });
});

test('a turn that breaks ends with an apology; where that cannot be sent either, the server lives on', async () => {
  const works = await connector();
  const server = await start();
  const ask = (serviceUrl: string) =>
    fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity(serviceUrl, { text: 'break' })),
    });
  expect((await ask(works.serviceUrl)).status).toBe(200);
  expect(works.said.at(-1)?.text).toBe('Something broke.');
  const { serviceUrl } = await connector(true);
  await ask(serviceUrl);
  expect(server.reported.at(-1)).toMatch(/^sending the apology: /);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test('an unknown invoke gets 501 from the bot and no reply', async () => {
  const { said, serviceUrl } = await connector();
  const { url } = await start();
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity(serviceUrl, { type: 'invoke', name: 'composeExtension/query' })),
  });
  expect([response.status, said.length]).toEqual([501, 0]);
});

test('the thumbs under an answer in Teams are kept with it; where they say nothing that can be read, they do no harm', async () => {
  const { said, serviceUrl } = await connector();
  const late: { store?: Store } = {};
  const server = await start({
    botOf: () => ({
      run: async (context) => {
        const { store } = late;
        if (!store) throw new Error('the store is not open yet');
        const run = async () =>
          void (await context.sendActivities(await replyActivities({ ...reply('So.'), kind: 'faq' }, 'msteams', null)));
        await new SnsBot({ run }, () => reply('hi'), new StoredFeedback(store.exchanges, store.feedback)).run(context);
      },
    }),
  });
  late.store = server.store;
  const send = async (more: object) => {
    const body = JSON.stringify(activity(serviceUrl, more));
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${server.url}/api/messages`, { method: 'POST', headers, body })).status;
  };
  const thumb = (value: unknown) => send({ type: 'invoke', name: 'message/submitAction', replyToId: 'r1', value });
  expect(await send({ text: 'how do I renew?' })).toBe(200);
  expect(said).toMatchObject([{ text: 'So.', channelData: { feedbackLoop: { type: 'default' } } }]);
  expect(JSON.stringify(said)).not.toMatch(/confidence/);
  for (const value of [undefined, null, 'like', { actionName: 'feedback' }, { actionName: 'x', actionValue: [] }]) {
    expect(await thumb(value)).toBe(200);
  }
  expect((await server.store.feedback.list()).items).toEqual([]);
  expect(
    await thumb({ actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: '{"feedbackText":' } }),
  ).toBe(200);
  expect((await server.store.feedback.list()).items).toMatchObject([
    {
      conversationId: 'msteams/19:x',
      activityId: 'r1',
      userId: 'u',
      reaction: 'down',
      comment: '{"feedbackText":',
      exchange: { said: 'how do I renew?', answered: 'So.', reply: { kind: 'faq' } },
    },
  ]);
  expect(server.reported).toEqual([]);
});
