import * as fc from 'fast-check';
import { entitlementBody } from '../../src/channels/api/schemas.js';
import { parseFacts } from '../../src/domain/facts.js';
import { get, post, start } from './running-server.js';

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

test('/api/openapi.json describes every route with what it checks', async () => {
  const { url } = await start();
  const { body } = await get(`${url}/api/openapi.json`);
  const paths = (body as unknown as { paths: Record<string, { post?: { requestBody: { content: object } } }> }).paths;
  expect(Object.keys(paths)).toEqual([
    '/api/ask',
    '/api/entitlement',
    '/api/identify',
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
});
