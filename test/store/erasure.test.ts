import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConversationState, TestAdapter } from 'botbuilder';
import Sqlite from 'libsql';
import { BotStorage } from '../../src/bot/storage.js';
import type { Store } from '../../src/store/open-store.js';
import { expireBefore } from '../../src/store/retention.js';
import { handOff } from './hand-off.js';
import { incoming } from './incoming-ticket.js';
import { opened, stillClock } from './open.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
let store: Store;
beforeEach(async () => {
  store = await opened(':memory:');
});
afterEach(() => store.close());

/** A conversation with a message answered, one waiting, state and a request for a person. */
async function talk(id: string, userId = 'u1', reference = `H-${id}`): Promise<void> {
  await store.conversations.create({ id, channel: 'directline', userId });
  await store.turns.receive(id, { id: `${id}-1`, type: 'message', text: 'hello' }, null);
  await store.turns.complete({
    conversationId: id,
    answered: 1,
    said: [{ id: `${id}-2`, type: 'message', text: 'yes' }],
    states: [{ id: stateOf(id), channel: 'directline', state: { n: 1 }, expected: 'new' }],
    effects: [{ kind: 'open-hand-off', handOff: { ...handOff(reference, id), userId } }],
  });
  await store.turns.receive(id, { id: `${id}-3`, type: 'message', text: 'more' }, null);
}
const stateOf = (id: string) => `directline/conversations/${id}/`;
/** What is left of a conversation: messages, waiting items, state, requests, and whether it is known at all. */
const left = async (id: string) => [
  (await store.activities.since(id, 0)).activities.length,
  Number((await store.turns.next(id)) !== null),
  Number((await store.sessions.load(stateOf(id))) !== null),
  Number((await store.handOffs.open(id)) !== null),
  Number((await store.conversations.get(id)) !== null),
];
const WHOLE = [3, 1, 1, 1, 1];
const NOTHING = [0, 0, 0, 0, 0];

describe('erasing', () => {
  test('a conversation deletes all of it, says what, and touches no other', async () => {
    await talk('c1');
    await talk('c2');
    expect(await store.erasure.conversation('c1')).toEqual({
      'unanswered messages': 1,
      messages: 3,
      sessions: 1,
      'requests for a person': 1,
      conversations: 1,
    });
    expect([await left('c1'), await left('c2')]).toEqual([NOTHING, WHOLE]);
  });

  test('a user deletes all conversations that they began', async () => {
    await talk('c1', 'ann');
    await talk('c2', 'ann');
    await talk('c3', 'ben');
    expect(await store.erasure.user('ann')).toMatchObject({ conversations: 2, messages: 6, sessions: 2 });
    expect([await left('c1'), await left('c2'), await left('c3')]).toEqual([NOTHING, NOTHING, WHOLE]);
  });

  test('a user deletes their request for a person where its conversation has gone', async () => {
    await store.effects.keep([{ kind: 'open-hand-off', handOff: { ...handOff('H-1', 'gone'), userId: 'ann' } }]);
    expect(await store.erasure.user('ann')).toEqual({ 'requests for a person': 1 });
  });

  test('finds the state of a conversation of another channel under the key that the bot gives it', async () => {
    const adapter = new TestAdapter(
      async (context) => {
        const state = new ConversationState(new BotStorage(store.sessions));
        await state.createProperty('x').set(context, 1);
        await state.saveChanges(context);
      },
      { channelId: 'msteams', conversation: { id: '19:a/b@thread', isGroup: true, conversationType: '', name: '' } },
    );
    await adapter.receiveActivity('hello');
    await store.activities.log({ id: 'msteams/19:a/b@thread', channel: 'msteams', userId: 'u' }, 'user', { id: '1' });
    expect(await store.erasure.conversation('msteams/19:a/b@thread')).toMatchObject({ sessions: 1, messages: 1 });
  });

  test('a user deletes what they thought of answers in conversations of others', async () => {
    await talk('c1', 'ben');
    for (const userId of ['ann', 'ben'])
      await store.feedback.put({
        conversationId: 'c1',
        activityId: 'a1',
        userId,
        channel: 'directline',
        reaction: 'down',
        comment: null,
        exchange: { said: 'x', answered: 'y', reply: null },
      });
    expect(await store.erasure.user('ann')).toEqual({ 'judgements of answers': 1 });
    expect(await store.erasure.user('ben')).toMatchObject({
      'judgements of answers': expect.any(Number),
      conversations: 1,
    });
  });

  test('a user deletes the tickets that they sent, and no others', async () => {
    await store.intake.take(incoming({ externalId: '1', requester: 'ann' }));
    await store.intake.take(incoming({ externalId: '2', requester: 'ben' }));
    expect(await store.erasure.user('ann')).toEqual({ tickets: 1 });
    expect(await store.tickets.get('id-1')).toBeNull();
    expect(await store.tickets.get('id-2')).not.toBeNull();
  });

  test('leaves nothing of it in the file', async () => {
    const file = join(folder, 'overwritten.db');
    const kept = await opened(file);
    await kept.conversations.create({ id: 'c1', channel: 'directline', userId: 'u1' });
    await kept.turns.receive('c1', { id: 'm', type: 'message', text: 'a very private matter' }, null);
    await kept.erasure.conversation('c1');
    await kept.close();
    expect(readFileSync(file).includes('private matter')).toBe(false);
  });

  test('what nobody has said nothing of deletes nothing', async () => {
    await talk('c1');
    expect(await store.erasure.conversation('c9')).toEqual({});
    expect(await store.erasure.user('nobody')).toEqual({});
    expect(await left('c1')).toEqual(WHOLE);
  });
});

