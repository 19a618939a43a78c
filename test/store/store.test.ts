import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { openStore, type Store } from '../../src/store/open-store.js';
import { handOff } from './hand-off.js';
import { opened, stillClock } from './open.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
let store: Store;
beforeEach(async () => {
  store = await opened(':memory:');
  await store.conversations.create({ id: 'c1', channel: 'directline', userId: 'u1' });
});
afterEach(() => store.close());

const message = (id: string, text = id) => ({ id, type: 'message', text });

const WITHOUT_DESK =
  'DROP TABLE dismissed_lessons; DROP TABLE talk_messages; DROP TABLE talks; ALTER TABLE handoffs DROP COLUMN address; DROP TABLE outbox; DROP TABLE tickets; DROP TABLE audit; DROP TABLE desk_sessions;';

describe('opening a store', () => {
  test('makes the folder and the file, and finds everything again the second time', async () => {
    const file = join(folder, 'deep', 'er', 'sns.db');
    const first = await opened(file);
    await first.sessions.save([{ id: 'k', channel: 'web', state: { n: 1 }, expected: 'new' }]);
    await first.close();
    const second = await opened(file);
    expect(await second.sessions.load('k')).toEqual({ state: { n: 1 }, version: 1 });
    await second.close();
  });

  test('writes ahead, so that others may read while it writes', async () => {
    const file = join(folder, 'pragmas.db');
    await (await opened(file)).close();
    const raw = new Sqlite(file);
    expect(raw.pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    raw.close();
  });

  test('brings a store of the first version up to date, with all that is in it', async () => {
    const file = join(folder, 'older.db');
    const older = await opened(file);
    await older.conversations.create({ id: 'c1', channel: 'directline', userId: 'u1' });
    await older.close();
    const raw = new Sqlite(file);
    raw.exec(
      `${WITHOUT_DESK} DROP TABLE reminders; DROP INDEX conversations_user; DROP TABLE handoffs; DROP TABLE feedback; DELETE FROM schema_version WHERE version > 1`,
    );
    raw.close();
    const newer = await opened(file);
    expect(await newer.handOffs.list('waiting')).toEqual([]);
    expect(await newer.conversations.get('c1')).not.toBeNull();
    await newer.close();
  });

  test('puts requests for a person from before there was a desk into its queue', async () => {
    const file = join(folder, 'before-the-desk.db');
    const older = await opened(file);
    await older.effects.keep([{ kind: 'open-hand-off', handOff: handOff('H-1', 'c1', '2026-11-20T09:00:00.000Z') }]);
    await older.close();
    const raw = new Sqlite(file);
    raw.exec(`${WITHOUT_DESK} DELETE FROM schema_version WHERE version > 4`);
    raw.close();
    const newer = await opened(file);
    expect(await newer.tickets.get('chat-H-1')).toMatchObject({ source: 'chat', handOff: 'H-1', state: 'new' });
    await newer.close();
  });

  test('refuses a store of a newer program and leaves it alone', async () => {
    const file = join(folder, 'newer.db');
    await (await opened(file)).close();
    const raw = new Sqlite(file);
    raw.exec("INSERT INTO schema_version VALUES (99, 'then')");
    raw.close();
    expect(await openStore(file, stillClock)).toMatchObject({ ok: false, problems: [{ code: 'store-newer' }] });
  });

  test('names a file that is no database, and what to do', async () => {
    const file = join(folder, 'notes.txt');
    writeFileSync(file, 'this is not a database, however long one looks at it. '.repeat(40));
    expect(await openStore(file, stillClock)).toMatchObject({
      ok: false,
      problems: [{ code: 'store-unusable', file }],
    });
  });
});

describe('sessions', () => {
  const write = (expected: number | 'new' | 'any', state: unknown = { n: 1 }, id = 'k') =>
    store.sessions.save([{ id, channel: 'web', state, expected }]);

  test('count the writes of a key, and write only over the version that was read', async () => {
    expect(await write('new')).toEqual({ ok: true });
    expect(await write(1, { n: 2 })).toEqual({ ok: true });
    expect(await write(1, { n: 3 })).toEqual({ ok: false, conflict: 'k' });
    expect(await write('new')).toEqual({ ok: false, conflict: 'k' });
    expect(await write('any', { n: 4 })).toEqual({ ok: true });
    expect(await store.sessions.load('k')).toEqual({ state: { n: 4 }, version: 3 });
  });

  test('write all of several keys or none', async () => {
    await write('new', { n: 1 }, 'b');
    const both = await store.sessions.save([
      { id: 'a', channel: 'web', state: { n: 1 }, expected: 'new' },
      { id: 'b', channel: 'web', state: { n: 2 }, expected: 7 },
    ]);
    expect(both).toEqual({ ok: false, conflict: 'b' });
    expect(await store.sessions.load('a')).toBeNull();
  });

  test('forget a key that is deleted', async () => {
    await write('new');
    expect(await write('any', null)).toEqual({ ok: true });
    expect(await write('any', null)).toEqual({ ok: true });
    expect(await store.sessions.load('k')).toBeNull();
  });
});

describe('a turn', () => {
  test('is acknowledged once stored, and leaves answers and state together', async () => {
    expect(await store.turns.receive('c1', message('m1', 'hello'), 'x1')).toEqual({ kind: 'stored', id: 'm1' });
    const item = await store.turns.next('c1');
    expect(item).toEqual({ conversationId: 'c1', seq: 1, activity: message('m1', 'hello'), attempts: 0 });
    await store.turns.complete({
      conversationId: 'c1',
      answered: 1,
      said: [message('b1'), message('b2')],
      states: [{ id: 's', channel: 'directline', state: {}, expected: 'new' }],
    });
    expect(await store.turns.next('c1')).toBeNull();
    expect(await store.activities.since('c1', 0)).toEqual({
      activities: [message('m1', 'hello'), message('b1'), message('b2')],
      marks: [1, 2, 3],
      watermark: 3,
    });
  });

  test('leaves nothing at all where a state was changed meanwhile', async () => {
    await store.turns.receive('c1', message('m1'), null);
    const done = await store.turns.complete({
      conversationId: 'c1',
      answered: 1,
      said: [message('b1')],
      states: [{ id: 's', channel: 'directline', state: {}, expected: 4 }],
    });
    expect(done).toEqual({ kind: 'conflict', id: 's' });
    expect((await store.activities.since('c1', 0)).activities).toHaveLength(1);
    expect(await store.turns.waiting()).toBe(1);
  });

  test('is written once, whoever else answered the same message', async () => {
    await store.turns.receive('c1', message('m1'), null);
    const turn = { conversationId: 'c1', answered: 1, said: [message('b1')], states: [] };
    expect(await store.turns.complete(turn)).toEqual({ kind: 'written' });
    expect(await store.turns.complete(turn)).toEqual({ kind: 'answered-elsewhere' });
    expect((await store.activities.since('c1', 0)).activities).toHaveLength(2);
  });

  test('knows a message that is sent again by the sender’s id, within its conversation', async () => {
    await store.conversations.create({ id: 'c2', channel: 'directline', userId: 'u2' });
    await store.turns.receive('c1', message('m1'), 'x1');
    expect(await store.turns.receive('c1', message('m2'), 'x1')).toEqual({ kind: 'repeated', id: 'm1' });
    expect(await store.turns.receive('c2', message('m3'), 'x1')).toEqual({ kind: 'stored', id: 'm3' });
    expect((await store.activities.since('c1', 0)).activities).toHaveLength(1);
  });

  test('is not received for a conversation that does not exist', async () => {
    expect(await store.turns.receive('c9', message('m1'), null)).toEqual({ kind: 'unknown-conversation' });
  });

  test('keeps its order and loses none when many arrive at once', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `m${n}`);
    await Promise.all(ids.map((id) => store.turns.receive('c1', message(id), id)));
    const { activities } = await store.activities.since('c1', 0);
    expect(activities).toEqual(ids.map((id) => message(id)));
  });

  test('counts each start of the program that takes it up again', async () => {
    await store.turns.receive('c1', message('m1'), null);
    expect(await store.turns.takeUpAgain()).toEqual(['c1']);
    expect((await store.turns.next('c1'))?.attempts).toBe(1);
  });
});

