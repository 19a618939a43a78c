import { openStore, type Store } from '../../src/store/open-store.js';
import { handOff } from './hand-off.js';

const MINUTE = 60_000;
let now: Date;
let store: Store;
const after = (minutes: number) => {
  now = new Date(now.getTime() + minutes * MINUTE);
};
/** Five minutes without a sign, fifteen without an answer. */
const endLost = () => store.talks.endLost(new Date(now.getTime() - 5 * MINUTE), new Date(now.getTime() - 15 * MINUTE));
const change = async (kind: 'take' | 'talk' | 'done') => {
  const version = (await store.tickets.get('chat-H-1'))?.version ?? 0;
  return store.tickets.change('chat-H-1', version, 'ann', kind === 'take' ? { kind, over: false } : { kind });
};
const heard = () => store.effects.keep([{ kind: 'talk-heard', conversationId: 'c1', at: now.toISOString() }]);
const isOn = async () => (await store.talks.of('c1')) !== null;

beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00.000Z');
  const opened = await openStore(':memory:', () => now);
  if (!opened.ok) throw new Error('no store');
  store = opened.value;
  await store.conversations.create({ id: 'c1', channel: 'directline', userId: 'u1' });
  const request = { ...handOff('H-1', 'c1', now.toISOString()), address: { serviceUrl: 'https://teams' } };
  await store.effects.keep([{ kind: 'open-hand-off', handOff: request }]);
  await change('take');
  await change('talk');
});
afterEach(() => store.close());

test('a talk goes on as long as the desk gives a sign, and ends without one', async () => {
  for (let i = 0; i < 4; i++) {
    after(4);
    await store.talks.seen('ben');
    await store.talks.seen('ann');
    expect(await endLost()).toBe(0);
  }
  after(4);
  await store.talks.seen('ben');
  after(2);
  expect(await endLost()).toBe(1);
  expect(await isOn()).toBe(false);
});

test('it ends, too, where the asker waits for an answer for too long, though the page lies open', async () => {
  const wait = async (minutes: number) => {
    for (let i = 0; i < minutes; i += 4) {
      after(4);
      await store.talks.seen('ann');
    }
  };
  await heard();
  await wait(12);
  await heard();
  expect(await endLost()).toBe(0);
  await store.talks.say('H-1', 'ann', { id: 'm1', text: 'yes' });
  await wait(12);
  expect(await endLost()).toBe(0);
  await heard();
  await wait(16);
  expect(await endLost()).toBe(1);
  const [last] = await store.audit.of('chat-H-1');
  expect(last).toMatchObject({ who: 'system', what: 'talk-lost', detail: 'ann' });
});

test('what is said is kept once under its id, in order, and its words go once it is said', async () => {
  for (const id of ['m1', 'm2', 'm1']) await store.talks.say('H-1', 'ann', { id, text: `words of ${id}` });
  expect((await store.talkMessages.waiting()).map(({ kind, text }) => [kind, text])).toEqual([
    ['joined', ''],
    ['said', 'words of m1'],
    ['said', 'words of m2'],
  ]);
  await store.talkMessages.said('m1');
  expect((await store.talkMessages.unsaid('H-1')).map(({ id }) => id)).toEqual(['m2']);
  await store.talks.say('H-1', 'ann', { id: 'm1', text: 'words of m1' });
  expect((await store.talkMessages.waiting()).map(({ text }) => text)).toEqual(['', 'words of m2']);
});

test('with the request for a person the talk and what was written in it are erased', async () => {
  await store.talks.say('H-1', 'ann', { id: 'm1', text: 'a secret' });
  await store.erasure.conversation('c1');
  expect([await isOn(), await store.talkMessages.waiting(), await store.talkMessages.unsaid('H-1')]).toEqual([
    false,
    [],
    [],
  ]);
});

test('what could not be sent goes with its request once that is done and old', async () => {
  await store.talks.say('H-1', 'ann', { id: 'm1', text: 'a secret' });
  await store.talkMessages.giveUp({ id: 'm1', handOff: 'H-1' }, 'failed');
  await change('done');
  expect(await store.talkMessages.unsaid('H-1')).toHaveLength(1);
  after(60);
  await store.erasure.expire(now);
  expect(await store.talkMessages.unsaid('H-1')).toEqual([]);
});

test('somebody who is removed from the chat, or goes back, ends the talk in one step with what the bot says', async () => {
  await store.effects.keep([
    { kind: 'end-talk', conversationId: 'c1', at: now.toISOString(), because: 'as they wanted' },
    { kind: 'end-talk', conversationId: 'c1', at: now.toISOString(), because: 'again' },
  ]);
  expect(await isOn()).toBe(false);
  expect((await store.audit.of('chat-H-1')).filter(({ what }) => what === 'talk-ended')).toHaveLength(1);
});