describe('erasing in a conversation that goes on', () => {
  test('leaves what the turn says and what waits for its answer, and goes on counting', async () => {
    await talk('c1');
    await store.turns.receive('c1', { id: 'later', type: 'message', text: 'later' }, null);
    await store.turns.complete({
      conversationId: 'c1',
      answered: 3,
      said: [{ id: 'erased', type: 'message', text: 'erased' }],
      states: [],
      effects: [{ kind: 'erase', conversationId: 'c1' }],
    });
    expect(await store.activities.since('c1', 3)).toMatchObject({
      activities: [{ id: 'later' }, { id: 'erased' }],
      watermark: 5,
    });
    expect((await store.activities.since('c1', 0)).activities).toHaveLength(2);
    expect(await store.handOffs.open('c1')).toBeNull();
  });
});

describe('after so many days', () => {
  const daysOn = (days: number) => new Date(stillClock().getTime() + days * 24 * 60 * 60 * 1000 + 1);

  test('a conversation goes with its state, and not before', async () => {
    await talk('c1');
    expect(await expireBefore(store.erasure, 30, daysOn(29))).toEqual({});
    expect(await left('c1')).toEqual(WHOLE);
    await expireBefore(store.erasure, 30, daysOn(30));
    expect(await left('c1')).toEqual([0, 0, 0, 1, 0]);
  });

  test('a request for a person stays until it is closed', async () => {
    await talk('c1');
    await expireBefore(store.erasure, 30, daysOn(400));
    expect(await store.handOffs.list('waiting')).toHaveLength(1);
  });

  test('a request that is closed goes with its conversation, or after it', async () => {
    const file = join(folder, 'closed.db');
    const kept = await opened(file);
    await kept.conversations.create({ id: 'c1', channel: 'directline', userId: 'u1' });
    const requests = [handOff('H-1', 'c1'), handOff('H-2', 'gone'), handOff('H-3', 'gone too')];
    await kept.effects.keep(requests.map((one) => ({ kind: 'open-hand-off', handOff: one })));
    const raw = new Sqlite(file);
    raw.exec("UPDATE handoffs SET state = 'closed' WHERE reference <> 'H-3'");
    raw.close();
    expect(await expireBefore(kept.erasure, 30, daysOn(29))).toEqual({ 'requests for a person': 1 });
    expect(await kept.handOffs.get('H-1')).not.toBeNull();
    expect(await expireBefore(kept.erasure, 30, daysOn(31))).toMatchObject({ 'requests for a person': 1 });
    expect((await kept.handOffs.list('waiting')).map(({ reference }) => reference)).toEqual(['H-3']);
    await kept.close();
  });

  test('a ticket goes once it is done, and then what the audit log says of it', async () => {
    for (const externalId of ['1', '2']) await store.intake.take(incoming({ externalId }));
    await store.tickets.change('id-1', 1, 'ann', { kind: 'take', over: false });
    await store.tickets.change('id-1', 2, 'ann', { kind: 'done' });
    expect(await expireBefore(store.erasure, 30, daysOn(29))).toEqual({});
    expect(await expireBefore(store.erasure, 30, daysOn(30))).toEqual({ tickets: 1, 'entries of the audit log': 3 });
    expect(await store.tickets.get('id-2')).not.toBeNull();
    expect(await store.audit.of('id-2')).toHaveLength(1);
  });

  test('more conversations than go at once all go', async () => {
    for (let n = 0; n < 205; n++) await store.conversations.create({ id: `c${n}`, channel: 'directline', userId: 'u' });
    expect(await expireBefore(store.erasure, 30, daysOn(31))).toEqual({ conversations: 205 });
  });

  test('state that belongs to no conversation goes too', async () => {
    await store.sessions.save([{ id: 'stray', channel: 'x', state: {}, expected: 'new' }]);
    expect(await expireBefore(store.erasure, 30, daysOn(31))).toEqual({ sessions: 1 });
  });
});
