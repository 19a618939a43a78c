import type { Store } from '../../src/store/open-store.js';
import { incoming, madeOf } from './incoming-ticket.js';
import { opened } from './open.js';

let store: Store;
beforeEach(async () => {
  store = await opened(':memory:');
});
afterEach(() => store.close());

const SINCE = '2026-11-01T00:00:00.000Z';
let count = 0;
/** A message with its reply of a kind. */
async function talk(userId: string, said: string, kind: string, more: Readonly<Record<string, unknown>> = {}) {
  const conversation = { id: `c-${userId}`, channel: 'directline', userId };
  await store.activities.log(conversation, 'user', { id: `u${++count}`, type: 'message', text: said });
  const channelData = { reply: { kind, parts: [], ...more } };
  await store.activities.log(conversation, 'bot', {
    id: `b${++count}`,
    type: 'message',
    text: 'A reply.',
    channelData,
  });
}
const lessons = async () =>
  (await store.heard.lessons(SINCE)).map(({ reason, said, person }) => [reason, said, person]);

test('what was refused is heard, with who asked it, and no more of several questions in one message', async () => {
  await talk('ann', 'can it sing', 'out-of-scope');
  await talk('ann', 'how to renew', 'faq');
  await talk('ben', 'can it dance? how to renew?', 'out-of-scope', { parts: [{ kind: 'faq' }] });
  expect(await lessons()).toEqual([['refused', 'can it sing', 'directline/ann']]);
  expect(await store.heard.lessons('2026-11-23T00:00:00.000Z')).toEqual([]);
});

test('what was judged wrong is heard, and what was judged right is not', async () => {
  const judged = {
    conversationId: 'c1',
    channel: 'msteams',
    comment: null,
    exchange: { said: 'is it covered', answered: 'No.', reply: null },
  };
  await store.feedback.put({ ...judged, activityId: 'a1', userId: 'ann', reaction: 'down' });
  await store.feedback.put({ ...judged, activityId: 'a1', userId: 'ben', reaction: 'up' });
  await store.feedback.put({
    ...judged,
    activityId: 'a2',
    userId: 'ann',
    reaction: 'down',
    exchange: { said: null, answered: null, reply: null },
  });
  expect(await lessons()).toEqual([['judged-wrong', 'is it covered', 'msteams/ann']]);
});

test('what tickets ask that is not known is heard, and what people at the desk put right', async () => {
  const asked = { spans: [], confidence: 0.5 };
  const unknown = { ...asked, kind: 'out-of-scope', said: 'can it sing', near: true, topics: [] } as const;
  const cover = {
    ...asked,
    kind: 'entitlement',
    said: 'is it covered',
    facts: {},
    verdict: {} as never,
    notices: [],
    couldBe: [],
  } as const;
  const triage = madeOf({ asks: [unknown, cover] });
  for (const id of ['1', '2', '3']) {
    await store.intake.take(incoming({ externalId: id, requester: id === '3' ? null : `p${id}` }));
    const ticket = await store.tickets.get(`id-${id}`);
    if (ticket) await store.tickets.triaged(ticket, triage);
  }
  const change = async (id: string, ...[what]: [Parameters<Store['tickets']['change']>[3]]) =>
    store.tickets.change(id, (await store.tickets.get(id))?.version ?? 0, 'ann', what);
  await change('id-1', { kind: 'take', over: false });
  await change('id-1', { kind: 'correct', triage, detail: 'nmc' });
  await change('id-2', { kind: 'take', over: false });
  await change('id-2', { kind: 'draft', draft: 'Hello' });
  expect((await lessons()).map((one) => one.join(' | ')).sort()).toEqual([
    'draft-edited | can it sing | zendesk/p2',
    'draft-edited | is it covered | zendesk/p2',
    'facts-corrected | is it covered | zendesk/p1',
    'refused | can it sing | zendesk/id-3',
    'refused | can it sing | zendesk/p1',
    'refused | can it sing | zendesk/p2',
  ]);
});

test('weeks tell what was asked, and how it went; greetings are nothing asked', async () => {
  await talk('ann', 'hello', 'smalltalk');
  await talk('ann', 'how to renew', 'faq');
  await talk('ann', 'is it covered', 'entitlement');
  await talk('ben', 'which one', 'clarify');
  await talk('ben', 'can it sing', 'out-of-scope');
  await talk('ben', 'a person please', 'human');
  expect(await store.heard.weeks(SINCE)).toEqual([
    { week: '2026-11-16', asked: 5, answered: 2, offered: 1, refused: 1, handedOver: 1 },
  ]);
});

test('more is read than is read at once', async () => {
  for (let i = 0; i < 260; i++) await talk(`u${i % 3}`, `question ${i}`, 'out-of-scope');
  expect(await lessons()).toHaveLength(260);
});
