import { sign } from 'jsonwebtoken';
import { BotFrameworkAuthentication } from '../../../src/channels/bot-framework/authentication.js';
import type { Cloud } from '../../../src/channels/bot-framework/clouds.js';
import type { ChannelSettings } from '../../../src/channels/settings.js';
import { settings, start } from '../running-server.js';
import {
  APP_ID,
  channelClaims,
  closeAll,
  directoryClaims,
  KEYS,
  keyServer,
  OTHER_TENANT,
  SERVICE,
  signed,
  silentChannel,
  TENANT,
  unreachable,
} from './microsoft.js';

type BotFramework = ChannelSettings['botFramework'];

// The SDK prints tokens that do not hold.
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => {
  jest.restoreAllMocks();
  closeAll();
});

const registered = (cloud: Cloud, more: Partial<BotFramework> = {}): BotFramework => ({
  ...settings.botFramework,
  appId: APP_ID,
  appPassword: 'a secret of the tests',
  appType: 'SingleTenant',
  tenantId: TENANT,
  cloud,
  ...more,
});

/** A server with an app id, whose bot counts messages and says nothing. */
async function bot(botFramework: BotFramework) {
  let turns = 0;
  const botOf = () => ({
    run: async () => {
      turns += 1;
    },
  });
  const server = await start({ settings: { botFramework }, botOf });
  const send = async (token: string | null, more: object = {}) => {
    const response = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ ...activity, ...more }),
    });
    const text = await response.text();
    return text === '' ? [response.status] : [response.status, JSON.parse(text).code];
  };
  return { server, send, turns: () => turns };
}

const activity = {
  type: 'message',
  id: 'a1',
  channelId: 'msteams',
  serviceUrl: SERVICE,
  conversation: { id: '19:x', tenantId: TENANT },
  from: { id: 'u' },
  recipient: { id: 'b' },
  timestamp: '2026-11-27T10:00:00Z',
  text: 'hello',
};

