import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { privacyErase } from '../../src/cli/privacy-erase.js';
import { privacyExport } from '../../src/cli/privacy-export.js';
import { handOff } from '../store/hand-off.js';
import { incoming } from '../store/incoming-ticket.js';
import { opened } from '../store/open.js';
import { temporaryFolder } from '../store/temporary-folder.js';
import { inMemoryStreams } from './in-memory-streams.js';

const folder = temporaryFolder();
const file = join(folder, 'sns.db');

async function run(user: string, database = file) {
  const written = inMemoryStreams();
  const code = await privacyExport(user, { file: database, open: opened }, written.streams);
  return { code, out: written.out, err: written.err };
}
const keptOf = async (user: string) => JSON.parse((await run(user)).out).kept;

beforeAll(async () => {
  const store = await opened(file);
  for (const user of ['ann', 'ben']) {
    const id = `c-${user}`;
    await store.conversations.create({ id, channel: 'directline', userId: user });
    await store.turns.receive(id, { id: `${id}-1`, type: 'message', text: `I am ${user}` }, null);
    await store.turns.complete({
      conversationId: id,
      answered: 1,
      said: [{ id: `${id}-2`, type: 'message', text: 'yes' }],
      states: [{ id: `directline/conversations/${id}/`, channel: 'directline', state: { of: user }, expected: 'new' }],
      effects: [{ kind: 'open-hand-off', handOff: { ...handOff(`H-${user}`, id), userId: user } }],
    });
    await store.turns.receive(id, { id: `${id}-3`, type: 'message', text: 'more' }, null);
    await store.feedback.put({
      conversationId: id,
      activityId: `${id}-2`,
      userId: user,
      channel: 'directline',
      reaction: 'down',
      comment: `said by ${user}`,
      exchange: { said: `I am ${user}`, answered: 'yes', reply: null },
    });
    await store.intake.take(incoming({ externalId: user, requester: user }));
  }
  await store.close();
});

test('all that is kept of a person is given, and nothing of anybody else', async () => {
  const kept = await keptOf('ann');
  expect(Object.fromEntries(Object.entries(kept).map(([what, rows]) => [what, (rows as unknown[]).length]))).toEqual({
    conversations: 1,
    messages: 3,
    'unanswered messages': 1,
    sessions: 1,
    'requests for a person': 1,
    'judgements of answers': 1,
    tickets: 2,
    'entries of the audit log': 1,
  });
  expect(JSON.stringify(kept)).not.toContain('ben');
  expect(kept.messages[0].activity).toMatchObject({ text: 'I am ann' });
  expect(kept.sessions[0].state).toEqual({ of: 'ann' });
  expect(kept['judgements of answers'][0].exchange).toMatchObject({ said: 'I am ann' });
});

test('of somebody unknown it says that nothing is kept', async () => {
  expect(await run('nobody')).toEqual({
    code: 0,
    out: '{\n  "user": "nobody",\n  "kept": {}\n}\n',
    err: 'Nothing is kept of user nobody.\n',
  });
});

test('what was erased is not exported any more, save that something was done', async () => {
  await privacyErase({ user: 'ann' }, file, inMemoryStreams().streams);
  expect(await keptOf('ann')).toEqual({});
  expect(Object.keys(await keptOf('ben'))).toContain('messages');
});

test('where there is no database it makes none', async () => {
  const { code, err } = await run('ann', join(folder, 'none.db'));
  expect([code, err]).toEqual([2, expect.stringContaining('there is no database here')]);
});

/** Tables with nothing of people who ask. */
const NOBODYS = ['schema_version', 'secrets', 'desk_sessions', 'dismissed_lessons'];

test('every table is exported, or known to hold nothing of those who ask', () => {
  const raw = new Sqlite(file);
  const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as {
    readonly name: string;
  }[];
  raw.close();
  const source = readFileSync(join(__dirname, '../../src/store/personal-data.ts'), 'utf8');
  const exported = [...source.matchAll(/selectFrom\('(\w+)'\)/g)].map(([, name]) => name);
  expect(tables.map(({ name }) => name).filter((name) => !exported.includes(name) && !NOBODYS.includes(name))).toEqual(
    [],
  );
});
