import type { NewHandOff } from '../../src/store/hand-offs.js';
import type { Store } from '../../src/store/open-store.js';
import { handOff } from './hand-off.js';
import { opened } from './open.js';

let store: Store;
beforeEach(async () => {
  store = await opened(':memory:');
});
afterEach(() => store.close());

const keep = (...all: NewHandOff[]) => store.effects.keep(all.map((one) => ({ kind: 'open-hand-off', handOff: one })));

test('a request is read as it was noted, and waits', async () => {
  await keep(handOff('H-1', 'c1'));
  expect(await store.handOffs.get('H-1')).toEqual({ ...handOff('H-1', 'c1'), state: 'waiting' });
  expect(await store.handOffs.open('c1')).toEqual(await store.handOffs.get('H-1'));
  expect(await store.handOffs.get('H-2')).toBeNull();
});

test('a conversation has one open request, whoever notes a second', async () => {
  await keep(handOff('H-1', 'c1'));
  await keep(handOff('H-2', 'c1'));
  expect((await store.handOffs.list('waiting')).map(({ reference }) => reference)).toEqual(['H-1']);
});

test('requests are listed by state, the oldest first', async () => {
  await keep(
    handOff('H-2', 'c2', '2026-11-02'),
    handOff('H-3', 'c3', '2026-11-03'),
    handOff('H-1', 'c1', '2026-11-04'),
  );
  expect((await store.handOffs.list('waiting')).map(({ reference }) => reference)).toEqual(['H-2', 'H-3', 'H-1']);
  expect(await store.handOffs.list('waiting', 1)).toHaveLength(1);
  expect(await store.handOffs.list('closed')).toEqual([]);
});

test('a turn that is not stored notes no request', async () => {
  await store.conversations.create({ id: 'c1', channel: 'directline', userId: 'u1' });
  const done = await store.turns.complete({
    conversationId: 'c1',
    answered: null,
    said: [],
    states: [{ id: 's', channel: 'directline', state: {}, expected: 4 }],
    effects: [{ kind: 'open-hand-off', handOff: handOff('H-1', 'c1') }],
  });
  expect(done).toEqual({ kind: 'conflict', id: 's' });
  expect(await store.handOffs.list('waiting')).toEqual([]);
});
