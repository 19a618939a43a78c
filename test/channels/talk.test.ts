import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { talkRound } from '../../src/bot/talk-round.js';
import type { DeskChat } from '../../src/domain/desk.js';
import { keepingBot } from '../bot/keeping-bot.js';
import { temporaryFolder } from '../store/temporary-folder.js';
import { listen, type Opened, open, say } from './direct-line/client.js';
import { type Started, start } from './running-server.js';
import { deliver, fromTeams, GROUP_CHAT, mentioning, PERSONAL, teamsService } from './teams.js';

const folder = temporaryFolder();
const begin = (file = ':memory:') => start({ file, botOf: (storage, store) => keepingBot(store, storage) });
const MINUTE = 60_000;

/** Says what waits, and looks whether somebody is still there, so many minutes after the store's own moment. */
const round = (server: Started, minutes = 0) =>
  talkRound(
    {
      store: server.store,
      clock: () => new Date(Date.parse('2026-11-22T10:00:00.000Z') + minutes * MINUTE),
      report: (where) => server.reported.push(where),
    },
    server.say,
  );

/** The desk's side of the only request for a person. */
async function desk(server: Started) {
  const [request] = await server.store.handOffs.list('waiting');
  const [taken] = await server.store.handOffs.list('taken');
  const id = `chat-${(request ?? taken)?.reference}`;
  const { desk: own } = server.helpdesk;
  const act = async (who: string, kind: 'talk' | 'give-back' | 'release' | 'done', version?: number) => {
    const seen = version ?? (await server.store.tickets.get(id))?.version ?? 0;
    return (await own.act(id, seen, who, { kind })).kind;
  };
  return {
    id,
    act,
    take: async (who: string, over = false) => {
      const seen = (await server.store.tickets.get(id))?.version ?? 0;
      return (await own.act(id, seen, who, { kind: 'take', over })).kind;
    },
    says: (who: string, text: string, message = randomUUID()) => own.say(id, who, { id: message, text }),
    chat: async (): Promise<DeskChat> => {
      const chat = await own.chat(id);
      if (chat === null) throw new Error('there is no chat');
      return chat;
    },
    audit: async () => (await server.store.audit.of(id)).map(({ who, what }) => `${who} ${what}`).reverse(),
  };
}

/** A conversation of the page, with all that was said in it as it stands in the store. */
async function visitor(server: Started) {
  const to = await open(server);
  await say(to, 'person');
  await listen(to.streamUrl, 4);
  return to;
}
const texts = async (server: Started, { conversationId }: Opened) =>
  (await server.store.activities.transcript(conversationId)).map(({ sender, person, text }) =>
    sender === 'user' ? `> ${text}` : `${person ? `${person}: ` : ''}${text.split('. ', 1)[0]}`,
  );
/** What the page has said is answered, or kept for whoever talks. */
async function settled(server: Started): Promise<void> {
  while ((await server.store.turns.waiting()) > 0) await new Promise((soon) => setImmediate(soon));
}

const JOINED = 'Ann, service desk, has joined';
const LEFT = 'Ann, service desk, has left the chat';

