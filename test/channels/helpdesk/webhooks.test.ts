import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Body, type Started, start } from '../running-server.js';

const SECRET = 'a secret of the tests';
const NOW = new Date('2026-11-22T10:00:00.000Z');
const settings = {
  helpdesks: new Map([
    ['zendesk', { secret: SECRET, access: null }],
    ['servicenow', { secret: SECRET, access: null }],
  ]),
};

let server: Started;
let zendesk: Server | null = null;
afterEach(async () => {
  zendesk?.closeAllConnections();
  zendesk?.close();
  zendesk = null;
});
beforeEach(async () => {
  server = await start({ settings, clock: () => NOW });
});

/** As Zendesk tells of it when a ticket is created. */
const event = (detail: Readonly<Record<string, unknown>> = {}) => ({
  type: 'zen:event-type:ticket.created',
  account_id: 1,
  id: 'an-event',
  time: '2026-11-22T09:59:58Z',
  zendesk_event_version: '2022-11-06',
  subject: 'zen:ticket:4711',
  detail: {
    id: '4711',
    subject: 'Cover',
    description: 'Is our Galaxy VS with NMC3, commissioned on 14 May 2026, covered?',
    requester_id: '99',
    created_at: '2026-11-20T09:00:00Z',
    updated_at: '2026-11-20T09:00:00Z',
    ...detail,
  },
});

