import { join } from 'node:path';
import type { Store } from '../../src/store/open-store.js';
import type { QueueWish } from '../../src/store/ticket-queue.js';
import type { TicketChange } from '../../src/store/tickets.js';
import { handOff } from './hand-off.js';
import { incoming, madeOf } from './incoming-ticket.js';
import { opened } from './open.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
let store: Store;
beforeEach(async () => {
  store = await opened(':memory:');
});
afterEach(() => store.close());

const ID = 'id-1';
const change = (who: string, what: TicketChange, version: number, id = ID) =>
  store.tickets.change(id, version, who, what);
const take = (who: string, version: number, over = false, id = ID) => change(who, { kind: 'take', over }, version, id);
const ticket = async (id = ID) => {
  const found = await store.tickets.get(id);
  if (found === null) throw new Error('it is gone');
  return found;
};
const acts = async (id = ID) => (await store.audit.of(id)).map(({ who, what }) => `${who} ${what}`).reverse();

describe('a ticket that comes in', () => {
  test('is one ticket, however often it is told of', async () => {
    expect(await store.intake.take(incoming())).toEqual({ id: ID, kind: 'new' });
    expect(await store.intake.take(incoming({ id: 'another' }))).toEqual({ id: ID, kind: 'same' });
    expect(await ticket()).toMatchObject({ version: 1, state: 'new', triage: null });
    expect(await acts()).toEqual(['system received']);
  });

  test('and the same number of another helpdesk are two', async () => {
    await store.intake.take(incoming());
    expect((await store.intake.take(incoming({ id: 'other', source: 'servicenow' }))).kind).toBe('new');
  });

  test('with another text is triaged anew, while nobody works on it', async () => {
    await store.intake.take(incoming());
    await store.tickets.triaged(await ticket(), madeOf());
    expect(await store.tickets.nextToTriage()).toBeNull();
    expect((await store.intake.take(incoming({ body: 'And the other?' }))).kind).toBe('changed');
    expect(await store.tickets.nextToTriage()).toMatchObject({ id: ID, body: 'And the other?', triage: null });
  });

  test('with another text is opened again where it was done', async () => {
    await store.intake.take(incoming());
    await take('ann', 1);
    await change('ann', { kind: 'done' }, 2);
    expect((await store.intake.take(incoming({ body: 'Still broken.' }))).kind).toBe('changed');
    expect(await ticket()).toMatchObject({ state: 'new', takenBy: null, body: 'Still broken.' });
  });

  test('with another text waits beside what somebody works on, and shuts out what they had not seen', async () => {
    await store.intake.take(incoming());
    await take('ann', 1);
    expect((await store.intake.take(incoming({ body: 'More.' }))).kind).toBe('set-aside');
    expect((await store.intake.take(incoming({ body: 'More.' }))).kind).toBe('same');
    expect(await ticket()).toMatchObject({
      body: 'Is it covered?',
      newer: { subject: 'Cover', body: 'More.' },
      takenBy: 'ann',
    });
    expect(await change('ann', { kind: 'done' }, 2)).toEqual({ kind: 'conflict', takenBy: 'ann', version: 3 });
    const text = { subject: 'Cover', body: 'More.' };
    await change('ann', { kind: 'read-again', triage: madeOf(), text }, 3);
    expect(await ticket()).toMatchObject({ body: 'More.', newer: null });
  });

  test('is not set back by what was said before and comes later', async () => {
    await store.intake.take(incoming({ body: 'Second.', updatedAt: '2026-11-20T10:00:00.000Z' }));
    const late = incoming({ body: 'First.', updatedAt: '2026-11-20T09:00:00.000Z' });
    expect((await store.intake.take(late)).kind).toBe('older');
    expect((await ticket()).body).toBe('Second.');
  });

  test('and was changed while it was read is read again', async () => {
    await store.intake.take(incoming());
    const seen = await ticket();
    await store.intake.take(incoming({ body: 'Changed.' }));
    expect(await store.tickets.triaged(seen, madeOf())).toBe(false);
    expect((await store.tickets.nextToTriage())?.body).toBe('Changed.');
  });
});

