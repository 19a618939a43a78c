import * as fc from 'fast-check';
import { entitlementBody } from '../../src/channels/api/schemas.js';
import { parseFacts } from '../../src/domain/facts.js';
import { get, post, settings, start } from './running-server.js';

describe('/api/ask', () => {
  test('answers as of the day that is given, else of today, whatever the text is', async () => {
    const { url } = await start();
    expect((await post(`${url}/api/ask`, { text: 'hi', today: '2025-01-31' })).body).toMatchObject({
      text: '2025-01-31: hi',
    });
    for (const text of ['', '🙂', '<b>&amp;</b>', 'x'.repeat(10_000)]) {
      expect((await post(`${url}/api/ask`, { text })).body).toMatchObject({ text: `2026-11-22: ${text}` });
    }
  });

  test.each([
    [{}, 'bad-text', 'text: expected the message, a text.'],
    [{ text: 1 }, 'bad-text', 'text: expected the message, a text.'],
    [{ text: 'x', today: '2025-02-31' }, 'bad-today', 'today: not a day that exists; write YYYY-MM-DD.'],
    [{ text: 'x', more: 1 }, 'bad-body', 'body: Unrecognized key: "more".'],
  ])('refuses %j', async (body, code, message) => {
    const { url } = await start();
    expect(await post(`${url}/api/ask`, body)).toMatchObject({ status: 400, body: { code, message } });
  });
});

describe('/api/entitlement', () => {
  test('hands on the facts, without those that are null', async () => {
    const { url } = await start();
    const facts = { family: ' Galaxy VS ', nmc: null, commissioned: '2025-11|2025-12', plan: 'none' };
    expect((await post(`${url}/api/entitlement`, { facts, asOf: '2026-01-01' })).body).toEqual({
      outcome: 'seen',
      facts: { family: 'Galaxy VS', commissioned: '2025-11|2025-12', plan: 'none' },
      asOf: '2026-01-01',
    });
  });

  test.each([
    [{}, 'bad-facts'],
    [{ facts: { nmc: 'NMC7' } }, 'bad-nmc'],
    [{ facts: { plan: 'gold' } }, 'bad-plan'],
    [{ facts: { commissioned: '2025-02-31' } }, 'bad-commissioned'],
    [{ facts: { contractStart: 'not-yet' } }, 'bad-contractStart'],
    [{ facts: { family: '   ' } }, 'bad-family'],
    [{ facts: { colour: 'red' } }, 'bad-facts'],
    [{ facts: {}, asOf: 'soon' }, 'bad-asOf'],
  ])('refuses %j', async (body, code) => {
    const { url } = await start();
    expect(await post(`${url}/api/entitlement`, body)).toMatchObject({ status: 400, body: { code } });
  });

  test('takes no fact that the core refuses, blank names apart, which it names itself', () => {
    const plans = ['none', 'ecocare'];
    const value = fc.oneof(
      fc.constantFrom(
        'NMC3',
        'none',
        'ecocare',
        'not-yet',
        'in-effect',
        '2025',
        '2025-13',
        '2024-02-29',
        '2025-01-02/2025-01-01',
        'a|b',
      ),
      fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
    );
    const facts = fc.record(
      { family: value, nmc: value, commissioned: value, plan: value, contractStart: value, contractEnd: value },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(facts, (given) => {
        expect(entitlementBody(plans).safeParse({ facts: given }).success).toBe(parseFacts(given, plans).ok);
      }),
      { numRuns: 500 },
    );
  });
});

describe('/api/identify', () => {
  test('hands on the evidence and refuses none', async () => {
    const { url } = await start();
    expect((await post(`${url}/api/identify`, { evidence: 'AP9640' })).body).toMatchObject({ because: 'AP9640' });
    expect(await post(`${url}/api/identify`, { evidence: '' })).toMatchObject({
      status: 400,
      body: { code: 'bad-evidence' },
    });
  });
});

