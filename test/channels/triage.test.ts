import { post, start } from './running-server.js';

const KEY = 'a key of the tests';
const PROXIED = { 'x-forwarded-for': '8.8.8.8' };
const ticket = { subject: 'Cover', body: 'Is it covered?', received: '2026-11-01' };

async function send(
  body: unknown,
  {
    key = null,
    production = false,
    headers = {},
  }: { key?: string | null; production?: boolean; headers?: Record<string, string> } = {},
) {
  const { url, reported } = await start({ settings: { triage: { key }, production } });
  const { status, body: answer } = await post(`${url}/api/triage`, body, headers);
  expect(reported).toEqual([]);
  return [status, answer.code ?? answer];
}

test('a ticket from this machine is taken, as of the day it came in, else of today', async () => {
  expect(await send(ticket)).toEqual([200, { seen: ticket }]);
  expect(await send({ body: 'x' })).toEqual([200, { seen: { subject: '', body: 'x', received: '2026-11-22' } }]);
});

test('from elsewhere, and in production, the key is wanted', async () => {
  expect(await send(ticket, { headers: PROXIED })).toEqual([403, 'triage-off']);
  expect(await send(ticket, { key: KEY, headers: PROXIED })).toEqual([401, 'triage-key']);
  expect(await send(ticket, { key: KEY, production: true })).toEqual([401, 'triage-key']);
  const withKey = { ...PROXIED, authorization: `Bearer ${KEY}` };
  expect((await send(ticket, { key: KEY, production: true, headers: withKey }))[0]).toBe(200);
});

test.each([
  [{}, 400, 'bad-body'],
  [{ subject: '', body: ' ' }, 400, 'bad-body'],
  [{ body: 7 }, 400, 'bad-body'],
  [{ body: 'x', received: '2026-02-31' }, 400, 'bad-received'],
  [{ body: 'x', more: 1 }, 400, 'bad-body'],
  [{ body: 'x'.repeat(100_001) }, 400, 'bad-body'],
  [{ subject: 'x'.repeat(2001), body: 'x' }, 400, 'bad-subject'],
  [{ body: 'x'.repeat(300_000) }, 413, 'body-too-large'],
  ['no json', 400, 'bad-json'],
])('%.40j is refused', async (body, status, code) => {
  expect(await send(body)).toEqual([status, code]);
});
