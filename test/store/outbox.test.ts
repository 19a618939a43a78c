import type { Store } from '../../src/store/open-store.js';
import { Outbox } from '../../src/store/outbox.js';
import { incoming } from './incoming-ticket.js';
import { opened, stillClock } from './open.js';

let store: Store;
beforeEach(async () => {
  store = await opened(':memory:');
  for (const externalId of ['1', '2', '3']) await store.intake.take(incoming({ externalId }));
});
afterEach(() => store.close());

const note = (n: string, text = 'Read.') => ({
  ticketId: `id-${n}`,
  source: 'zendesk',
  externalId: n,
  route: 'auto-answer',
  note: text,
});
const due = async () => (await store.outbox.due()).map(({ externalId, note: text }) => `${externalId} ${text}`);

test('a note waits until it is told, and is not told twice', async () => {
  expect(await store.outbox.put(note('1'))).toBe('waiting');
  const [waiting] = await store.outbox.due();
  if (!waiting) throw new Error('nothing waits');
  await store.outbox.tried(waiting, { kind: 'sent' });
  expect(await store.outbox.put(note('1'))).toBe('same');
  expect(await due()).toEqual([]);
  expect((await store.audit.of('id-1'))[0]).toMatchObject({ what: 'written-back', who: 'system' });
});

test('a newer note takes the place of one that waits, and what came of the older is of no account', async () => {
  await store.outbox.put(note('1', 'First.'));
  const [first] = await store.outbox.due();
  await store.outbox.put(note('1', 'Second.'));
  if (!first) throw new Error('nothing waits');
  await store.outbox.tried(first, { kind: 'sent' });
  expect(await due()).toEqual(['1 Second.']);
});

test('what did not go is due again when its time has come, with what was done of it', async () => {
  await store.outbox.put(note('1'));
  const [waiting] = await store.outbox.due();
  if (!waiting) throw new Error('nothing waits');
  const later = '2026-11-22T10:00:01.000Z';
  await store.outbox.tried(waiting, { kind: 'again', callsMade: 1, nextAt: later, problem: '503' });
  expect(await due()).toEqual([]);
  expect(await store.outbox.of('id-1')).toEqual({ state: 'waiting', attempts: 1, problem: '503' });
  const now = stillClock().toISOString();
  await store.outbox.tried(waiting, { kind: 'again', callsMade: 1, nextAt: now, problem: '503' });
  expect(await store.outbox.due()).toMatchObject([{ callsMade: 1, attempts: 2 }]);
});

test('no more wait than there may, save newer notes of those that do', async () => {
  const small = Object.create(store.outbox, { most: { value: 2 } }) as Outbox;
  expect(small).toBeInstanceOf(Outbox);
  expect([await small.put(note('1')), await small.put(note('2')), await small.put(note('3'))]).toEqual([
    'waiting',
    'waiting',
    'full',
  ]);
  expect(await small.put(note('2', 'Newer.'))).toBe('waiting');
  expect(await due()).toEqual(['1 Read.', '2 Newer.']);
});

test('with its ticket a note goes', async () => {
  await store.outbox.put(note('1'));
  expect(await store.erasure.ticket('zendesk', '1')).toEqual({ tickets: 1 });
  expect(await due()).toEqual([]);
});