describe('two triagers', () => {
  beforeEach(() => store.intake.take(incoming()));

  test('who take the same ticket: one has it, the other is told who', async () => {
    const both = await Promise.all([take('ann', 1), take('ben', 1)]);
    expect(both.map(({ kind }) => kind)).toEqual(['changed', 'conflict']);
    expect(both[1]).toEqual({ kind: 'conflict', takenBy: 'ann', version: 2 });
    expect(await acts()).toEqual(['system received', 'ann taken']);
  });

  test.each<TicketChange>([
    { kind: 'release' },
    { kind: 'done' },
    { kind: 'draft', draft: 'mine' },
    { kind: 'correct', triage: madeOf(), detail: 'nmc' },
    { kind: 'take', over: false },
  ])('cannot change what the other has: $kind', async (what) => {
    await take('ann', 1);
    expect(await change('ben', what, 2)).toEqual({ kind: 'conflict', takenBy: 'ann', version: 2 });
    expect(await ticket()).toMatchObject({ takenBy: 'ann', state: 'taken', draft: null, version: 2 });
  });

  test('can take over what they saw that the other has, and it is noted from whom', async () => {
    await take('ann', 1);
    expect(await take('ben', 2, true)).toMatchObject({ kind: 'changed', ticket: { takenBy: 'ben' } });
    expect((await store.audit.of(ID))[0]).toMatchObject({ who: 'ben', what: 'taken-over', detail: 'ann' });
    expect(await take('ann', 2, true)).toEqual({ kind: 'conflict', takenBy: 'ben', version: 3 });
  });
});

test('a ticket is taken before it is changed', async () => {
  await store.intake.take(incoming());
  expect(await change('ann', { kind: 'done' }, 1)).toEqual({ kind: 'not-taken' });
  expect(await change('ann', { kind: 'done' }, 1, 'nothing')).toEqual({ kind: 'unknown' });
});

test('a ticket is taken, worked on, done and opened again, and each step is in the audit log', async () => {
  await store.intake.take(incoming());
  await store.tickets.triaged(await ticket(), madeOf());
  await take('ann', 2);
  await change('ann', { kind: 'correct', triage: madeOf({ route: 'human-agent' }), detail: 'nmc' }, 3);
  await change('ann', { kind: 'draft', draft: 'Hello' }, 4);
  await change('ann', { kind: 'release' }, 5);
  await take('ben', 6);
  await change('ben', { kind: 'done' }, 7);
  expect(await ticket()).toMatchObject({ state: 'done', triage: { route: 'human-agent' }, draft: 'Hello' });
  expect(await change('ben', { kind: 'draft', draft: 'late' }, 8)).toMatchObject({ kind: 'conflict' });
  await change('ann', { kind: 'reopen' }, 8);
  expect(await ticket()).toMatchObject({ state: 'taken', takenBy: 'ann' });
  expect(await acts()).toEqual([
    'system received',
    'system triaged',
    'ann taken',
    'ann facts-corrected',
    'ann draft-edited',
    'ann released',
    'ben taken',
    'ben done',
    'ann reopened',
  ]);
});

describe('a request for a person', () => {
  const chat = 'chat-H-1';
  beforeEach(() =>
    store.effects.keep([{ kind: 'open-hand-off', handOff: handOff('H-1', 'c1', '2026-11-20T09:00:00Z') }]),
  );

  test('stands in the queue and follows what is done with it there', async () => {
    expect(await ticket(chat)).toMatchObject({ source: 'chat', externalId: 'H-1', handOff: 'H-1', state: 'new' });
    expect(await store.tickets.nextToTriage()).toBeNull();
    const states: unknown[] = [];
    const state = async () => states.push((await store.handOffs.get('H-1'))?.state);
    await take('ann', 1, false, chat);
    await state();
    await change('ann', { kind: 'release' }, 2, chat);
    await state();
    await take('ben', 3, false, chat);
    await change('ben', { kind: 'done' }, 4, chat);
    await state();
    expect(states).toEqual(['taken', 'waiting', 'closed']);
  });

  test('that is erased leaves the queue', async () => {
    await store.erasure.conversation('c1');
    expect(await store.tickets.get(chat)).toBeNull();
  });
});

