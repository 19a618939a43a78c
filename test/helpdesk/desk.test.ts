import { day } from '../../src/domain/day.js';
import { type Facts, parseFacts } from '../../src/domain/facts.js';
import { Desk, type DeskAct } from '../../src/helpdesk/desk.js';
import type { Store } from '../../src/store/open-store.js';
import { opened, stillClock } from '../store/open.js';
import { assistantParts } from './assistant-parts.js';

let store: Store;
let ids = 0;
let noted = 0;
let desk: Desk;
beforeEach(async () => {
  store = await opened(':memory:');
  noted = 0;
  desk = new Desk({
    store,
    assistant: assistantParts,
    frame: { contact: 'us' },
    writesBack: (source) => source === 'zendesk',
    dayOf: (instant) => day(instant.toISOString().slice(0, 10)),
    newId: () => `t${++ids}`,
    clock: stillClock,
    onWaiting: () => undefined,
    onNote: () => {
      noted++;
    },
    onSaid: () => undefined,
  });
});
afterEach(() => store.close());

const told = (body: string, updatedAt: string | null = null) => ({
  externalId: '4711',
  subject: '',
  body,
  requester: null,
  createdAt: new Date('2026-11-20T09:00:00.000Z'),
  updatedAt: updatedAt === null ? null : new Date(updatedAt),
});
const factsOf = (said: Readonly<Record<string, string>>): Facts => {
  const facts = parseFacts(
    said,
    assistantParts().knowledge.plans.map(({ id }) => id),
  );
  if (!facts.ok) throw new Error(JSON.stringify(facts.problems));
  return facts.value;
};
async function received(body = 'Is our Galaxy VS with an NMC3 covered? It was commissioned on 14 May 2024.') {
  const { id } = await desk.receive('zendesk', told(body));
  await desk.triageAll();
  return id;
}
const act = async (id: string, what: DeskAct, who = 'ann') => desk.act(id, (await shown(id)).version, who, what);
async function shown(id: string) {
  const view = await desk.view(id);
  if (view === null) throw new Error('it is gone');
  return view;
}
const notes = async () => (await store.outbox.due()).map(({ note }) => note);

test('a fact that is put right gives another verdict, another draft and what is missing, at once', async () => {
  const id = await received();
  const before = await shown(id);
  expect(before.triage).toMatchObject({
    missing: ['which service plan it has'],
    asks: [{ device: { outcome: 'undetermined' } }],
  });
  await act(id, { kind: 'take', over: false });
  const device = before.triage?.asks[0]?.device?.facts ?? {};
  await act(id, { kind: 'correct', at: 0, facts: { ...device, ...factsOf({ plan: 'none' }) } });
  const after = await shown(id);
  expect(after.triage).toMatchObject({ missing: [], asks: [{ device: { covered: 'no', outcome: 'expired' } }] });
  expect(after.triage?.asks[0]?.spans).toEqual(before.triage?.asks[0]?.spans);
  expect(after.triage?.proposal).not.toBe(before.triage?.proposal);
  expect(after.history[0]).toMatchObject({ who: 'ann', what: 'facts-corrected', detail: 'plan' });
});

test('a name that is put right is read as people write it', async () => {
  const id = await received();
  await act(id, { kind: 'take', over: false });
  await act(id, { kind: 'correct', at: 0, facts: factsOf({ family: 'galaxy vl', nmc: 'NMC3' }) });
  expect((await shown(id)).triage?.asks[0]?.device?.facts.family).toBe('Galaxy VL');
});

test('a device that the ticket does not name can be added', async () => {
  const id = await received('How do we renew?');
  await act(id, { kind: 'take', over: false });
  await act(id, { kind: 'correct', at: 1, facts: factsOf({ family: 'Galaxy VS', nmc: 'NMC2' }) });
  const kinds = (await shown(id)).triage?.asks.map(({ kind, device }) => [kind, device?.covered ?? null]);
  expect(kinds).toEqual([
    ['faq', null],
    ['entitlement', 'no'],
  ]);
});

test('a draft that was edited stays when facts are put right, and goes back as it was edited', async () => {
  const id = await received();
  await act(id, { kind: 'take', over: false });
  await act(id, { kind: 'draft', draft: 'Dear Ann,' });
  await act(id, { kind: 'correct', at: 0, facts: factsOf({ family: 'Galaxy VS', nmc: 'NMC2' }) });
  expect((await shown(id)).draft).toBe('Dear Ann,');
  await act(id, { kind: 'done' });
  expect((await notes())[0]).toMatch(/Draft of a reply:\n\nDear Ann,$/);
});

test('the helpdesk is told once it is triaged and again when it is done, where that says something else', async () => {
  const id = await received();
  expect(noted).toBe(1);
  expect(await notes()).toEqual([
    expect.stringMatching(/^Secure NMC assistant: .+\n(?:.|\n)*Not known: which service plan it has/),
  ]);
  await act(id, { kind: 'take', over: false });
  await act(id, { kind: 'done' });
  expect(noted).toBe(1);
});

test('a ticket that is put in by hand is triaged at once, and nothing goes back', async () => {
  const ticket = await desk.putIn({ subject: 'Cover', body: 'Is it covered?' }, day('2026-11-01'), 'ann');
  expect(ticket).toMatchObject({ source: 'desk', received: '2026-11-01', triage: { route: expect.any(String) } });
  expect((await store.audit.of(ticket.id)).map(({ who, what }) => [who, what])).toEqual([
    ['system', 'triaged'],
    ['ann', 'put-in'],
  ]);
  expect(noted).toBe(0);
});

test('what has come meanwhile is read when whoever works on it wants it', async () => {
  const id = await received();
  await act(id, { kind: 'take', over: false });
  await desk.receive('zendesk', told('How do we renew?'));
  expect((await shown(id)).newer).toEqual({ subject: '', body: 'How do we renew?' });
  await act(id, { kind: 'read-again' });
  expect(await shown(id)).toMatchObject({ body: 'How do we renew?', newer: null, triage: { asks: [{ kind: 'faq' }] } });
});

test('what is put right on a ticket that another has changes nothing', async () => {
  const id = await received();
  await act(id, { kind: 'take', over: false }, 'ben');
  const what = { kind: 'correct', at: 0, facts: factsOf({ nmc: 'NMC2' }) } as const;
  expect(await act(id, what)).toMatchObject({ kind: 'conflict', takenBy: 'ben' });
  expect(await desk.act('nothing', 1, 'ann', what)).toEqual({ kind: 'unknown' });
});