describe('with an app id', () => {
  test.each([
    ['a channel', channelClaims],
    ["a tool with the bot's own credentials", directoryClaims],
  ])('%s with a genuine token is answered', async (_who, claims) => {
    const { send, turns } = await bot(registered((await keyServer()).cloud));
    expect([await send(signed(claims())), turns()]).toEqual([[200], 1]);
  });

  const past = () => ({ ...channelClaims(), exp: Math.floor(Date.now() / 1000) - 1000 });
  const endless = () => {
    const { exp: _, ...rest } = channelClaims();
    return rest;
  };
  test.each<[string, () => string | null]>([
    ['no token', () => null],
    ['what is no token', () => 'token'],
    ['a token for another bot', () => signed({ ...channelClaims(), aud: OTHER_TENANT })],
    ['a token for several bots', () => signed({ ...channelClaims(), aud: [APP_ID, OTHER_TENANT] })],
    ['a token that has run out', () => signed(past())],
    ['a token without an end', () => signed(endless())],
    ['a token of another issuer', () => signed({ ...channelClaims(), iss: 'https://issuer.example' })],
    ["a token of another tenant's directory", () => signed(directoryClaims(OTHER_TENANT))],
    ['a token of another tenant under our issuer', () => signed({ ...directoryClaims(), tid: OTHER_TENANT })],
    ["another app's token of our own tenant", () => signed({ ...directoryClaims(), appid: OTHER_TENANT })],
    [
      'a token for another serviceUrl',
      () => signed({ ...channelClaims(), serviceurl: 'https://smba.trafficmanager.net/amer/' }),
    ],
    ['an unsigned token', () => sign(channelClaims(), '', { algorithm: 'none', keyid: 'k1' })],
    [
      'a token signed with the public key as a secret',
      () =>
        sign(channelClaims(), KEYS.published.export({ type: 'spki', format: 'pem' }), {
          algorithm: 'HS256',
          keyid: 'k1',
        }),
    ],
  ])('%s is a 401, and nobody is asked for keys', async (_what, token) => {
    const keys = await keyServer();
    const { send, turns } = await bot(registered(keys.cloud));
    expect([await send(token()), turns(), keys.asked]).toEqual([[401, 'unauthorized'], 0, []]);
  });

  test.each([
    ['a token for channels that are not the one it comes from', () => signed(channelClaims()), { channelId: 'other' }],
    ["a stranger's signature under Microsoft's key id", () => signed(channelClaims(), KEYS.stranger), {}],
    ['a key that Microsoft does not have', () => signed(channelClaims(), KEYS.stranger, 'k2'), {}],
  ])('%s is a 401', async (_what, token, more) => {
    const { send, turns, server } = await bot(registered((await keyServer()).cloud));
    expect([await send(token(), more), turns()]).toEqual([[401, 'unauthorized'], 0]);
    expect(server.reported).toEqual([
      "a message of the Bot Framework was refused: its token is not Microsoft's, or not for this channel",
    ]);
    expect(await send(signed(channelClaims()))).toEqual([200]);
  });

  test('a token that cannot be verified, since nothing answers for the keys, is a 401', async () => {
    const { send, turns } = await bot(registered(await unreachable()));
    expect([await send(signed(channelClaims())), turns()]).toEqual([[401, 'cannot-verify'], 0]);
  });

  test('where keys are promised and never come they are waited for once, and then all is refused for a while', async () => {
    const keys = await keyServer({ silent: true });
    const limits = { keys: { wait: 30, pause: 600_000 }, sending: 5000 };
    const { send } = await bot(registered(keys.cloud, { limits }));
    const tokens = Array.from({ length: 20 }, (_, i) => signed(channelClaims(), KEYS.stranger, `forged ${i}`));
    const answers = await Promise.all(tokens.map((token) => send(token)));
    expect(answers).toEqual(tokens.map(() => [401, 'cannot-verify']));
    expect(keys.asked).toEqual(['/channels']);
  });

  test("another tenant's activity is a 403, unless that tenant is allowed", async () => {
    const { cloud } = await keyServer();
    const from = (tenant: string) => ({ conversation: { id: '19:x', tenantId: tenant } });
    const inData = { conversation: { id: '19:x' }, channelData: { tenant: { id: OTHER_TENANT } } };
    const own = await bot(registered(cloud));
    expect(await own.send(signed(channelClaims()), from(OTHER_TENANT))).toEqual([403, 'wrong-tenant']);
    expect(await own.send(signed(channelClaims()), from(TENANT.toUpperCase()))).toEqual([200]);
    expect(await own.send(signed(channelClaims()), inData)).toEqual([403, 'wrong-tenant']);
    expect(own.turns()).toBe(1);
    const open = await bot(registered(cloud, { otherTenants: [OTHER_TENANT] }));
    expect(await open.send(signed(channelClaims()), from(OTHER_TENANT))).toEqual([200]);
    const all = await bot(registered(cloud, { otherTenants: ['*'] }));
    expect(await all.send(signed(channelClaims()), inData)).toEqual([200]);
  });

  test('a serviceUrl that is on no known host is a 403, unless its host is allowed', async () => {
    const { cloud } = await keyServer();
    const serviceUrl = 'https://channel.example/';
    const token = signed({ ...channelClaims(), serviceurl: serviceUrl });
    const strict = await bot(registered(cloud));
    expect([await strict.send(token, { serviceUrl }), strict.turns()]).toEqual([[403, 'unknown-serviceUrl'], 0]);
    const open = await bot(registered(cloud, { serviceHosts: ['channel.example'] }));
    expect(await open.send(token, { serviceUrl })).toEqual([200]);
  });

  test.each([
    ['an empty object', {}],
    ['a list', []],
    ['an activity without a conversation', { ...activity, conversation: undefined }],
  ])('%s is a 400', async (_what, body) => {
    const { server, turns } = await bot(registered((await keyServer()).cloud));
    const response = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${signed(channelClaims())}` },
      body: JSON.stringify(body),
    });
    expect([response.status, turns()]).toEqual([400, 0]);
  });

  test('what the bot says unasked goes to no unknown host either', async () => {
    const parts = { botFramework: registered((await keyServer()).cloud), clock: () => new Date(), report: () => {} };
    const authentication = new BotFrameworkAuthentication(parts);
    const { claimsIdentity } = await authentication.authenticateRequest(
      {
        ...activity,
        timestamp: new Date(),
        localTimezone: '',
        callerId: '',
        label: '',
        valueType: '',
        listenFor: [],
        conversation: { id: '19:x', isGroup: false, conversationType: 'personal', name: '' },
        from: { id: 'u', name: '' },
        recipient: { id: 'b', name: '' },
      },
      `Bearer ${signed(channelClaims())}`,
    );
    const factory = authentication.createConnectorFactory(claimsIdentity);
    await expect(factory.create('https://channel.example/')).rejects.toThrow('none of the known hosts');
    await expect(factory.create(SERVICE)).resolves.toBeDefined();
  });
});

test('a channel that never answers holds its request for no longer than one call may take', async () => {
  const { serviceUrl, asked } = await silentChannel();
  const limits = { ...settings.botFramework.limits, sending: 30 };
  const server = await start({ settings: { botFramework: { ...settings.botFramework, limits } } });
  const response = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...activity, serviceUrl }),
  });
  expect(response.status).toBe(200);
  // The first thing to send only: not the rest of the turn, and no apology.
  expect(asked).toHaveLength(1);
  expect(server.reported).toEqual([
    'turn on a Bot Framework channel: the channel did not answer within 30 ms',
    'sending the apology: the channel did not answer within 30 ms',
  ]);
});
