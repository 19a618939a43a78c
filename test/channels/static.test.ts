import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadStaticFiles } from '../../src/channels/static.js';
import { temporaryFolder } from '../store/temporary-folder.js';
import { start } from './running-server.js';

const folder = temporaryFolder();
const site = join(folder, 'site');
mkdirSync(join(site, 'assets'), { recursive: true });
writeFileSync(join(site, 'index.html'), '<!doctype html><title>Help</title>');
writeFileSync(join(site, 'assets', 'widget-1a2b3c4d.js'), 'let a = 1;');
writeFileSync(join(site, 'notes.secret'), 'not for the page');
writeFileSync(join(folder, 'outside.txt'), 'outside');

async function served(frameAncestors: readonly string[] = []) {
  const page = loadStaticFiles(site);
  if (!page.ok) throw new Error(JSON.stringify(page.problems));
  return start({ page: page.value, settings: { frameAncestors } });
}

test('the page comes with a policy that lets it load from here only', async () => {
  const { url } = await served();
  const response = await fetch(`${url}/`);
  expect([response.status, await response.text()]).toEqual([200, '<!doctype html><title>Help</title>']);
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(response.headers.get('cache-control')).toBe('no-cache');
  const framed = await fetch(`${(await served(['https://a.example'])).url}/`);
  expect(framed.headers.get('content-security-policy')).toMatch(/frame-ancestors https:\/\/a\.example$/);
});

test('what has not changed is not sent again, and what has its content in its name is kept for good', async () => {
  const { url } = await served();
  const first = await fetch(`${url}/assets/widget-1a2b3c4d.js`);
  expect(first.headers.get('cache-control')).toContain('immutable');
  expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const again = await fetch(`${url}/`, {
    headers: { 'if-none-match': String((await fetch(`${url}/`)).headers.get('etag')) },
  });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const head = await fetch(`${url}/`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '34']);
});

test.each(['/../outside.txt', '/%2e%2e/outside.txt', '/assets/..%2f..%2foutside.txt', '/notes.secret', '/assets/'])(
  '%s is not there',
  async (path) => {
    const { url } = await served();
    expect((await fetch(url + path)).status).toBe(404);
  },
);

test('a folder without a page is a problem that says what to do', () => {
  expect(loadStaticFiles(join(folder, 'none'))).toMatchObject({ ok: false, problems: [{ code: 'no-page' }] });
  expect(loadStaticFiles(folder)).toMatchObject({ ok: false, problems: [{ code: 'no-page' }] });
});