describe('on the page', () => {
  test('the assistant is silent while somebody talks, all comes once and in order, and then it answers again', async () => {
    const server = await begin();
    const to = await visitor(server);
    const ann = await desk(server);
    await ann.take('ann');
    expect(await ann.act('ann', 'talk')).toBe('changed');
    await round(server);
    await say(to, 'are you there?');
    await settled(server);
    const id = randomUUID();
    await ann.says('ann', 'yes', id);
    await ann.says('ann', 'yes', id);
    await ann.says('ann', 'which room?');
    await round(server);
    await round(server);
    await ann.says('ann', 'yes', id);
    await round(server);
    await say(to, 'room 12');
    await settled(server);
    expect(await ann.act('ann', 'give-back')).toBe('changed');
    await round(server);
    await say(to, 'thanks');
    await settled(server);
    expect((await texts(server, to)).slice(3)).toEqual([
      JOINED,
      '> are you there?',
      'Ann, service desk: yes',
      'Ann, service desk: which room?',
      '> room 12',
      LEFT,
      '> thanks',
      'heard thanks',
    ]);
    expect(await ann.audit()).toEqual(['ann taken', 'ann talk-begun', 'ann talk-ended']);
    expect(server.reported).toEqual([]);
  });

  test('what is said for a person carries their name, and neither sources nor anything to judge', async () => {
    const server = await begin();
    const to = await visitor(server);
    const ann = await desk(server);
    await ann.take('ann');
    await ann.act('ann', 'talk');
    await ann.says('ann', 'Hello');
    await round(server);
    const { activities } = await server.store.activities.since(to.conversationId, 0);
    expect(activities.at(-1)).toMatchObject({
      type: 'message',
      text: 'Ann, service desk: Hello',
      channelData: { person: { name: 'Ann, service desk', says: 'Hello' } },
    });
    const { id } = activities.at(-1) as { id: string };
    expect((await judge(to, id)).status).toBe(400);
  });

  test.each(['release', 'done'] as const)('%s gives the chat back, too', async (kind) => {
    const server = await begin();
    const to = await visitor(server);
    const ann = await desk(server);
    await ann.take('ann');
    await ann.act('ann', 'talk');
    await ann.act('ann', kind);
    await round(server);
    await say(to, 'hello');
    await settled(server);
    expect((await texts(server, to)).slice(3)).toEqual([JOINED, LEFT, '> hello', 'heard hello']);
  });

  test('words that order the assistant are for the person, but for those that bring it back', async () => {
    const server = await begin();
    const to = await visitor(server);
    const ann = await desk(server);
    await ann.take('ann');
    await ann.act('ann', 'talk');
    await round(server);
    for (const text of ['cancel', 'start over', 'Back to the assistant!', 'hello']) {
      await say(to, text);
      await settled(server);
    }
    expect((await texts(server, to)).slice(4)).toEqual([
      '> cancel',
      '> start over',
      '> Back to the assistant!',
      LEFT,
      '> hello',
      'heard hello',
    ]);
    expect(await ann.says('ann', 'too late')).toBe('not-talking');
    expect((await ann.audit()).at(-1)).toBe('system talk-ended');
  });

  test('all is erased where the asker wants it, the talk and what was written in it included', async () => {
    const server = await begin();
    const to = await visitor(server);
    const ann = await desk(server);
    await ann.take('ann');
    await ann.act('ann', 'talk');
    await ann.says('ann', 'a secret');
    await say(to, 'erase my data');
    await settled(server);
    await round(server);
    expect(await texts(server, to)).toEqual([expect.stringMatching(/erased/), LEFT]);
  });

  test('whoever is not the one who talks can neither write nor take the chat over beside them', async () => {
    const server = await begin();
    await visitor(server);
    const one = await desk(server);
    await one.take('ann');
    const version = (await server.store.tickets.get(one.id))?.version ?? 0;
    expect(await one.act('ben', 'talk')).toBe('conflict');
    expect(await one.act('ann', 'talk', version)).toBe('changed');
    expect(await one.act('ann', 'talk', version)).toBe('conflict');
    expect(await one.act('ann', 'talk')).toBe('conflict');
    expect(await one.says('ben', 'me too')).toBe('not-talking');
    expect(await one.take('ben', true)).toBe('changed');
    expect(await one.says('ann', 'still me')).toBe('not-talking');
    expect((await one.chat()).talk).toBeNull();
    expect(await one.act('ben', 'talk')).toBe('changed');
  });

  test('a restart in the middle changes nothing: what waited is said once, and the assistant stays silent', async () => {
    const file = join(folder, 'restart.db');
    const before = await begin(file);
    const to = await visitor(before);
    const ann = await desk(before);
    await ann.take('ann');
    await ann.act('ann', 'talk');
    await ann.says('ann', 'written before');
    await before.stop();
    const after = await begin(file);
    await round(after);
    await round(after);
    await say({ ...to, base: `${after.url}/v3/directline` }, 'heard after');
    await settled(after);
    expect((await texts(after, to)).slice(3)).toEqual([JOINED, 'Ann, service desk: written before', '> heard after']);
    expect((await (await desk(after)).chat()).talk).toMatchObject({ who: 'ann' });
  });

  test('nobody talks to a triager who has gone: the asker is told, and has the assistant again', async () => {
    const server = await begin();
    const to = await visitor(server);
    const ann = await desk(server);
    await ann.take('ann');
    await ann.act('ann', 'talk');
    await round(server, 4);
    expect((await ann.chat()).talk).not.toBeNull();
    const { version } = await ann.chat();
    await round(server, 6);
    await say(to, 'hello?');
    await settled(server);
    const said = (await texts(server, to)).slice(3);
    expect(said).toEqual([JOINED, 'Ann, service desk, does not answer any more', '> hello?', 'heard hello?']);
    expect((await ann.audit()).at(-1)).toBe('system talk-lost');
    expect((await ann.chat()).version).toBeGreaterThan(version);
    expect((await server.store.tickets.get(ann.id))?.takenBy).toBe('ann');
  });
});

