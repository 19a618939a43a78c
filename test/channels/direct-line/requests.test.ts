import { once } from 'node:events';
import jwt from 'jsonwebtoken';
import { WebSocket } from 'ws';
import { temporaryFolder } from '../../store/temporary-folder.js';
import { get, post, settings, start } from '../running-server.js';
import { listen, open, say } from './client.js';

const folder = temporaryFolder();

describe('tokens', () => {
  const pass = { conversationId: 'c', user: 'dl_x', use: 'conversation' };
  const signed = (claims: object, secret = 'of the tests') => ({ authorization: `Bearer ${jwt.sign(claims, secret)}` });

  test('are asked for, and refused when expired, forged, of another kind or for another conversation', async () => {
    const server = await start();
    const to = await open(server);
    const at = `${to.base}/conversations/${to.conversationId}`;
    expect(await get(at)).toMatchObject({ status: 401, body: { code: 'no-token' } });
    const expired = signed({ ...pass, conversationId: to.conversationId, exp: 1 });
    expect(await get(at, expired)).toMatchObject({ status: 403, body: { code: 'token-expired' } });
    expect(await get(at, signed(pass, 'guessed'))).toMatchObject({ status: 403, body: { code: 'token-invalid' } });
    const stream = { authorization: `Bearer ${new URL(to.streamUrl).searchParams.get('t')}` };
    expect(await get(at, stream)).toMatchObject({ status: 403, body: { code: 'token-invalid' } });
    expect(await get(at, (await open(server)).auth)).toMatchObject({ status: 403, body: { code: 'foreign-token' } });
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(pass)).toString('base64url')}.`;
    expect(await get(at, { authorization: `Bearer ${none}` })).toMatchObject({ status: 403 });
  });

  test('are refreshed for the same person and conversation', async () => {
    const to = await open(await start());
    const { status, body } = await post(`${to.base}/tokens/refresh`, {}, to.auth);
    expect([status, body.conversationId, body.expires_in]).toEqual([200, to.conversationId, 1800]);
    expect((jwt.decode(body.token) as { user: string }).user).toBe((jwt.decode(to.token) as { user: string }).user);
  });

  test('that have expired are exchanged for as long as a conversation can be gone on with, and open nothing else', async () => {
    let now = Date.now();
    const directLine = { ...settings.directLine, tokenSeconds: 1800, renewSeconds: 3600 };
    const server = await start({ settings: { directLine }, clock: () => new Date(now) });
    const to = await open(server);
    const refresh = () => post(`${to.base}/tokens/refresh`, {}, to.auth);
    now += 5_000_000;
    const at = `${to.base}/conversations/${to.conversationId}`;
    expect(await get(at, to.auth)).toMatchObject({ status: 403, body: { code: 'token-expired' } });
    expect(await say(to, 'late')).toMatchObject({ status: 403, body: { code: 'token-expired' } });
    const { status, body } = await refresh();
    expect(status).toBe(200);
    expect((await get(at, { authorization: `Bearer ${body.token}` })).status).toBe(200);
    now += 500_000;
    expect(await refresh()).toMatchObject({ status: 403, body: { code: 'token-expired' } });
  });

  test('are for the user whom the page names, where it names one, and his id stands on all he says', async () => {
    const server = await start();
    const generate = (id: unknown) => post(`${server.url}/v3/directline/tokens/generate`, { user: { id } });
    const { body } = await generate('dl_visitor-7');
    expect(jwt.decode(body.token)).toMatchObject({ user: 'dl_visitor-7', conversationId: body.conversationId });
    const auth = { authorization: `Bearer ${body.token}` };
    await post(`${server.url}/v3/directline/conversations`, { user: { id: 'dl_boss' } }, auth);
    const at = `${server.url}/v3/directline/conversations/${body.conversationId}`;
    await post(`${at}/activities`, { type: 'message', text: 'x', from: { id: 'dl_boss' } }, auth);
    const { streamUrl } = (await get(at, auth)).body;
    expect((await listen(streamUrl, 4)).said[1]?.from.id).toBe('dl_visitor-7');
  });

  test.each([['visitor'], ['dl_'], ['dl_a b'], [`dl_${'x'.repeat(198)}`], [7]])(
    'are not given for the user id %p',
    async (id) => {
      const server = await start();
      const answer = await post(`${server.url}/v3/directline/tokens/generate`, { user: { id } });
      expect(answer).toMatchObject({ status: 400, body: { code: 'bad-id' } });
    },
  );

  test('are good for a conversation that was never started only to start it', async () => {
    const server = await start();
    const at = `${server.url}/v3/directline/conversations/c`;
    expect(await get(at, signed(pass))).toMatchObject({ status: 404, body: { code: 'unknown-conversation' } });
    expect(await post(`${at}/activities`, { type: 'message' }, signed(pass))).toMatchObject({ status: 404 });
    expect((await post(`${server.url}/v3/directline/conversations`, {}, signed(pass))).status).toBe(201);
    expect((await post(`${server.url}/v3/directline/conversations`, {}, signed(pass))).status).toBe(200);
  });

  test('are signed with a secret that the store keeps where the settings give none', async () => {
    const file = `${folder}/secret.db`;
    const own = { directLine: { ...settings.directLine, secret: null } };
    const first = await start({ file, settings: own });
    const to = await open(first);
    await first.stop();
    const second = await start({ file, settings: own });
    expect((await get(`${second.url}/v3/directline/conversations/${to.conversationId}`, to.auth)).status).toBe(200);
  });
});

describe('bad input', () => {
  test.each([
    ['no type', {}, 'bad-type'],
    ['an unknown type', { type: 'conversationUpdate' }, 'bad-type'],
    ['a text that is none', { type: 'message', text: 7 }, 'bad-text'],
    ['channel data that is none', { type: 'message', channelData: 'x' }, 'bad-channelData'],
    ['a list', [], 'bad-body'],
    ['broken JSON', '{"type":', 'bad-json'],
    ['nesting without end', '['.repeat(5000) + ']'.repeat(5000), 'too-deep'],
  ])('%s is a 400 that stores nothing', async (_what, body, code) => {
    const server = await start();
    const to = await open(server);
    await listen(to.streamUrl, 1);
    const answer = await post(`${to.base}/conversations/${to.conversationId}/activities`, body, to.auth);
    expect(answer).toMatchObject({ status: 400, body: { code } });
    expect((await server.store.activities.since(to.conversationId, 0)).activities).toHaveLength(1);
    expect(server.reported).toEqual([]);
  });

  test('a body over the limit is a 413, one just below it is taken', async () => {
    const to = await open(await start());
    expect(await say(to, 'x'.repeat(256 * 1024))).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    expect((await say(to, 'x'.repeat(200 * 1024))).status).toBe(200);
  });

  test('a watermark that is none is a 400', async () => {
    const to = await open(await start());
    const answer = await get(`${to.base}/conversations/${to.conversationId}/activities?watermark=abc`, to.auth);
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-watermark' } });
  });

  test.each([
    ['without a token', (url: URL) => url.searchParams.delete('t'), 403],
    [
      'of another conversation',
      (url: URL) => (url.pathname = url.pathname.replace(/conversations\/[^/]+/, 'conversations/other')),
      403,
    ],
    ['at another address', (url: URL) => (url.pathname = '/elsewhere'), 404],
    ['from a watermark that is none', (url: URL) => url.searchParams.set('watermark', '-3'), 400],
  ])('a stream %s is refused', async (_what, spoil, status) => {
    const url = new URL((await open(await start())).streamUrl);
    spoil(url);
    const socket = new WebSocket(url);
    const [, response] = await once(socket, 'unexpected-response');
    expect(response.statusCode).toBe(status);
    socket.on('error', () => {});
    socket.terminate();
  });

  test('typing is acknowledged and stored nowhere', async () => {
    const server = await start();
    const to = await open(server);
    await listen(to.streamUrl, 1);
    const typed = await post(`${to.base}/conversations/${to.conversationId}/activities`, { type: 'typing' }, to.auth);
    expect([typed.status, typeof typed.body.id]).toEqual([200, 'string']);
    expect((await server.store.activities.since(to.conversationId, 0)).activities).toHaveLength(1);
  });
});

describe('addresses and origins', () => {
  test('the stream’s address is absolute, as the request or the settings say', async () => {
    const server = await start();
    expect((await open(server)).streamUrl).toMatch(new RegExp(`^${server.url.replace('http', 'ws')}/v3/directline/`));
    const generated = await post(`${server.url}/v3/directline/tokens/generate`, {});
    const headers = {
      authorization: `Bearer ${generated.body.token}`,
      'x-forwarded-host': 'help.example',
      'x-forwarded-proto': 'https',
    };
    const proxied = await post(`${server.url}/v3/directline/conversations`, {}, headers);
    expect(proxied.body.streamUrl).toMatch(/^wss:\/\/help\.example\/v3\/directline\//);
    const published = await start({ settings: { publicUrl: 'https://sns.example/help' } });
    expect((await open(published)).streamUrl).toMatch(/^wss:\/\/sns\.example\/help\/v3\/directline\//);
  });

  test('pages of allowed origins may call, errors included', async () => {
    const named = { directLine: { ...settings.directLine, allowedOrigins: ['https://a.example'] } };
    const server = await start({ settings: named });
    const url = `${server.url}/v3/directline/conversations`;
    const preflight = await fetch(url, { method: 'OPTIONS', headers: { origin: 'https://a.example' } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-ms-bot-agent');
    const refused = await post(url, {}, { origin: 'https://a.example' });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, 'https://a.example']);
    expect(
      (await post(url, {}, { origin: 'https://b.example' })).headers.get('access-control-allow-origin'),
    ).toBeNull();
  });
});
