import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { lessonFunctions } from '../../../src/app/lesson-functions.js';
import { asks } from '../../store/refused.js';
import { KNOWLEDGE_FOLDER, projectKnowledge } from '../../support/knowledge.js';
import { type Started, start } from '../running-server.js';

const TOKEN = 'the-token-of-ann-in-the-tests';
const triagers = [{ name: 'ann', tokenHash: createHash('sha256').update(TOKEN).digest('hex') }];
// The whole knowledge base is read for a patch.
let server: Started;
let cookie: string;
beforeEach(async () => {
  server = await start({ settings: { desk: { triagers } } });
  await asks(server.store, 'ann', 'can the display sing a song about winter for ann@example.com');
  await asks(server.store, 'ben', 'can the display sing a song about summer');
  await asks(server.store, 'ben', 'how do I renew', 'faq');
  cookie = '';
  const response = await fetch(`${server.url}/desk/api/session`, {
    method: 'POST',
    headers: { 'x-desk': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ token: TOKEN }),
  });
  cookie = (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
});

// biome-ignore lint/suspicious/noExplicitAny: what is in an answer is what is tested
type Answer = { readonly status: number; readonly body: any };
async function call(
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  headers: Record<string, string> = { 'x-desk': '1' },
): Promise<Answer> {
  const response = await fetch(`${server.url}/desk/api/${path}`, {
    method,
    headers: { ...headers, cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}
const lessons = async () => (await call('GET', 'lessons')).body.proposals;
const acts = async () =>
  (await server.store.audit.latest(1)).map(({ who, what, detail }) => `${who} ${what} ${detail}`);

test('proposals are shown in a sentence, masked, with the places that they can go to', async () => {
  const { body } = await call('GET', 'lessons');
  expect(body.proposals).toMatchObject([
    { people: 2, because: 'not answered', texts: [expect.any(String), expect.stringContaining('[…]')] },
  ]);
  expect(body.proposals[0].says).toMatch(/^2 people asked in one week: “can the display sing a song about summer”/);
  expect(body.places).toContainEqual({
    label: 'topic:discount',
    title: projectKnowledge().boundaries.get('discount')?.title,
  });
  expect(JSON.stringify(body)).not.toMatch(/example\.com|directline/);
});

test('one is taken as a patch, and the audit log says who did', async () => {
  const [{ id }] = await lessons();
  const { status, body } = await call('POST', `lessons/${id}/patch`, { to: 'faq:renew' });
  expect([status, body.file, body.added]).toEqual([200, `${id}.patch`, 2]);
  expect(body.patch).toMatch(/^--- a\/knowledge\/faq\/renew\.phrasings\.yaml\n/);
  expect(await acts()).toEqual([`ann lesson-taken ${id} to faq:renew`]);
  const topic = await call('POST', `lessons/${id}/patch`, { to: 'new:songs', title: '', ask: 'the choir' });
  expect(topic.body.patch).toContain('+ask: "the choir"');
});

test('one that is dismissed does not come again, and the audit log says who dismissed it', async () => {
  const [{ id }] = await lessons();
  expect((await call('POST', `lessons/${id}/dismiss`, {})).status).toBe(200);
  expect(await acts()).toEqual([`ann lesson-dismissed ${id}`]);
  expect(await lessons()).toEqual([]);
  expect((await call('POST', `lessons/${id}/dismiss`, {})).body.code).toBe('unknown-lesson');
  // Another person with the same words changes nothing.
  await asks(server.store, 'cid', 'Can the display sing a song about summer?');
  expect(await lessons()).toEqual([]);
});

test('weeks tell what was asked and what became of it', async () => {
  const { body } = await call('GET', 'weeks');
  expect(body.weeks).toEqual([{ week: '2026-11-16', asked: 3, answered: 1, offered: 0, refused: 2, handedOver: 0 }]);
});

test('what cannot be done is told, and nothing of it is noted', async () => {
  const [{ id }] = await lessons();
  for (const [body, code] of [
    [{ to: 'nowhere' }, 'unknown-place'],
    [{ to: 'new:Bad Name' }, 'bad-name'],
    [{ to: 'new:discount' }, 'topic-there'],
    [{ to: 7 }, 'bad-to'],
    [{}, 'bad-to'],
  ] as const) {
    const answer = await call('POST', `lessons/${id}/patch`, body);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
    expect(answer.body.message).toMatch(/\w/);
  }
  expect((await call('POST', 'lessons/none/patch', { to: 'renew' })).status).toBe(404);
  expect(await acts()).toEqual(['ann signed-in null']);
});

test('it is for triagers, and changes come from the desk’s own page', async () => {
  const [{ id }] = await lessons();
  expect((await call('POST', `lessons/${id}/dismiss`, {}, {})).body.code).toBe('foreign-page');
  cookie = '';
  for (const [method, path] of [
    ['GET', 'lessons'],
    ['GET', 'weeks'],
    ['POST', `lessons/${id}/patch`],
    ['POST', `lessons/${id}/dismiss`],
  ] as const)
    expect((await call(method, path, method === 'POST' ? {} : undefined)).status).toBe(401);
});

test('while phrasings are not trained it says so', async () => {
  server = await start({
    settings: { desk: { triagers } },
    lessons: lessonFunctions({
      store: server.store,
      knowledge: projectKnowledge,
      knowledgeFolder: KNOWLEDGE_FOLDER,
      modelFolder: join(KNOWLEDGE_FOLDER, 'no-such-folder'),
      contact: 'us',
    }),
  });
  const response = await fetch(`${server.url}/desk/api/session`, {
    method: 'POST',
    headers: { 'x-desk': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ token: TOKEN }),
  });
  cookie = (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  const { status, body } = await call('GET', 'lessons');
  expect([status, body.code]).toEqual([503, 'no-model']);
});