describe('/api/suggestions', () => {
  const asked = (url: string, text: string, headers?: Record<string, string>) =>
    get(`${url}/api/suggestions?${new URLSearchParams({ text })}`, headers);

  test('hands on what is typed as it is, and lists what it may mean', async () => {
    const { url } = await start();
    const { status, body } = await asked(url, ' is my +&=% ü\n');
    expect([status, body]).toEqual([
      200,
      { suggestions: [{ kind: 'product', label: 'Seen', says: ' is my +&=% ü\n seen' }] },
    ]);
  });

  test('may be kept for a minute in the browser of who typed it, and nowhere on the way', async () => {
    const { url } = await start();
    expect((await asked(url, 'x')).headers.get('cache-control')).toBe('private, max-age=60');
    expect((await asked(url, '')).headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['no text', '', 'text: expected a text.'],
    ['an empty text', '?text=', 'text: empty; send what has been typed so far.'],
    ['blanks', '?text=%20%0A', 'text: empty; send what has been typed so far.'],
    ['a text of 301 characters', `?text=${'x'.repeat(301)}`, 'text: longer than 300 characters; shorten it.'],
  ])('refuses %s', async (_what, query, message) => {
    const { url } = await start();
    expect(await get(`${url}/api/suggestions${query}`)).toMatchObject({
      status: 400,
      body: { code: 'bad-text', message },
    });
    expect((await asked(url, 'x'.repeat(300))).status).toBe(200);
  });

  test('reports a failure without what was typed', async () => {
    const suggest = () => {
      throw new Error('broken');
    };
    const { url, reported } = await start({ api: { suggest } });
    const { status, body } = await asked(url, 'my secret');
    expect([status, body.code, reported]).toEqual([500, 'internal', ['GET /api/suggestions: broken']]);
    expect(body.message).not.toContain('secret');
    expect(await (await fetch(`${url}/metrics`)).text()).not.toContain('secret');
  });

  test('can be called by pages of the origins that may use the chat, which other routes of the API cannot', async () => {
    const { url } = await start({
      settings: { directLine: { ...settings.directLine, allowedOrigins: ['https://a.example'] } },
    });
    const allowed = async (path: string, origin: string) =>
      (await fetch(url + path, { headers: { origin } })).headers.get('access-control-allow-origin');
    expect(await allowed('/api/suggestions?text=x', 'https://a.example')).toBe('https://a.example');
    expect(await allowed('/api/suggestions', 'https://a.example')).toBe('https://a.example');
    expect(await allowed('/api/suggestions?text=x', 'https://b.example')).toBeNull();
    expect(await allowed('/api/openapi.json', 'https://a.example')).toBeNull();
    const preflight = await fetch(`${url}/api/suggestions`, {
      method: 'OPTIONS',
      headers: { origin: 'https://a.example' },
    });
    expect([preflight.status, preflight.headers.get('vary')]).toEqual([204, 'Origin']);
  });
});

test('/api/openapi.json describes every route with what it checks', async () => {
  const { url } = await start();
  const { body } = await get(`${url}/api/openapi.json`);
  const paths = (
    body as unknown as { paths: Record<string, { post?: { requestBody: { content: object } }; get?: object }> }
  ).paths;
  expect(Object.keys(paths)).toEqual([
    '/api/ask',
    '/api/entitlement',
    '/api/identify',
    '/api/triage',
    '/api/fleet',
    '/api/suggestions',
    '/healthz',
    '/readyz',
    '/metrics',
  ]);
  expect(paths['/api/entitlement']?.post?.requestBody.content).toMatchObject({
    'application/json': {
      schema: {
        properties: { facts: { properties: { plan: { anyOf: [{ enum: ['none', 'advantage-prime'] }, {}] } } } },
      },
    },
  });
  expect(paths['/api/suggestions']?.get).toMatchObject({
    parameters: [{ name: 'text', in: 'query', required: true, schema: { type: 'string', maxLength: 300 } }],
    responses: { 200: { content: { 'application/json': { schema: { required: ['suggestions'] } } } } },
  });
});
