import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ChannelSettings } from '../../../src/channels/settings.js';
import { get, post, type Started, settings, start } from '../running-server.js';
import { listen, open, say } from './client.js';

const PAGE = 'https://a.example';
const directLine = (more: Partial<ChannelSettings['directLine']>) => ({ ...settings.directLine, ...more });
const limited = (perMinute: Partial<ChannelSettings['directLine']['perMinute']>, proxies = 0) =>
  start({
    settings: { proxies, directLine: directLine({ perMinute: { ...settings.directLine.perMinute, ...perMinute } }) },
  });
const generate = (server: Started, headers: Record<string, string> = {}) =>
  post(`${server.url}/v3/directline/tokens/generate`, {}, headers);

/** The status with which a stream is refused, or 101. */
async function streamStatus(url: string, origin: string): Promise<number> {
  const socket = new WebSocket(url, { origin });
  socket.on('error', () => {});
  const status = await Promise.race([
    once(socket, 'open').then(() => 101),
    once(socket, 'unexpected-response').then(([, response]) => Number(response.statusCode)),
  ]);
  socket.terminate();
  return status;
}

describe('pages', () => {
  test('of an origin that is not trusted are refused, by socket too, and begin nothing', async () => {
    const server = await start({ settings: { directLine: directLine({ allowedOrigins: [PAGE] }) } });
    const to = await open(server);
    expect(await generate(server, { origin: 'https://b.example' })).toMatchObject({
      status: 403,
      body: { code: 'foreign-origin' },
    });
    expect((await generate(server, { origin: 'null' })).status).toBe(403);
    expect(await streamStatus(to.streamUrl, 'https://b.example')).toBe(403);
    expect(server.reported).toEqual([]);
  });

  test('of a trusted origin, of the server itself and of its public address are let in', async () => {
    const server = await start({
      settings: { publicUrl: 'https://sns.example', directLine: directLine({ allowedOrigins: [PAGE] }) },
    });
    const { streamUrl } = await open(server);
    const own = streamUrl.replace('wss://sns.example', server.url.replace('http', 'ws'));
    for (const origin of [PAGE, server.url, 'https://sns.example']) {
      expect((await generate(server, { origin })).status).toBe(200);
      expect(await streamStatus(own, origin)).toBe(101);
    }
    const forwarded = { origin: 'https://help.example', 'x-forwarded-host': 'help.example' };
    expect((await generate(server, forwarded)).status).toBe(200);
  });

  test('may read how long they shall wait', async () => {
    const server = await start({
      settings: {
        directLine: directLine({ allowedOrigins: [PAGE], perMinute: { ...settings.directLine.perMinute, calls: 1 } }),
      },
    });
    await generate(server, { origin: PAGE });
    const { status, headers } = await generate(server, { origin: PAGE });
    expect([status, headers.get('retry-after'), headers.get('access-control-expose-headers')]).toEqual([
      429,
      '60',
      'retry-after',
    ]);
    expect(headers.get('access-control-allow-origin')).toBe(PAGE);
  });
});

describe('a limit', () => {
  test('on messages holds for one conversation, stores nothing of what is too much, and leaves the others alone', async () => {
    const server = await limited({ messages: 2 });
    const [to, other] = [await open(server), await open(server)];
    await say(to, 'one');
    await say(to, 'two');
    const third = await say(to, 'three');
    expect(third).toMatchObject({ status: 429, body: { code: 'too-many-messages' } });
    expect(third.headers.get('retry-after')).toBe('30');
    expect((await say(other, 'one')).status).toBe(200);
    const { said } = await listen(to.streamUrl, 7);
    expect(said.filter(({ text }) => text === 'three')).toEqual([]);
    const read = await get(`${to.base}/conversations/${to.conversationId}/activities`, to.auth);
    expect(read.status).toBe(200);
  });

  test('on new conversations holds for one address, and those that are going on go on', async () => {
    const server = await limited({ conversations: 1 });
    const to = await open(server);
    expect(await generate(server)).toMatchObject({ status: 429, body: { code: 'too-many-conversations' } });
    expect((await say(to, 'hello')).status).toBe(200);
    expect((await post(`${to.base}/tokens/refresh`, {}, to.auth)).status).toBe(200);
  });

  test('on calls holds for everything, streams too', async () => {
    const server = await limited({ calls: 2 });
    const to = await open(server);
    expect(await say(to, 'hello')).toMatchObject({ status: 429, body: { code: 'too-many-calls' } });
    expect(await streamStatus(to.streamUrl, server.url)).toBe(429);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  test('tells callers behind a proxy apart only where the settings name one', async () => {
    const [one, two] = [{ 'x-forwarded-for': '192.0.2.1' }, { 'x-forwarded-for': '192.0.2.2' }];
    const behind = await limited({ conversations: 1 }, 1);
    expect([
      (await generate(behind, one)).status,
      (await generate(behind, two)).status,
      (await generate(behind, one)).status,
    ]).toEqual([200, 200, 429]);
    const alone = await limited({ conversations: 1 });
    expect([(await generate(alone, one)).status, (await generate(alone, two)).status]).toEqual([200, 429]);
  });
});