const judge = ({ base, conversationId, auth }: Opened, replyToId: string) =>
  fetch(`${base}/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...auth },
    body: JSON.stringify({ type: 'messageReaction', replyToId, reactionsAdded: [{ type: 'like' }] }),
  });

describe('in Teams', () => {
  const personal = async (server: Started, serviceUrl: string) => {
    let n = 0;
    return (text: string, more: object = {}) =>
      deliver(server, fromTeams(serviceUrl, 'ann', PERSONAL, { text, id: `m${++n}`, ...more }));
  };

  test('the assistant is silent while somebody talks, and what they write comes once and in order', async () => {
    const teams = await teamsService();
    const server = await begin();
    const write = await personal(server, teams.serviceUrl);
    await write('person');
    const before = teams.sent.length;
    const ben = await desk(server);
    await ben.take('ben');
    await ben.act('ben', 'talk');
    await round(server);
    await write('are you there?');
    await ben.says('ben', 'yes');
    await ben.says('ben', 'which room?');
    await round(server);
    await round(server);
    expect((await ben.chat()).transcript.slice(-4).map(({ sender, person, text }) => [sender, person, text])).toEqual([
      ['bot', null, expect.stringMatching(/^Ben, service desk, has joined/)],
      ['user', null, 'are you there?'],
      ['bot', 'Ben, service desk', 'yes'],
      ['bot', 'Ben, service desk', 'which room?'],
    ]);
    await ben.act('ben', 'give-back');
    await round(server);
    await write('thanks');
    expect(teams.sent.slice(before).map(({ text }) => text?.split('. ', 1)[0])).toEqual([
      'Ben, service desk, has joined',
      'Ben, service desk: yes',
      'Ben, service desk: which room?',
      'Ben, service desk, has left the chat',
      'heard thanks',
    ]);
    expect(teams.sent.slice(before, -1).every(({ to, channelData }) => to === PERSONAL.id && !channelData)).toBe(true);
  });

  test('a message that was edited meanwhile reads at the desk as it does now, and is answered by nobody else', async () => {
    const teams = await teamsService();
    const server = await begin();
    const write = await personal(server, teams.serviceUrl);
    await write('person', { id: 'first' });
    const ben = await desk(server);
    await ben.take('ben');
    await ben.act('ben', 'talk');
    await write('room 12', { id: 'room' });
    const before = teams.sent.length;
    const edit = { type: 'messageUpdate', channelData: { eventType: 'editMessage' } };
    await write('room 13', { ...edit, id: 'room' });
    await write('a person, please', { ...edit, id: 'first' });
    expect(teams.sent.slice(before)).toEqual([]);
    expect((await ben.chat()).transcript.at(-1)?.text).toBe('room 13');
    await ben.act('ben', 'give-back');
    await write('two persons, please', { ...edit, id: 'first' });
    expect(teams.sent.slice(before)).toEqual([]);
  });

  test('what Teams cannot take waits, and what comes after it, too', async () => {
    const teams = await teamsService();
    const server = await begin();
    await (await personal(server, teams.serviceUrl))('person');
    const ben = await desk(server);
    await ben.take('ben');
    await ben.act('ben', 'talk');
    await ben.says('ben', 'yes');
    teams.status = 503;
    await round(server);
    expect((await ben.chat()).unsaid).toMatchObject([{ text: 'yes', state: 'waiting' }]);
    teams.status = 200;
    await round(server);
    expect(teams.sent.slice(-2).map(({ text }) => text)).toEqual([
      expect.stringMatching(/has joined/),
      'Ben, service desk: yes',
    ]);
    expect((await ben.chat()).unsaid).toEqual([]);
  });

  test('what was being sent when the server ended is not sent again, and the desk says that it may have arrived', async () => {
    const teams = await teamsService();
    const server = await begin();
    await (await personal(server, teams.serviceUrl))('person');
    const ben = await desk(server);
    await ben.take('ben');
    await ben.act('ben', 'talk');
    await round(server);
    const id = randomUUID();
    await ben.says('ben', 'yes', id);
    await server.store.talkMessages.take(id);
    const before = teams.sent.length;
    await round(server);
    expect(teams.sent).toHaveLength(before);
    expect((await ben.chat()).unsaid).toEqual([{ id, text: 'yes', state: 'unsure' }]);
    expect((await ben.audit()).at(-1)).toBe('system not-told');
  });

  test('a file alone reaches nobody, and its sender is told', async () => {
    const teams = await teamsService();
    const server = await begin();
    const write = await personal(server, teams.serviceUrl);
    await write('person');
    const ben = await desk(server);
    await ben.take('ben');
    await ben.act('ben', 'talk');
    await round(server);
    await write('', { attachments: [{ contentType: 'image/png', contentUrl: 'https://teams/picture' }] });
    expect(teams.sent.at(-1)?.text).toBe('Only text reaches Ben, service desk. Please write it in words.');
  });

  test('in a group nobody takes over, since all would read what is written to one', async () => {
    const teams = await teamsService();
    const server = await begin();
    await deliver(server, fromTeams(teams.serviceUrl, 'ann', GROUP_CHAT, mentioning('person')));
    const ben = await desk(server);
    await ben.take('ben');
    expect(await ben.act('ben', 'talk')).toBe('no-chat');
  });

  test('whose app is removed talks with nobody any more', async () => {
    const teams = await teamsService();
    const server = await begin();
    const write = await personal(server, teams.serviceUrl);
    await write('person');
    const ben = await desk(server);
    await ben.take('ben');
    await ben.act('ben', 'talk');
    await write('', { type: 'installationUpdate', action: 'remove' });
    expect((await ben.chat()).talk).toBeNull();
  });
});
