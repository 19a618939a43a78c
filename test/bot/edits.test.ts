import type { Activity } from 'botbuilder';
import type { Store } from '../../src/store/open-store.js';
import { handOff } from '../store/hand-off.js';
import { opened } from '../store/open.js';
import { remindingBot } from './reminding-bot.js';

const DAY = { now: '2026-11-22T10:00:00Z' };
let store: Store;
let bot: ReturnType<typeof remindingBot>;
beforeEach(async () => {
  store = await opened(':memory:');
  bot = remindingBot(store, DAY);
});
afterEach(() => store.close());

const message = (id: string, text: string): Partial<Activity> => ({ type: 'message', id, text });
const edited = (id: string, text: string): Partial<Activity> => ({
  type: 'messageUpdate',
  id,
  text,
  channelData: { eventType: 'editMessage', tenant: { id: 't' } },
});
const restored = (id: string, text: string): Partial<Activity> => ({
  ...edited(id, text),
  channelData: { eventType: 'undeleteMessage' },
});
const deleted = (id: string): Partial<Activity> => ({
  type: 'messageDelete',
  id,
  channelData: { eventType: 'softDeleteMessage', tenant: { id: 't' } },
});
const texts = async (...activities: Partial<Activity>[]) => (await bot.says(...activities)).map(({ text }) => text);
const transcript = async () => (await store.activities.transcript('msteams/a:1')).map(({ text }) => text);

test('the last message, edited, is answered anew, without what it had said before', async () => {
  await texts(message('1', 'Our Galaxy VS with an NMC2, commissioned 14 May 2026, covered?'));
  const [answer, ...more] = await texts(edited('1', 'Our Galaxy VL, commissioned 14 May 2026, covered?'));
  expect(more).toEqual([]);
  expect(answer).toMatch(/^Noted: Galaxy VL, commissioned on 14 May 2026\.\n\nWhich network management card/);
  const [after] = await texts(message('2', 'NMC3'));
  expect(after).toMatch(/^Yes, covered: the Galaxy VL \(NMC3, commissioned on 14 May 2026\)/);
});

test('what was said before the edited message stays', async () => {
  await texts(message('1', 'Is our Galaxy VS covered?'), message('2', 'NMC2'));
  expect((await texts(edited('2', 'NMC3'), message('3', '14 May 2026'))).at(-1)).toMatch(
    /^Yes, covered: the Galaxy VS \(NMC3/,
  );
});

test('an edited message can be edited again', async () => {
  await texts(message('1', 'Is our Galaxy VS covered?'), message('2', 'NMC2'), edited('2', 'NMC1'));
  expect((await texts(edited('2', 'NMC3'), message('3', '14 May 2026'))).at(-1)).toMatch(
    /^Yes, covered: the Galaxy VS \(NMC3/,
  );
});

test.each([
  ['an older message that is edited', edited('1', 'Is our Galaxy VL covered?')],
  ['a message edited in its looks alone', edited('2', '<p><b>NMC3</b></p>')],
  ['a message that comes back', restored('2', 'NMC4')],
  ['a message that nobody knows', edited('9', 'Is our Galaxy VL covered?')],
  ['a message that is deleted', deleted('1')],
  ['the last message, deleted', deleted('2')],
])('%s is answered by nothing', async (_what, activity) => {
  await texts(message('1', 'Is our Galaxy VS covered?'), message('2', 'NMC3'));
  expect(await texts(activity)).toEqual([]);
});

test('what the last message told is forgotten where it is deleted', async () => {
  await texts(message('1', 'Is our Galaxy VS covered?'), message('2', 'NMC2'), deleted('2'));
  expect((await texts(message('3', '14 May 2026'))).at(-1)).toMatch(/card/);
});

test('where all has been erased, an edit brings nothing of it back', async () => {
  await texts(message('1', 'Is our Galaxy VS covered?'), message('2', 'erase my data'), message('3', 'Yes, erase it'));
  expect(await texts(edited('3', 'NMC3'))).toEqual([]);
});

test('the transcript has an edited message as it reads now, in its place, and nothing of a deleted one', async () => {
  await texts(message('1', 'my secret is 4711, is our Galaxy VS covered?'), edited('1', 'is our Galaxy VS covered?'));
  const read = await transcript();
  expect(read.filter((text) => text.includes('Galaxy VS covered?'))).toEqual(['is our Galaxy VS covered?']);
  expect(read.indexOf('is our Galaxy VS covered?')).toBe(0);
  await texts(deleted('1'));
  expect((await transcript()).join()).not.toMatch(/covered\?/);
  expect(JSON.stringify(await store.activities.since('msteams/a:1', 0))).not.toMatch(/4711|covered\?/);
});

test('a deleted message goes from requests for a person and from what was said of its answer', async () => {
  const line = { id: '1', at: 'then', sender: 'user' as const, text: 'my secret' };
  const request = { ...handOff('H1', 'msteams/a:1'), transcript: [line, { ...line, id: '2', text: 'a person' }] };
  await store.effects.keep([{ kind: 'open-hand-off', handOff: request }]);
  const conversation = { id: 'msteams/a:1', channel: 'msteams', userId: 'ann' };
  await store.activities.log(conversation, 'bot', { id: 'b1', type: 'message', text: 'so', replyToId: '1' });
  const exchange = { said: 'my secret', answered: 'so', reply: null };
  const judged = { conversationId: 'msteams/a:1', activityId: 'b1', userId: 'ann', channel: 'msteams' };
  await store.feedback.put({ ...judged, reaction: 'down', comment: null, exchange });
  await texts(deleted('1'));
  expect((await store.handOffs.get('H1'))?.transcript.map(({ text }) => text)).toEqual(['a person']);
  expect((await store.feedback.list()).items).toMatchObject([{ exchange: { said: null, answered: 'so' } }]);
});
