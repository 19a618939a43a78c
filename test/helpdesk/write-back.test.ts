import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WriteBack } from '../../src/helpdesk/write-back.js';
import type { Store } from '../../src/store/open-store.js';
import { openStore } from '../../src/store/open-store.js';
import { incoming } from '../store/incoming-ticket.js';
import { projectKnowledge } from '../support/knowledge.js';

interface Call {
  readonly what: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** A helpdesk that answers as Zendesk does: 401 without its token, else what a test has set. */
let zendesk: Server;
let url: string;
let calls: Call[];
let answers: { readonly status: number; readonly headers?: Record<string, string> }[];

async function bodyOf(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}

const TOKEN = 'agent@example.com/token:of-the-tests';
const AUTHORIZED = `Basic ${Buffer.from(TOKEN).toString('base64')}`;

let store: Store;
let now: Date;
beforeEach(async () => {
  calls = [];
  answers = [];
  now = new Date('2026-11-22T10:00:00.000Z');
  const opened = await openStore(':memory:', () => now);
  if (!opened.ok) throw new Error('no store');
  store = opened.value;
  zendesk = createServer(async (req, res) => {
    const { authorization } = req.headers;
    calls.push({ what: `${req.method} ${req.url}`, authorization, body: await bodyOf(req) });
    const { status, headers = {} } =
      authorization === AUTHORIZED ? (answers.shift() ?? { status: 200 }) : { status: 401 };
    res.writeHead(status, { 'content-type': 'application/json', ...headers });
    res.end('{"ticket":{}}');
  });
  await new Promise<void>((listening) => zendesk.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(zendesk.address() as AddressInfo).port}`;
  await put('4711');
});
afterEach(async () => {
  zendesk.closeAllConnections();
  await new Promise((closed) => zendesk.close(closed));
  await store.close();
});

async function put(externalId: string, note = 'Read "it".\nTwice.') {
  await store.intake.take(incoming({ externalId }));
  return store.outbox.put({
    ticketId: `id-${externalId}`,
    source: 'zendesk',
    externalId,
    route: 'service-partner',
    note,
  });
}

/** Where nobody listens. */
async function nowhere(): Promise<string> {
  const gone = createServer();
  await new Promise<void>((listening) => gone.listen(0, '127.0.0.1', listening));
  const { port } = gone.address() as AddressInfo;
  await new Promise((closed) => gone.close(closed));
  return `http://127.0.0.1:${port}`;
}

const writeBack = (own: { readonly url?: string; readonly token?: string } | null = {}) =>
  new WriteBack({
    outbox: store.outbox,
    mapping: (source) => projectKnowledge().helpdesks.get(source) ?? null,
    access: () => (own === null ? null : { url, token: TOKEN, ...own }),
    clock: () => now,
    fetch,
  });
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const state = async (id = '4711') => (await store.outbox.of(`id-${id}`))?.state;
const made = () => calls.map(({ what }) => what);
const TAGS = 'PUT /api/v2/tickets/4711/tags.json';
const NOTE = 'PUT /api/v2/tickets/4711.json';

test('a note goes out as an internal comment, with a tag for the route, once', async () => {
  await writeBack().sendDue();
  expect(calls).toEqual([
    { what: TAGS, authorization: AUTHORIZED, body: { tags: ['sns_service-partner'] } },
    {
      what: NOTE,
      authorization: AUTHORIZED,
      body: { ticket: { comment: { body: 'Read "it".\nTwice.', public: false } } },
    },
  ]);
  expect(await state()).toBe('sent');
  later(600);
  await writeBack().sendDue();
  expect(calls).toHaveLength(2);
});

test('while the helpdesk is down it waits, longer each time, and goes out once it is back', async () => {
  const down = { url: await nowhere() };
  await writeBack(down).sendDue();
  expect(await state()).toBe('waiting');
  expect((await store.outbox.of('id-4711'))?.problem).toMatch(/^PUT \/api\/v2\/tickets\/4711\/tags\.json: /);
  await writeBack().sendDue();
  expect(calls).toEqual([]);
  later(0.5);
  await writeBack(down).sendDue();
  later(0.5);
  await writeBack().sendDue();
  expect(calls).toEqual([]);
  later(0.5);
  await writeBack().sendDue();
  expect(made()).toEqual([TAGS, NOTE]);
});

test('a call that was taken is not made again where the next one fails', async () => {
  answers = [{ status: 200 }, { status: 503 }];
  await writeBack().sendDue();
  later(1);
  await writeBack().sendDue();
  expect(made()).toEqual([TAGS, NOTE, NOTE]);
  expect(await state()).toBe('sent');
});

test('a helpdesk that is busy is left alone for as long as it asks for, with all its notes', async () => {
  await put('4712');
  answers = [{ status: 429, headers: { 'retry-after': '600' } }];
  await writeBack().sendDue();
  expect(calls).toHaveLength(1);
  later(1);
  await writeBack().sendDue();
  expect(made()).toEqual([TAGS, 'PUT /api/v2/tickets/4712/tags.json', 'PUT /api/v2/tickets/4712.json']);
  later(9);
  await writeBack().sendDue();
  expect(made().slice(3)).toEqual([TAGS, NOTE]);
});

test.each([404, 422, 302])('what the helpdesk refuses with %i is given up, and noted', async (status) => {
  answers = [{ status, headers: { location: 'https://elsewhere.example/' } }];
  await writeBack().sendDue();
  expect(await state()).toBe('failed');
  expect((await store.audit.of('id-4711'))[0]).toMatchObject({
    what: 'not-written-back',
    detail: `${TAGS}: ${status}`,
  });
  later(600);
  await writeBack().sendDue();
  expect(calls).toHaveLength(1);
});

test('a wrong token is told of, and nothing is tried again with it', async () => {
  await writeBack({ token: 'another' }).sendDue();
  expect(await store.outbox.of('id-4711')).toMatchObject({ state: 'failed', problem: `${TAGS}: 401` });
});

test('after twenty attempts it ends', async () => {
  answers = Array.from({ length: 30 }, () => ({ status: 500 }));
  for (let n = 0; n < 25; n++) {
    await writeBack().sendDue();
    later(61);
  }
  expect(calls).toHaveLength(20);
  expect(await state()).toBe('failed');
});

test('a number that would lead elsewhere stays a number', async () => {
  await put('../users/1?x=1');
  later(0.1);
  await writeBack().sendDue();
  expect(made()).toContain('PUT /api/v2/tickets/..%2Fusers%2F1%3Fx%3D1.json');
});

test('without an address and a token it is off, and what still waits is given up', async () => {
  expect(writeBack(null).isOn('zendesk')).toBe(false);
  expect(writeBack().isOn('chat')).toBe(false);
  expect(writeBack().isOn('zendesk')).toBe(true);
  await writeBack(null).sendDue();
  expect(await state()).toBe('failed');
  expect(calls).toEqual([]);
});
