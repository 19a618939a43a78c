import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialProblems, readSettings, settingsSchema } from '../src/config.js';

const example = Object.fromEntries(
  readFileSync(join(__dirname, '../.env.example'), 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

describe('.env.example', () => {
  test('names every setting, and none that does not exist', () => {
    const named = Object.keys(example).map((name) => (name.startsWith('HELPDESK_') ? 'HELPDESKS' : name));
    expect([...new Set(named)].sort()).toEqual(Object.keys(settingsSchema.shape).sort());
  });

  test('shows the defaults', () => {
    expect(readSettings(example)).toEqual(readSettings({}));
  });
});

describe('settings', () => {
  test('take ids of apps and tenants in letters of any size, as Microsoft does', () => {
    const [app, tenant, other] = ['A', 'B', 'C'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`);
    const result = readSettings({
      MICROSOFT_APP_ID: app,
      MICROSOFT_APP_TENANT_ID: tenant,
      ALLOWED_TENANTS: `${other} *`,
    });
    expect(result.ok && [result.value.MICROSOFT_APP_ID, result.value.MICROSOFT_APP_TENANT_ID]).toEqual([
      app?.toLowerCase(),
      tenant?.toLowerCase(),
    ]);
    expect(result.ok && result.value.ALLOWED_TENANTS).toEqual([other?.toLowerCase(), '*']);
  });

  test.each([
    ['MICROSOFT_APP_TENANT_ID', 'example.onmicrosoft.com'],
    ['ALLOWED_TENANTS', 'example.onmicrosoft.com'],
    ['SERVICE_HOSTS', 'https://bots.example'],
    ['METRICS_KEY', 'short'],
    ['DESK_TOKENS', 'ann:short'],
    ['DESK_TOKENS', 'atokenwithoutanamebutlongenough'],
    ['HELPDESK_ZENDESK_SECRET', 'short'],
  ])('%s that would never fit is refused', (name, value) => {
    const result = readSettings({ [name]: value });
    expect(result.ok ? [] : result.problems.map((p) => p.message.split(':')[0])).toEqual([name]);
  });

  test('of helpdesks are read by the name of each, and to write back takes both address and token', () => {
    const both = { HELPDESK_OUR_DESK_URL: 'https://desk.example', HELPDESK_OUR_DESK_TOKEN: 'a:b' };
    const result = readSettings({ ...both, HELPDESK_ZENDESK_SECRET: 'of sixteen signs' });
    expect(result.ok && Object.fromEntries(result.value.HELPDESKS)).toEqual({
      'our-desk': { secret: null, access: { url: 'https://desk.example', token: 'a:b' } },
      zendesk: { secret: 'of sixteen signs', access: null },
    });
    const half = readSettings({ HELPDESK_OUR_DESK_URL: 'https://desk.example' });
    expect(half.ok ? [] : half.problems.map((p) => p.message.split(':')[0])).toEqual(['HELPDESK_OUR_DESK_TOKEN']);
    const plain = readSettings({ ...both, HELPDESK_OUR_DESK_URL: 'http://desk.example' });
    expect(plain.ok ? [] : plain.problems.map((p) => p.message.split(':')[0])).toEqual(['HELPDESK_OUR_DESK_URL']);
  });

  test('of triagers hold the hash of a token, whichever of the two is set', () => {
    const token = 'a token of more than twenty-four signs'.replaceAll(' ', '-');
    const inClear = readSettings({ DESK_TOKENS: `ann:${token}` });
    const [ann] = inClear.ok ? inClear.value.DESK_TOKENS : [];
    expect(ann?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    const hashed = readSettings({ DESK_TOKENS: `ann:sha256-${ann?.tokenHash}, ben:${token}2` });
    expect(hashed.ok && hashed.value.DESK_TOKENS.map(({ name }) => name)).toEqual(['ann', 'ben']);
    expect(hashed.ok && hashed.value.DESK_TOKENS[0]).toEqual(ann);
    expect(readSettings({ DESK_TOKENS: `ann:${token} ann:${token}2` }).ok).toBe(false);
  });

  test('that cannot be used are all named, each with its name', () => {
    const result = readSettings({ PORT: '99999', TIME_ZONE: 'Europe/Nowhere', ANSWERING: 'fast' });
    expect(result.ok ? [] : result.problems.map((p) => p.message.split(':')[0])).toEqual([
      'PORT',
      'TIME_ZONE',
      'ANSWERING',
    ]);
  });
});

describe("the bot's secret", () => {
  const ID = '00000000-0000-4000-8000-000000000001';
  test.each([
    ['SingleTenant', '', 'the bot needs its secret'],
    ['SingleTenant', 'secret', null],
    ['UserAssignedMsi', 'secret', 'a bot with a managed identity has no secret'],
    ['UserAssignedMsi', '', null],
  ])('of a %s bot, where it is %j', (type, password, problem) => {
    const bot = { MICROSOFT_APP_ID: ID, MICROSOFT_APP_TENANT_ID: ID, MICROSOFT_APP_TYPE: type };
    const result = readSettings({ ...bot, MICROSOFT_APP_PASSWORD: password });
    const [found = null] = result.ok ? credentialProblems(result.value) : result.problems;
    expect(found?.message ?? null).toEqual(
      problem === null ? null : expect.stringContaining(`MICROSOFT_APP_PASSWORD: ${problem}; `),
    );
  });

  test('is not asked for without an app id', () => {
    const result = readSettings({});
    expect(result.ok && credentialProblems(result.value)).toEqual([]);
  });
});
