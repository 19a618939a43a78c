import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'libsql';
import type { DeskView } from '../../../src/domain/desk.js';
import { handOff } from '../../store/hand-off.js';
import { opened } from '../../store/open.js';
import { temporaryFolder } from '../../store/temporary-folder.js';
import { type Body, type Started, start, type settings as usual } from '../running-server.js';

const TOKENS = { ann: 'the-token-of-ann-in-the-tests', ben: 'the-token-of-ben-in-the-tests' };
const triagers = Object.entries(TOKENS).map(([name, token]) => ({
  name,
  tokenHash: createHash('sha256').update(token).digest('hex'),
}));
let now: Date;
let server: Started;
const folder = temporaryFolder();
const begin = async (own: Partial<typeof usual> = {}, file = ':memory:') => {
  server = await start({ file, settings: { desk: { triagers }, ...own }, clock: () => now });
};
beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00.000Z');
  await begin();
});

type Answer = Body &
  Partial<DeskView> & { readonly tickets?: readonly { readonly id: string }[]; readonly next?: string };
async function call(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  {
    cookie,
    body,
    headers = { 'x-desk': '1' },
  }: { cookie?: string; body?: unknown; headers?: Record<string, string> } = {},
) {
  const response = await fetch(`${server.url}/desk/api/${path}`, {
    method,
    headers: {
      ...headers,
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
}
const signIn = async (token: string) => {
  const { headers } = await call('POST', 'session', { body: { token } });
  return (headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
};
const codeOf = async (...args: Parameters<typeof call>) => {
  const { status, body } = await call(...args);
  return [status, body.code];
};
const put = async (cookie: string, said: unknown = { subject: 'Cover', body: 'Is our Galaxy VS covered?' }) =>
  (await call('POST', 'tickets', { cookie, body: said })).body;

describe('signing in', () => {
  test('by a token gives a cookie for the desk alone, out of reach of scripts and other sites', async () => {
    const { status, headers, body } = await call('POST', 'session', { body: { token: TOKENS.ann } });
    expect([status, body]).toEqual([200, expect.objectContaining({ name: 'ann' })]);
    expect(headers.get('set-cookie')).toMatch(
      /^sns-desk=[\w-]{43}; Path=\/desk; Max-Age=43200; HttpOnly; SameSite=Strict$/,
    );
  });

  test('sends the cookie over HTTPS only, where the server is reached so', async () => {
    await begin({ publicUrl: 'https://support.example' });
    const { headers } = await call('POST', 'session', { body: { token: TOKENS.ann } });
    expect(headers.get('set-cookie')).toMatch(/; Secure$/);
  });

  test('is wanted for everything', async () => {
    for (const [method, path] of [
      ['GET', 'session'],
      ['GET', 'tickets'],
      ['GET', 'tickets/1'],
      ['POST', 'tickets'],
      ['POST', 'tickets/1/take'],
      ['DELETE', 'session'],
    ] as const)
      expect(await codeOf(method, path, method === 'POST' ? { body: {} } : {})).toEqual([401, 'not-signed-in']);
  });

  test('with a wrong token is refused, and after ten attempts in a minute not looked at', async () => {
    for (let n = 0; n < 10; n++)
      expect(await codeOf('POST', 'session', { body: { token: 'guessed' } })).toEqual([401, 'wrong-token']);
    expect(await codeOf('POST', 'session', { body: { token: TOKENS.ann } })).toEqual([429, 'too-many-sign-ins']);
    now = new Date(now.getTime() + 60_000);
    expect((await call('POST', 'session', { body: { token: TOKENS.ann } })).status).toBe(200);
  });

  test('lasts for twelve hours, or until one signs out', async () => {
    const cookie = await signIn(TOKENS.ann);
    const other = await signIn(TOKENS.ann);
    await call('DELETE', 'session', { cookie });
    expect((await call('GET', 'session', { cookie })).status).toBe(401);
    expect((await call('GET', 'session', { cookie: other })).status).toBe(200);
    now = new Date(now.getTime() + 12 * 3_600_000);
    expect((await call('GET', 'session', { cookie: other })).status).toBe(401);
  });

  test('leaves nothing in the store that would let anybody in', async () => {
    const cookie = await signIn(TOKENS.ann);
    expect(await server.store.deskSessions.find(cookie.split('=')[1] ?? '', now)).toBeNull();
    expect((await server.store.audit.latest()).map(({ who, what }) => `${who} ${what}`)).toEqual(['ann signed-in']);
  });

  test('is not to be had where nobody is named', async () => {
    await begin({ desk: { triagers: [] } });
    expect(await codeOf('POST', 'session', { body: { token: TOKENS.ann } })).toEqual([404, 'unknown-route']);
    expect((await fetch(`${server.url}/desk`)).status).toBe(404);
  });
});

test('a page of another site changes nothing, whatever its visitor is signed in to', async () => {
  const cookie = await signIn(TOKENS.ann);
  const forged = { subject: 'x', body: 'x' };
  for (const headers of [{}, { 'x-desk': '1', 'sec-fetch-site': 'cross-site' }])
    expect(await codeOf('POST', 'tickets', { cookie, body: forged, headers })).toEqual([403, 'foreign-page']);
  expect((await call('GET', 'tickets', { cookie })).body.tickets).toEqual([]);
});

describe('a ticket at the desk', () => {
  test('is put in, taken, put right, written to and done by one; the other is told who has it', async () => {
    const [ann, ben] = [await signIn(TOKENS.ann), await signIn(TOKENS.ben)];
    const { id, version, triage } = await put(ann);
    const at = `tickets/${id}`;
    expect(triage?.asks).toMatchObject([{ kind: 'entitlement', spans: expect.any(Array) }]);
    const both = await Promise.all(
      [ann, ben].map((cookie) => call('POST', `${at}/take`, { cookie, body: { version } })),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 409]);
    expect(both[1]?.body).toEqual({ code: 'taken', message: 'Ticket: ann has taken it; nothing was changed.' });
    const facts = { family: 'Galaxy VS', nmc: 'NMC2' };
    const right = await call('POST', `${at}/facts`, {
      cookie: ann,
      body: { version: both[0]?.body.version, at: 0, facts },
    });
    expect(right.body.triage?.asks[0]?.device?.covered).toBe('no');
    const draft = await call('POST', `${at}/draft`, {
      cookie: ann,
      body: { version: right.body.version, draft: 'Hello' },
    });
    expect(draft.body.draft).toBe('Hello');
    expect(await codeOf('POST', `${at}/done`, { cookie: ann, body: { version } })).toEqual([409, 'changed-meanwhile']);
    const done = await call('POST', `${at}/done`, { cookie: ann, body: { version: draft.body.version } });
    expect(done.body).toMatchObject({ state: 'done', takenBy: 'ann' });
    expect(done.body.history?.map(({ who, what }) => `${who} ${what}`)).toEqual([
      'ann done',
      'ann draft-edited',
      'ann facts-corrected',
      'ann taken',
      'system triaged',
      'ann put-in',
    ]);
  });

  test('is taken before it is changed', async () => {
    const cookie = await signIn(TOKENS.ann);
    const { id, version } = await put(cookie);
    expect(await codeOf('POST', `tickets/${id}/done`, { cookie, body: { version } })).toEqual([409, 'not-taken']);
  });

  test.each([
    ['tickets', { subject: '', body: ' ' }, 400, 'bad-body'],
    ['tickets', { body: 'x', received: '2026-02-31' }, 400, 'bad-received'],
    ['tickets', { body: 'x', more: 1 }, 400, 'bad-body'],
    ['tickets/ID/take', {}, 400, 'bad-version'],
    ['tickets/ID/facts', { version: 2, at: -1, facts: {} }, 400, 'bad-at'],
    ['tickets/ID/facts', { version: 2, at: 0, facts: { nmc: 'NMC9' } }, 400, 'bad-nmc'],
    ['tickets/ID/facts', { version: 2, at: 0, facts: { colour: 'red' } }, 400, 'bad-colour'],
    ['tickets/ID/draft', { version: 2, draft: 7 }, 400, 'bad-draft'],
    ['tickets/ID/burn', { version: 2 }, 404, 'unknown-act'],
    ['tickets/nothing/take', { version: 2 }, 404, 'unknown-ticket'],
  ])('is not changed by %s %j', async (path, body, status, code) => {
    const cookie = await signIn(TOKENS.ann);
    const before = await put(cookie);
    expect(await codeOf('POST', path.replace('ID', before.id ?? ''), { cookie, body })).toEqual([status, code]);
    expect((await call('GET', `tickets/${before.id}`, { cookie })).body).toEqual(before);
    expect(server.reported).toEqual([]);
  });
});

describe('the queue', () => {
  test('of ten thousand is given page by page, each page read by itself', async () => {
    const file = join(folder, 'ten-thousand.db');
    await (await opened(file)).close();
    const raw = new Sqlite(file);
    raw.exec(`
      WITH RECURSIVE counted (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n < 9999)
      INSERT INTO tickets (id, source, external_id, subject, body, received, received_at, state, open, route, confidence, version, created_at, updated_at)
      SELECT 't' || n, 'zendesk', n, 'Cover', 'Is it covered?', '2026-11-20', printf('2026-11-20T%05d', n), 'new', 1, 'auto-answer', 0.5, 1, 'then', 'then'
      FROM counted`);
    raw.close();
    await begin({}, file);
    const cookie = await signIn(TOKENS.ann);
    const { ticketQueue } = server.store;
    const asked: number[] = [];
    const page = ticketQueue.page.bind(ticketQueue);
    ticketQueue.page = async (wish) => {
      const got = await page(wish);
      asked.push(got.tickets.length);
      return got;
    };
    const seen = new Set<string>();
    let after = '';
    for (let pages = 0; pages < 3; pages++) {
      const { body } = await call('GET', `tickets?limit=40${after}`, { cookie });
      for (const { id } of body.tickets ?? []) seen.add(id);
      after = `&after=${body.next}`;
    }
    expect([...seen]).toEqual(Array.from({ length: 120 }, (_, n) => `t${n}`));
    expect(asked).toEqual([40, 40, 40]);
  });

  test.each([
    ['state=lost', 'bad-state'],
    ['route=nowhere', 'bad-route'],
    ['limit=1000', 'bad-limit'],
    ['after=nonsense', 'bad-after'],
    ['sort=colour', 'bad-sort'],
  ])('is not given for %s', async (query, code) => {
    const cookie = await signIn(TOKENS.ann);
    expect(await codeOf('GET', `tickets?${query}`, { cookie })).toEqual([400, code]);
  });
});

describe('a chat', () => {
  const request = { ...handOff('H-1', 'c1', '2026-11-22T09:00:00.000Z'), address: { serviceUrl: 'https://teams' } };
  const hello = { id: '6f9619ff-8b86-4011-b42d-00c04fc964ff', text: 'Hello' };
  let ann: string;
  let ben: string;
  beforeEach(async () => {
    await server.store.effects.keep([{ kind: 'open-hand-off', handOff: request }]);
    ann = await signIn(TOKENS.ann);
    ben = await signIn(TOKENS.ben);
  });
  const act = async (cookie: string, name: string) => {
    const { body } = await call('GET', 'tickets/chat-H-1', { cookie });
    return codeOf('POST', `tickets/chat-H-1/${name}`, { cookie, body: { version: body.version } });
  };

  test('is taken over by whoever has taken its ticket, written into, and given back', async () => {
    expect(await act(ann, 'talk')).toEqual([409, 'not-taken']);
    await act(ann, 'take');
    expect(await act(ben, 'talk')).toEqual([409, 'taken']);
    expect(await act(ann, 'give-back')).toEqual([409, 'not-talking']);
    expect(await codeOf('POST', 'tickets/chat-H-1/say', { cookie: ann, body: hello })).toEqual([409, 'not-talking']);
    expect(await act(ann, 'talk')).toEqual([200, undefined]);
    expect(await codeOf('POST', 'tickets/chat-H-1/say', { cookie: ben, body: hello })).toEqual([409, 'not-talking']);
    const { body } = await call('POST', 'tickets/chat-H-1/say', { cookie: ann, body: hello });
    expect(body).toMatchObject({ talk: { who: 'ann' }, unsaid: [{ ...hello, state: 'waiting' }] });
    expect((await call('GET', 'tickets/chat-H-1/chat', { cookie: ben })).body).toEqual(body);
    expect(await act(ann, 'give-back')).toEqual([200, undefined]);
  });

  test('is there only where a ticket is a request for a person', async () => {
    const { id, version } = await put(ann);
    expect(await codeOf('GET', `tickets/${id}/chat`, { cookie: ann })).toEqual([404, 'unknown-ticket']);
    expect(await codeOf('POST', `tickets/${id}/say`, { cookie: ann, body: hello })).toEqual([404, 'unknown-ticket']);
    const { body } = await call('POST', `tickets/${id}/take`, { cookie: ann, body: { version } });
    const talk = { cookie: ann, body: { version: body.version } };
    expect(await codeOf('POST', `tickets/${id}/talk`, talk)).toEqual([409, 'no-chat']);
  });

  test('takes texts of up to 4000 characters, each under an id of its own', async () => {
    for (const [body, code] of [
      [{ ...hello, id: 'x' }, 'bad-id'],
      [{ ...hello, text: ' ' }, 'bad-text'],
      [{ ...hello, text: 'x'.repeat(4001) }, 'bad-text'],
    ])
      expect(await codeOf('POST', 'tickets/chat-H-1/say', { cookie: ann, body })).toEqual([400, code]);
  });

  test('of somebody who has asked again is not opened again beside the newer request', async () => {
    await act(ann, 'take');
    await act(ann, 'done');
    const newer = { ...request, reference: 'H-2', openedAt: '2026-11-22T09:30:00.000Z' };
    await server.store.effects.keep([{ kind: 'open-hand-off', handOff: newer }]);
    expect(await act(ann, 'reopen')).toEqual([409, 'asked-again']);
    const { body } = await call('GET', 'tickets/chat-H-2', { cookie: ann });
    await call('POST', 'tickets/chat-H-2/take', { cookie: ann, body: { version: body.version } });
    await codeOf('POST', 'tickets/chat-H-2/done', { cookie: ann, body: { version: (body.version ?? 0) + 1 } });
    expect(await act(ann, 'reopen')).toEqual([200, undefined]);
  });
});
