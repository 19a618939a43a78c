import { BOT_FRAMEWORK_LIMITS } from '../../src/channels/settings.js';
import { settings, start } from './running-server.js';
import { BOT, PERSONAL, teamsService } from './teams.js';

const message = { type: 'message', text: 'a reminder', textFormat: 'plain' };
const to = (serviceUrl: string) => ({
  channelId: 'msteams',
  serviceUrl,
  bot: BOT,
  user: { id: '29:ann', name: '' },
  conversation: { ...PERSONAL, isGroup: false, name: '' },
});

test('the bot says something by itself in the conversation that a reference names, and it is in the transcript', async () => {
  const teams = await teamsService();
  const server = await start();
  expect(await server.tell(to(teams.serviceUrl), message)).toEqual({ kind: 'said' });
  expect(teams.sent).toMatchObject([{ text: 'a reminder', to: PERSONAL.id, recipient: { id: '29:ann' } }]);
  const kept = await server.store.activities.transcript(`msteams/${PERSONAL.id}`);
  expect(kept).toMatchObject([{ sender: 'bot', text: 'a reminder' }]);
});

test.each([
  [403, 'gone'],
  [404, 'gone'],
  [401, 'not-said'],
])('where Teams answers %i it is %s, and no apology follows', async (status, kind) => {
  const teams = await teamsService();
  const server = await start();
  teams.status = status;
  expect(await server.tell(to(teams.serviceUrl), message)).toMatchObject({ kind });
  expect([teams.sent, server.reported]).toEqual([[], []]);
});

test('where nobody listens it was surely not said, and may be tried again', async () => {
  const teams = await teamsService();
  const server = await start();
  const { kind } = await server.tell(to(await teams.gone()), message);
  expect(kind).toBe('not-said');
});

test('what Teams cannot take now is not sent again at once, since it may have arrived', async () => {
  const teams = await teamsService();
  const server = await start();
  teams.status = 503;
  expect(await server.tell(to(teams.serviceUrl), message)).toMatchObject({ kind: 'not-said' });
  expect(teams.asked).toBe(1);
});

const briefly = { botFramework: { ...settings.botFramework, limits: { ...BOT_FRAMEWORK_LIMITS, sending: 300 } } };

test('where Teams does not answer it may have been said, and nobody waits for the repetitions of the SDK', async () => {
  const teams = await teamsService();
  const server = await start({ settings: briefly });
  teams.status = 0;
  expect(await server.tell(to(teams.serviceUrl), message)).toMatchObject({ kind: 'unsure' });
});

test('an address that none of the channels has is written to by nobody', async () => {
  const { appId: _none, ...botFramework } = settings.botFramework;
  const known = { botFramework: { ...botFramework, appId: '00000000-0000-0000-0000-000000000001', appPassword: 'x' } };
  const server = await start({ settings: known });
  const told = await server.tell(to('https://evil.example/'), message);
  expect(told).toMatchObject({
    kind: 'not-said',
    because: { message: expect.stringMatching(/none of the known hosts/) },
  });
});
