import { start } from './running-server.js';

const KEY = 'a key of the tests';
const PROXIED = { 'x-forwarded-for': '8.8.8.8' };

async function read(wanted: { key: string | null; production?: boolean }, headers: Record<string, string> = {}) {
  const { url } = await start({
    settings: { metrics: { key: wanted.key }, production: wanted.production ?? false },
  });
  const response = await fetch(`${url}/metrics`, { headers });
  const text = await response.text();
  return response.status === 200 ? [200] : [response.status, JSON.parse(text).code];
}

test('the figures are for callers on this machine, and not for those behind a proxy there', async () => {
  expect(await read({ key: null })).toEqual([200]);
  expect(await read({ key: null }, PROXIED)).toEqual([403, 'metrics-off']);
});

test('from elsewhere they want the key', async () => {
  expect(await read({ key: KEY }, PROXIED)).toEqual([401, 'metrics-key']);
  expect(await read({ key: KEY }, { ...PROXIED, authorization: 'Bearer another' })).toEqual([401, 'metrics-key']);
  expect(await read({ key: KEY }, { ...PROXIED, authorization: `Bearer ${KEY}` })).toEqual([200]);
});

test('in production they want it from all, since a proxy need not say that it is one', async () => {
  expect(await read({ key: null, production: true })).toEqual([403, 'metrics-off']);
  expect(await read({ key: KEY, production: true })).toEqual([401, 'metrics-key']);
  expect(await read({ key: KEY, production: true }, { authorization: `Bearer ${KEY}` })).toEqual([200]);
});
