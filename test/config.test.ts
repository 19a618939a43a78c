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
    expect(Object.keys(example).sort()).toEqual(Object.keys(settingsSchema.shape).sort());
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
  ])('%s that would never fit is refused', (name, value) => {
    const result = readSettings({ [name]: value });
    expect(result.ok ? [] : result.problems.map((p) => p.message.split(':')[0])).toEqual([name]);
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
