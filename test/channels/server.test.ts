import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { get, post, start } from './running-server.js';

describe('health', () => {
  test('is live, is ready and says with which model, and shows its figures', async () => {
    const server = await start({ ready: () => ({ mode: 'lexical', knowledgeVersion: 'abc' }) });
    expect((await get(`${server.url}/healthz`)).body).toEqual({ status: 'live' });
    expect((await get(`${server.url}/readyz`)).body).toEqual({
      status: 'ready',
      mode: 'lexical',
      knowledgeVersion: 'abc',
    });
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/http_request_seconds_count\{route="\/healthz",method="GET",status="200"\} 1/);
    expect(metrics).toMatch(/directline_inbox 0/);
  });

  test('is not ready where the store does not answer', async () => {
    const server = await start();
    const { ping } = server.store;
    Object.assign(server.store, { ping: () => Promise.reject(new Error('disk gone')) });
    expect(await get(`${server.url}/readyz`)).toMatchObject({ status: 503, body: { code: 'store-unreachable' } });
    Object.assign(server.store, { ping });
  });
});

describe('wrong requests get a code and what to do', () => {
  test.each([
    ['an unknown address', 'GET', '/nothing', 404, 'unknown-route'],
    ['a message to an unknown address', 'POST', '/nothing', 404, 'unknown-route'],
    ['a wrong method', 'GET', '/api/ask', 405, 'wrong-method'],
    ['an address that cannot be read', 'GET', '/v3/directline/conversations/%E0%A4%A', 404, 'unknown-route'],
  ])('%s', async (_what, method, path, status, code) => {
    const server = await start();
    const response = await fetch(`${server.url}${path}`, { method, headers: { accept: 'text/html' } });
    const body = await response.json();
    expect([response.status, body]).toEqual([status, { code, message: expect.stringMatching(/: .+[;.]/) }]);
    expect(server.reported).toEqual([]);
  });

  test.each([
    ['no JSON', 'hello', { 'content-type': 'text/plain' }, 400, 'not-json'],
    ['a form', 'text=hello', { 'content-type': 'application/x-www-form-urlencoded' }, 400, 'not-json'],
    ['an upload', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 400, 'not-json'],
    ['broken JSON', '{', {}, 400, 'bad-json'],
    ['a number', '7', {}, 400, 'bad-body'],
    ['null', 'null', {}, 400, 'bad-text'],
    ['nothing', '', {}, 400, 'bad-text'],
    ['bytes that are no text', new Uint8Array([34, 255, 34]), {}, 400, 'not-utf8'],
    ['a compressed body', gzipSync('{}'), { 'content-encoding': 'gzip' }, 415, 'compressed-body'],
    ['a body said to be compressed', '{}', { 'content-encoding': 'gzip' }, 415, 'compressed-body'],
    ['deep nesting', '{"text":'.repeat(200), {}, 400, 'too-deep'],
    ['strings without end', '"\\'.repeat(100_000), {}, 400, 'bad-json'],
    ['a large body', `{"text":"${'x'.repeat(300_000)}"}`, {}, 413, 'body-too-large'],
  ])('%s', async (_what, body, headers, status, code) => {
    const server = await start();
    const response = await fetch(`${server.url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    expect([response.status, await response.json()]).toEqual([status, { code, message: expect.any(String) }]);
    expect(server.reported).toEqual([]);
  });

  test('brackets in a text are text', async () => {
    const { url } = await start();
    expect((await post(`${url}/api/ask`, { text: `${'['.repeat(500)}"\\` })).status).toBe(200);
  });

  test('a caller who goes away in the middle of a body harms nobody', async () => {
    const server = await start();
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(
      'POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"te',
    );
    await once(socket, 'ready');
    socket.destroy();
    expect((await post(`${server.url}/api/ask`, { text: 'hello' })).status).toBe(200);
    expect(server.reported).toEqual([]);
  });

  test('a failure of ours is a 500 that tells the caller nothing of it, and us all', async () => {
    const server = await start();
    const broken = await start({
      api: {
        ask: () => Promise.reject(new Error('secret detail')),
        entitle: () => {
          throw new Error('other detail');
        },
      },
    });
    const { status, body } = await post(`${broken.url}/api/ask`, { text: 'x' });
    expect([status, body.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(body)).not.toMatch(/secret|at /);
    expect((await post(`${broken.url}/api/entitlement`, { facts: {} })).status).toBe(500);
    expect(broken.reported).toEqual(['POST /api/ask: secret detail', 'POST /api/entitlement: other detail']);
    expect(server.reported).toEqual([]);
  });
});

describe('a taken port', () => {
  test('is told to who starts the server', async () => {
    const server = await start();
    await expect(start({ settings: { port: Number(new URL(server.url).port) } })).rejects.toThrow('EADDRINUSE');
  });
});
