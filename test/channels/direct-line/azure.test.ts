import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSecurityPolicy } from '../../../src/channels/static.js';
import { post, settings, start } from '../running-server.js';

const SECRET = 'a.key.of.the.channel';

interface Asked {
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** Stands in for Azure's token endpoint: answers with `status`, and keeps what it was asked. */
async function standIn(status: number, answer: unknown = { conversationId: 'C1', token: 'T1', expires_in: 3600 }) {
  const asked: Asked[] = [];
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const { url, headers } = request;
      asked.push({ url, authorization: headers.authorization, body: JSON.parse(text) });
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.add(server);
  return { asked, server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
const open = new Set<Server>();
afterEach(() => {
  for (const server of open) server.close();
  open.clear();
});

const withAzure = (origin: string, more: Partial<typeof settings> = {}) =>
  start({ settings: { azureDirectLine: { secret: SECRET, origin }, ...more } });
const trusting = (...allowedOrigins: readonly string[]) => ({
  directLine: { ...settings.directLine, allowedOrigins },
});

test('a page gets a token of Azure, bound to a user of ours and to the trusted origins, and never the secret', async () => {
  const azure = await standIn(200);
  const { url } = await withAzure(azure.origin, {
    publicUrl: 'https://us.example',
    ...trusting('https://site.example', 'https://us.example'),
  });
  const answer = await post(`${url}/api/token`, {}, { origin: 'https://site.example' });
  expect(answer.body).toEqual({
    conversationId: 'C1',
    token: 'T1',
    expires_in: 3600,
    directLine: `${azure.origin}/v3/directline`,
  });
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://site.example');
  expect(JSON.stringify([answer.body, [...answer.headers]])).not.toContain(SECRET);
  expect(azure.asked).toEqual([
    {
      url: '/v3/directline/tokens/generate',
      authorization: `Bearer ${SECRET}`,
      body: {
        user: { id: expect.stringMatching(/^dl_[\w-]{20,}$/) },
        trustedOrigins: ['https://us.example', 'https://site.example'],
      },
    },
  ]);
});

test('each page gets a user of its own, whatever it says', async () => {
  const azure = await standIn(200);
  const { url } = await withAzure(azure.origin);
  for (const body of [{}, { user: { id: 'dl_someone-else' } }]) await post(`${url}/api/token`, body);
  const users = azure.asked.map(({ body }) => JSON.stringify(body));
  expect(new Set(users).size).toBe(2);
  expect(users.join()).not.toContain('someone-else');
});

test('pages of other origins get no token, and Azure is not asked', async () => {
  const azure = await standIn(200);
  const { url } = await withAzure(azure.origin, trusting('https://site.example'));
  const refused = await post(`${url}/api/token`, {}, { origin: 'https://evil.example' });
  expect([refused.status, refused.body.code]).toEqual([403, 'foreign-origin']);
  expect(azure.asked).toEqual([]);
  expect((await post(`${url}/api/token`, {}, { origin: url })).status).toBe(200);
});

test.each([
  [401, 502, 'azure-refuses'],
  [403, 502, 'azure-refuses'],
  [500, 503, 'azure-unreachable'],
  [429, 503, 'azure-unreachable'],
])('where Azure answers %i the page is told %i, and the log why, without the secret', async (status, ours, code) => {
  const azure = await standIn(status, {});
  const server = await withAzure(azure.origin);
  const answer = await post(`${server.url}/api/token`, {});
  expect([answer.status, answer.body.code]).toEqual([ours, code]);
  expect(server.reported.join('\n')).toContain(`it answered ${status}`);
  expect(server.reported.join('\n') + answer.body.message).not.toContain(SECRET);
});

test('where Azure is gone, or answers something else, the page is told to try again', async () => {
  const strange = await standIn(200, { token: '' });
  const gone = await standIn(200);
  gone.server.close();
  for (const { origin } of [strange, gone]) {
    const answer = await post(`${(await withAzure(origin)).url}/api/token`, {});
    expect([answer.status, answer.body.code]).toEqual([503, 'azure-unreachable']);
  }
});

test('without it the token is ours, and so is the address', async () => {
  const { url } = await start();
  const { body } = await post(`${url}/api/token`, {});
  expect(body).toMatchObject({ expires_in: 1800, directLine: '/v3/directline' });
  const started = await post(`${url}/v3/directline/conversations`, {}, { authorization: `Bearer ${body.token}` });
  expect([started.status, started.body.conversationId]).toEqual([201, body.conversationId]);
});

test('the page may talk to Azure, by HTTP and socket, only where it is to', () => {
  const policy = (origin: string | null) =>
    contentSecurityPolicy({ frameAncestors: [], azureDirectLine: origin === null ? null : { secret: SECRET, origin } });
  expect(policy('https://directline.botframework.com')).toContain(
    "connect-src 'self' https://directline.botframework.com wss://directline.botframework.com;",
  );
  expect(policy(null)).toContain("connect-src 'self';");
});
