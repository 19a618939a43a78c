import jwt from 'jsonwebtoken';
import { temporaryFolder } from '../../store/temporary-folder.js';
import { get, post, settings, start } from '../running-server.js';
import { connect, type Line, Status } from './official-client.js';

const folder = temporaryFolder();
const MINUTE = 60_000;
const texts = (lines: readonly Line[]) => lines.map(({ text }) => text);
/** What a conversation with the echo looks like after these messages. */
const talk = (...said: readonly string[]) => [
  'welcome',
  ...said.flatMap((text, n) => [text, `echo ${n + 1}: ${text}`, `again: ${text}`]),
];

test.each([
  ['by stream', true],
  ['by polling', false],
])('the official client, %s, is greeted, sees its own message and the answers in order', async (_how, webSocket) => {
  const server = await start();
  const { send, until } = await connect(server.url, { webSocket });
  await until(1);
  const id = await send('hello');
  const shown = await until(4);
  expect(texts(shown)).toEqual(talk('hello'));
  expect(shown[1]).toMatchObject({ id, clientActivityID: 'of hello' });
  await send('more');
  expect(texts(await until(7))).toEqual(talk('hello', 'more'));
});

test('the official client takes its user id from the token and cannot say another', async () => {
  const server = await start();
  const { client, send, until, held } = await connect(server.url, { userId: 'dl_ann' });
  const warned = jest.spyOn(console, 'warn').mockImplementation(() => {});
  client.setUserId('someone');
  expect(warned).toHaveBeenCalledWith(expect.stringContaining('user id is already set in token'));
  warned.mockRestore();
  await send('hello');
  await until(4);
  const { activities } = await server.store.activities.since(held.conversationId, 0);
  expect(activities[1]).toMatchObject({ text: 'hello', from: { id: 'dl_ann', role: 'user' } });
});

test('the official client comes back to its conversation with everything that was said', async () => {
  const server = await start();
  const before = await connect(server.url);
  await before.until(1);
  await before.send('hello');
  await before.until(4);
  const { conversationId } = before.held;
  before.client.end();
  const after = await connect(server.url, { token: before.token, conversationId });
  expect(texts(await after.until(4))).toEqual(talk('hello'));
  await after.send('more');
  expect((await after.until(7)).at(-1)?.text).toBe('again: more');
});

test('the official client whose connection is cut reads on where it was, with nothing lost and nothing twice', async () => {
  const server = await start();
  const { until, cut, clock, send, held } = await connect(server.url);
  await send('before');
  await until(4);
  cut();
  const auth = { authorization: `Bearer ${held.token}` };
  const at = `${server.url}/v3/directline/conversations/${held.conversationId}/activities`;
  await post(at, { type: 'message', text: 'meanwhile' }, auth);
  await clock.pass(3000);
  expect(texts(await until(7))).toEqual(talk('before', 'meanwhile'));
  await send('after');
  expect(texts(await until(10))).toEqual(talk('before', 'meanwhile', 'after'));
});

test('the official client goes on with a server that was started again, on the same port with the same database', async () => {
  const file = `${folder}/official.db`;
  const first = await start({ file });
  const { until, send, clock } = await connect(first.url);
  await send('before');
  await until(4);
  await first.stop();
  await start({ file, settings: { port: Number(new URL(first.url).port) } });
  await clock.pass(3000);
  await send('after');
  expect(texts(await until(7))).toEqual(talk('before', 'after'));
});

test('the official client refreshes its token, and speaks with the fresh one when the first has expired', async () => {
  let now = Date.now();
  const server = await start({ clock: () => new Date(now) });
  const { until, send, clock, held, token } = await connect(server.url);
  await until(1);
  now += 15 * MINUTE;
  const began = held.token;
  await clock.pass(15 * MINUTE);
  while (held.token === began) await new Promise((done) => setImmediate(done));
  now += 20 * MINUTE;
  const at = `${server.url}/v3/directline/conversations/${held.conversationId}`;
  expect((await get(at, { authorization: `Bearer ${token}` })).body.code).toBe('token-expired');
  await send('later');
  expect(texts(await until(4))).toEqual(talk('later'));
  expect((jwt.decode(held.token) as { user: string }).user).toBe((jwt.decode(token) as { user: string }).user);
});

test.each([
  ['by stream', true],
  ['by polling', false],
])(
  'the official client, %s, whose token has expired says so, and goes on with one that its page exchanges',
  async (_how, webSocket) => {
    let now = Date.now();
    const server = await start({ clock: () => new Date(now) });
    const { client, until, untilSaid, send, reaches, held } = await connect(server.url, { webSocket });
    await until(1);
    now += 31 * MINUTE;
    expect(await send('late')).toBe('retry');
    await reaches(Status.ExpiredToken);
    const base = `${server.url}/v3/directline`;
    const { token } = (await post(`${base}/tokens/refresh`, {}, { authorization: `Bearer ${held.token}` })).body;
    const { conversationId } = held;
    const auth = { authorization: `Bearer ${token}` };
    const { streamUrl } = (await get(`${base}/conversations/${conversationId}?watermark=2`, auth)).body;
    client.reconnect({ conversationId, token, streamUrl });
    await reaches(Status.Online);
    await send('late');
    const shown = await untilSaid('again: late');
    // It now listens twice and says all of it twice; whoever draws it goes by the ids.
    const once = shown.filter(({ id }, n) => shown.findIndex((line) => line.id === id) === n);
    expect(texts(once)).toEqual(talk('late'));
  },
);

test('the official client learns that its token was good for nothing from the start', async () => {
  const server = await start({ settings: { directLine: { ...settings.directLine, tokenSeconds: -1 } } });
  const { reaches } = await connect(server.url);
  await reaches(Status.FailedToConnect);
});
