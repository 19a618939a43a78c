import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { FleetWish } from '../../src/channels/fleet/routes.js';
import { failed, ok } from '../../src/domain/problem.js';
import { type settings, start } from './running-server.js';

const KEY = 'a key of sixteen letters';
const LIST = 'Model,NMC\nGalaxy VS,NMC3\n';

/** A server whose fleet is decided by writing what it was given. */
async function serving(own: Partial<typeof settings> = {}) {
  const seen: { files: string[]; wishes: FleetWish[] } = { files: [], wishes: [] };
  const server = await start({
    settings: own,
    fleet: {
      decide: async (file, wish, write) => {
        seen.files.push(file);
        seen.wishes.push(wish);
        const list = readFileSync(file, 'utf8');
        if (list.includes('useless')) return failed({ code: 'no-usable-column', file, message: 'no column tells.' });
        write(`<p>${wish.format} of ${list.length}</p>`);
        return ok({ devices: 1 });
      },
    },
  });
  const send = (query = '', headers: Record<string, string> = {}, body: string | Uint8Array = LIST) =>
    fetch(`${server.url}/api/fleet${query}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/csv', ...headers },
    });
  return { ...server, seen, send };
}

describe('POST /api/fleet', () => {
  test('answers the summary and where the report is; the upload does not stay', async () => {
    const { url, seen, send } = await serving();
    const response = await send('?name=our+list.csv&asOf=2026-12-01&dates=dmy');
    expect(response.status).toBe(200);
    const { summary, report } = (await response.json()) as { summary: unknown; report: string };
    expect(summary).toEqual({ devices: 1 });
    expect(seen.wishes).toEqual([{ asOf: '2026-12-01', dayFirst: true, format: 'html', title: 'our list.csv' }]);
    expect(seen.files.map((file) => existsSync(file))).toEqual([false]);
    const page = await fetch(`${url}${report}`);
    expect(await page.text()).toBe(`<p>html of ${LIST.length}</p>`);
    expect(page.headers.get('content-security-policy')).toBe('sandbox allow-scripts allow-downloads');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const saved = await fetch(`${url}${report}?save`);
    expect(saved.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''our%20list.html");
  });

  test('answers the report or the rows themselves where they are asked for', async () => {
    const { send } = await serving();
    const html = await send('?format=html');
    expect([html.headers.get('content-type'), await html.text()]).toEqual([
      'text/html; charset=utf-8',
      `<p>html of ${LIST.length}</p>`,
    ]);
    const csv = await send('?format=csv', { 'content-type': 'application/octet-stream' });
    expect([csv.headers.get('content-type'), await csv.text()]).toEqual([
      'text/csv; charset=utf-8',
      `<p>csv of ${LIST.length}</p>`,
    ]);
  });

  test.each([
    ['?dates=ymd', {}, LIST, 400, /^dates: use dmy/],
    ['?asOf=2026-02-30', {}, LIST, 400, /^asOf: not a day that exists/],
    ['', { 'content-type': 'multipart/form-data; boundary=x' }, LIST, 415, /send the file itself/],
    ['', { 'content-encoding': 'gzip' }, LIST, 415, /not compressed/],
    ['', {}, '', 400, /it is empty/],
    ['', {}, 'useless', 400, /^The list: no column tells\.$/],
    ['', {}, 'a'.repeat(1024 * 1024 + 1), 413, /over 1 MB/],
    ['', { origin: 'https://elsewhere.example' }, LIST, 403, /pages of this server only/],
    ['', { 'x-forwarded-for': '203.0.113.9' }, LIST, 403, /FLEET_KEY/],
  ])('%s %j is answered with advice and changes nothing', async (query, headers, body, status, message) => {
    const { send, reported } = await serving();
    const response = await send(query, headers, body);
    expect(response.status).toBe(status);
    expect(((await response.json()) as { message: string }).message).toMatch(message);
    expect(reported).toEqual([]);
  });

  test('without a stated length is refused as soon as it is too long', async () => {
    const { url } = await serving();
    const body = new ReadableStream({
      pull(controller) {
        for (let i = 0; i < 20; i++) controller.enqueue(new Uint8Array(100_000));
        controller.close();
      },
    });
    const wish = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'text/csv' } };
    expect((await fetch(`${url}/api/fleet`, wish as RequestInit)).status).toBe(413);
  });

  test('wants the key through a proxy, and in production from all', async () => {
    const fleet = { key: KEY, limit: 1024 * 1024 };
    const forwarded = { 'x-forwarded-for': '203.0.113.9' };
    const withKey = { authorization: `Bearer ${KEY}` };
    const server = await serving({ fleet });
    expect((await server.send()).status).toBe(200);
    expect((await server.send('', forwarded)).status).toBe(401);
    expect((await server.send('', { ...forwarded, authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await server.send('', { ...forwarded, ...withKey })).status).toBe(200);
    const production = await serving({ fleet, production: true });
    expect((await production.send()).status).toBe(401);
    expect((await production.send('', withKey)).status).toBe(200);
  });

  test('takes two lists at once, and asks a third to wait', async () => {
    const going: (() => void)[] = [];
    const { url } = await start({
      fleet: { decide: () => new Promise((done) => going.push(() => done(ok({ devices: 0 })))) },
    });
    const send = () =>
      fetch(`${url}/api/fleet`, { method: 'POST', body: LIST, headers: { 'content-type': 'text/csv' } });
    const first = [send(), send()];
    while (going.length < 2) await new Promise((turn) => setImmediate(turn));
    const third = await send();
    expect([third.status, third.headers.get('retry-after')]).toEqual([503, '10']);
    for (const go of going) go();
    expect((await Promise.all(first)).map((r) => r.status)).toEqual([200, 200]);
  });

  test('survives a caller who goes away in the middle', async () => {
    const { url, send, seen } = await serving();
    const { port } = new URL(url);
    await new Promise<void>((gone) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          'POST /api/fleet HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nContent-Length: 9999\r\n\r\nModel',
        );
        setImmediate(() => socket.destroy());
      });
      socket.on('close', () => gone());
    });
    expect((await send()).status).toBe(200);
    expect(seen.files).toHaveLength(1);
  });
});

describe('GET /api/fleet/reports/…', () => {
  test('says where a report is gone', async () => {
    const { url } = await serving();
    const response = await fetch(`${url}/api/fleet/reports/none`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      code: 'no-report',
      message: expect.stringContaining('kept for 15 minutes'),
    });
  });
});
