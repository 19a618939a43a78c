import type { StoredActivity } from '../../src/store/activities.js';
import { SharedCommits } from '../../src/store/shared-commits.js';
import { opened } from './open.js';

const message = (id: string): StoredActivity => ({ id, type: 'message', text: id });

async function conversation() {
  const store = await opened(':memory:');
  await store.conversations.create({ id: 'c', channel: 'directline', userId: 'u' });
  return store;
}
const texts = async (store: Awaited<ReturnType<typeof conversation>>) =>
  (await store.activities.transcript('c')).map(({ text }) => text);

test('messages that come at once are all stored, in the order of their coming', async () => {
  const store = await conversation();
  const all = Array.from({ length: 200 }, (_, n) => `m${n}`);
  const received = await Promise.all(all.map((id) => store.turns.receive('c', message(id), id)));
  expect(received.map(({ kind }) => kind)).toEqual(all.map(() => 'stored'));
  expect(await texts(store)).toEqual(all);
  await store.close();
});

test('one that fails leaves nothing behind and takes nothing from those beside it', async () => {
  const store = await conversation();
  await store.sessions.save([{ id: 's', channel: 'directline', state: {}, expected: 'new' }]);
  const turn = (id: string, expected: number) =>
    store.turns.complete({
      conversationId: 'c',
      answered: null,
      said: [message(id)],
      states: [{ id: 's', channel: 'directline', state: { id }, expected }],
    });
  const outcomes = await Promise.all([
    store.turns.receive('c', message('before'), null),
    turn('right', 1),
    turn('too late', 1),
    store.turns.receive('c', message('after'), null),
  ]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['stored', 'written', 'conflict', 'stored']);
  expect(await texts(store)).toEqual(['before', 'right', 'after']);
  expect(await store.sessions.load('s')).toEqual({ state: { id: 'right' }, version: 2 });
  await store.close();
});

test('the same message twice at once is one message', async () => {
  const store = await conversation();
  const [one, two] = await Promise.all([
    store.turns.receive('c', message('a'), 'same'),
    store.turns.receive('c', message('b'), 'same'),
  ]);
  expect([one, two]).toEqual([
    { kind: 'stored', id: 'a' },
    { kind: 'repeated', id: 'a' },
  ]);
  await store.close();
});

/** A database that only counts; `commit` may be made to fail. */
function counting(commit: () => void = () => {}) {
  const counted = { commits: 0 };
  const db = {
    transaction: () => ({
      execute: async (work: (trx: unknown) => Promise<unknown>) => {
        const value = await work({});
        commit();
        counted.commits++;
        return value;
      },
    }),
  };
  return { counted, shared: new SharedCommits(db as never, async () => {}) };
}

test('what comes at once takes one commit, what comes later another', async () => {
  const { counted, shared } = counting();
  await Promise.all(Array.from({ length: 40 }, (_, n) => shared.run(async () => n)));
  expect(counted.commits).toBe(1);
  expect(await shared.run(async () => 'later')).toBe('later');
  expect(counted.commits).toBe(2);
});

test('where the commit itself fails nobody is told that his write is kept, and the next one is tried anew', async () => {
  let full = true;
  const { shared } = counting(() => {
    if (full) throw new Error('disk full');
  });
  const outcomes = await Promise.allSettled([shared.run(async () => 1), shared.run(async () => 2)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  full = false;
  expect(await shared.run(async () => 3)).toBe(3);
});