describe('what was said', () => {
  test('is read from a watermark on, in pages', async () => {
    await store.turns.complete({
      conversationId: 'c1',
      answered: null,
      said: ['a', 'b', 'c'].map((id) => message(id)),
      states: [],
    });
    expect(await store.activities.since('c1', 1, 1)).toEqual({ activities: [message('b')], marks: [2], watermark: 2 });
    expect(await store.activities.since('c1', 3)).toEqual({ activities: [], marks: [], watermark: 3 });
  });

  test('reads as a transcript: messages only, as they were last put, without those taken back', async () => {
    const team = { id: 'msteams/1', channel: 'msteams', userId: 'u' };
    await store.activities.log(team, 'user', message('1', 'is it covered?'));
    await store.activities.log(team, 'bot', { id: '2', type: 'typing' });
    await store.activities.log(team, 'bot', message('3', 'yes'));
    await store.activities.log(team, 'bot', message('4', 'oh'));
    await store.activities.log(team, 'bot', message('3', 'no'));
    await store.activities.log(team, 'bot', { id: '4', type: 'messageDelete' });
    expect((await store.activities.transcript('msteams/1')).map(({ sender, text }) => [sender, text])).toEqual([
      ['user', 'is it covered?'],
      ['bot', 'no'],
    ]);
  });
});

describe('a secret', () => {
  test('is made once and kept', async () => {
    expect(await store.secrets.keep('token', () => 'first')).toBe('first');
    expect(await store.secrets.keep('token', () => 'second')).toBe('first');
  });
});

describe('a conversation', () => {
  test('starts once, with what the bot is told first', async () => {
    const start = { id: 'c3', channel: 'directline', userId: 'u3', opening: { type: 'conversationUpdate' } };
    expect(await store.conversations.create(start)).toBe(true);
    expect(await store.conversations.create(start)).toBe(false);
    expect(await store.turns.waiting()).toBe(1);
    expect((await store.activities.since('c3', 0)).activities).toEqual([]);
  });
});