describe('the queue', () => {
  const wish: QueueWish = {
    state: 'open',
    route: null,
    takenBy: null,
    search: '',
    sort: 'age',
    limit: 100,
    after: null,
  };
  const put = async (n: number, confidence: number, route: 'auto-answer' | 'human-agent' = 'auto-answer') => {
    const id = String(n).padStart(5, '0');
    const at = `2026-11-${String((n % 20) + 1).padStart(2, '0')}T00:00:00.000Z`;
    const text = { subject: `Ticket ${n}`, body: `It is about ${n % 3 === 0 ? 'three % of' : 'all'} devices.` };
    const one = incoming({ id, externalId: id, receivedAt: at, ...text });
    await store.intake.take(one);
    await store.tickets.triaged({ ...one }, madeOf({ confidence, route }));
  };
  const walk = async (own: Partial<QueueWish>) => {
    const ids: string[] = [];
    let after: QueueWish['after'] = null;
    do {
      const page = await store.ticketQueue.page({ ...wish, ...own, after });
      ids.push(...page.tickets.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    return ids;
  };

  test('is walked page by page, each ticket once, by age and by certainty', async () => {
    for (let n = 0; n < 45; n++) await put(n, (n % 4) / 4);
    for (const sort of ['age', 'certainty'] as const) {
      const whole = await walk({ sort });
      expect(new Set(whole).size).toBe(45);
      expect(await walk({ sort, limit: 7 })).toEqual(whole);
    }
    const [first] = (await store.ticketQueue.page({ ...wish, sort: 'certainty', limit: 1 })).tickets;
    expect(first?.confidence).toBe(0);
  });

  test('shows what is wanted only', async () => {
    for (let n = 0; n < 6; n++) await put(n, 0.5, n < 2 ? 'human-agent' : 'auto-answer');
    await take('ann', 2, false, '00000');
    await take('ben', 2, false, '00003');
    await change('ben', { kind: 'done' }, 3, '00003');
    expect(await walk({ route: 'human-agent' })).toEqual(['00000', '00001']);
    expect(await walk({ state: 'taken' })).toEqual(['00000']);
    expect(await walk({ takenBy: 'ann' })).toEqual(['00000']);
    expect(await walk({ state: 'done' })).toEqual(['00003']);
    expect(await walk({ search: 'ticket 00004' })).toEqual(['00004']);
    expect(await walk({ search: '% three' })).toEqual(['00000']);
    expect(await store.ticketQueue.counts()).toEqual({ 'human-agent': 2, 'auto-answer': 3 });
  });

  test('of a page reads by an index, in whichever order, so that its length costs nothing', async () => {
    const { default: Sqlite } = await import('libsql');
    const file = join(folder, 'plan.db');
    await (await opened(file)).close();
    const raw = new Sqlite(file);
    const plan = (where: string, order: string) =>
      raw
        .prepare(`EXPLAIN QUERY PLAN SELECT id FROM tickets WHERE open = 1 ${where} ORDER BY ${order} LIMIT 26`)
        .all()
        .map((row) => (row as { detail: string }).detail)
        .join();
    for (const [where, order, index] of [
      ['', 'received_at, id', 'tickets_age'],
      ['', 'confidence, received_at, id', 'tickets_certainty'],
      ["AND route = 'x'", 'received_at, id', 'tickets_route_age'],
      ["AND route = 'x'", 'confidence, received_at, id', 'tickets_route_certainty'],
      ["AND (received_at, id) > ('a', 'b')", 'received_at, id', 'tickets_age'],
    ] as const) {
      expect(plan(where, order)).toContain(index);
      expect(plan(where, order)).not.toContain('TEMP B-TREE');
    }
    raw.close();
  });
});