interface Told {
  readonly source?: string;
  readonly secret?: string;
  readonly at?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function tell(message: unknown, { source = 'zendesk', secret = SECRET, at, headers = {} }: Told = {}) {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  const timestamp = at ?? NOW.toISOString();
  const signature = createHmac('sha256', secret).update(`${timestamp}${body}`).digest('base64');
  const answer = await fetch(`${server.url}/webhooks/${source}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-zendesk-webhook-signature': signature,
      'x-zendesk-webhook-signature-timestamp': timestamp,
      ...headers,
    },
    body,
  });
  const said = (await answer.json()) as Body & { readonly kind?: string };
  return [answer.status, said.kind ?? said.code];
}

const kept = async () =>
  (
    await server.store.ticketQueue.page({
      state: 'open',
      route: null,
      takenBy: null,
      search: '',
      sort: 'age',
      limit: 100,
      after: null,
    })
  ).tickets;

test('a ticket that Zendesk tells of is kept at once, and triaged as of the day it was written', async () => {
  expect(await tell(event())).toEqual([202, 'new']);
  expect(await kept()).toMatchObject([
    { source: 'zendesk', externalId: '4711', route: null, receivedAt: '2026-11-20T09:00:00.000Z' },
  ]);
  await server.helpdesk.desk.triageAll();
  const [ticket] = await kept();
  expect(ticket).toMatchObject({ route: 'auto-answer' });
  expect((await server.helpdesk.desk.view(ticket?.id ?? ''))?.triage?.asks).toMatchObject([
    { kind: 'entitlement', device: { covered: 'yes', facts: { family: 'Galaxy VS', nmc: 'NMC3' } } },
  ]);
  expect(server.reported).toEqual([]);
});

test('told of twice it is one, and a changed text is a change', async () => {
  await tell(event());
  expect(await tell(event())).toEqual([200, 'same']);
  const later = { description: 'And how do we renew?', updated_at: '2026-11-21T09:00:00Z' };
  expect(await tell(event(later))).toEqual([202, 'changed']);
  expect(await tell(event())).toEqual([200, 'older']);
  expect(await kept()).toMatchObject([{ begins: 'And how do we renew?' }]);
});

test('two at the same moment are one', async () => {
  const both = await Promise.all([tell(event()), tell(event())]);
  expect(both.map(([, kind]) => kind).sort()).toEqual(['new', 'same']);
});

test('the form of a trigger is read as well, and numbers as texts', async () => {
  const ticket = { id: 12, subject: 'Renewal', description: 'How do we renew?', requester: 'ann@example.com' };
  expect(await tell({ ticket })).toEqual([202, 'new']);
  const [found] = await kept();
  expect(await server.store.tickets.get(found?.id ?? '')).toMatchObject({
    externalId: '12',
    requester: 'ann@example.com',
    receivedAt: NOW.toISOString(),
  });
});

test('another helpdesk takes a file and no code', async () => {
  const body = JSON.stringify({
    incident: {
      sys_id: 'abc',
      short_description: 'Cover',
      description: 'Is it covered?',
      sys_created_on: '2026-11-19 08:00:00',
    },
  });
  const timestamp = String(NOW.getTime() / 1000);
  const signature = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('base64');
  const headers = { 'x-sns-signature': signature, 'x-sns-timestamp': timestamp };
  expect(await tell(body, { source: 'servicenow', headers })).toEqual([202, 'new']);
  expect(await kept()).toMatchObject([{ source: 'servicenow', receivedAt: '2026-11-19T08:00:00.000Z' }]);
});

test.each<[string, Told, string]>([
  ['under another secret', { secret: 'another secret' }, 'signature-wrong'],
  ['six minutes ago', { at: '2026-11-22T09:54:00.000Z' }, 'signature-stale'],
  ['six minutes ahead', { at: '2026-11-22T10:06:00.000Z' }, 'signature-stale'],
  ['at no time', { at: 'yesterday' }, 'signature-missing'],
  ['by nobody', { headers: { 'x-zendesk-webhook-signature': '' } }, 'signature-missing'],
  ['with half a signature', { headers: { 'x-zendesk-webhook-signature': 'abc=' } }, 'signature-wrong'],
  // A captured signature, with a fresh time in its place.
  [
    'over another time',
    { headers: { 'x-zendesk-webhook-signature-timestamp': '2026-11-22T10:00:01.000Z' } },
    'signature-wrong',
  ],
])('what was signed %s is refused, and nothing is kept', async (_what, told, code) => {
  expect(await tell(event(), told)).toEqual([401, code]);
  expect(await kept()).toEqual([]);
});

test.each<[unknown, string]>([
  ['no json', 'bad-json'],
  ['', 'no-ticket'],
  [[], 'no-ticket'],
  [{ detail: null }, 'no-ticket'],
  [event({ id: '' }), 'no-ticket'],
  [event({ id: 'x'.repeat(201) }), 'no-ticket'],
  [event({ id: { $ne: 1 } }), 'no-ticket'],
  [event({ subject: '  ', description: '' }), 'no-ticket'],
])('%.60j holds no ticket, and nothing is kept', async (message, code) => {
  expect(await tell(message)).toEqual([400, code]);
  expect(await kept()).toEqual([]);
  expect(server.reported).toEqual([]);
});

test('a helpdesk that is not set up, has no secret, or sends too much is told so', async () => {
  expect(await tell(event(), { source: 'nobody' })).toEqual([404, 'unknown-helpdesk']);
  expect(await tell(event(), { source: '..%2fzendesk' })).toEqual([404, 'unknown-helpdesk']);
  expect(await tell(event({ description: 'x'.repeat(300_000) }))).toEqual([413, 'body-too-large']);
  server = await start();
  expect(await tell(event())).toEqual([403, 'webhook-off']);
});

test('once the desk has begun, what waited is triaged, and the helpdesk is told by itself', async () => {
  let hear: (body: unknown) => void = () => undefined;
  const told = new Promise<unknown>((heard) => {
    hear = heard;
  });
  const listening = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    res.end('{}');
    if (req.url === '/api/v2/tickets/4711.json') hear(JSON.parse(Buffer.concat(chunks).toString()));
  });
  zendesk = listening;
  await new Promise<void>((listens) => listening.listen(0, '127.0.0.1', listens));
  const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const access = { url, token: 'agent:token' };
  server = await start({
    settings: { helpdesks: new Map([['zendesk', { secret: SECRET, access }]]) },
    clock: () => NOW,
  });
  await tell(event());
  server.helpdesk.begin(async () => undefined);
  expect(await told).toEqual({
    ticket: { comment: { body: expect.stringContaining('Yes, covered: the Galaxy VS'), public: false } },
  });
});
