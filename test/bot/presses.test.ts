import type { Activity } from 'botbuilder';
import type { Store } from '../../src/store/open-store.js';
import { opened } from '../store/open.js';
import { type Brought, pressingBot, type ReadCard } from './pressing-bot.js';

let store: Store;
let send: (activity: Partial<Activity>) => Promise<Brought>;
beforeEach(async () => {
  store = await opened(':memory:');
  send = pressingBot(store);
});
afterEach(() => store.close());

const write = (text: string, id = 'm1') => send({ type: 'message', text, id });
const data = (card: string, says: string) => ({ sns: 1, card, says });
const invoke = (value: unknown, more: Partial<Activity> = {}) =>
  send({ type: 'invoke', name: 'adaptiveCard/action', id: 'f:1', replyToId: 'shown', value, ...more });
const execute = (card: string, says: string, more: Partial<Activity> = {}) =>
  invoke({ action: { type: 'Action.Execute', verb: 'say', data: data(card, says) }, trigger: 'manual' }, more);
const submit = (card: string, says: string, more: Partial<Activity> = {}) =>
  send({ type: 'message', id: 's1', replyToId: 'shown', value: data(card, says), ...more });

const ASKS = 'Which network management card is in the device: NMC2, NMC3 or NMC4?';
const wordsOf = ({ body }: ReadCard) => body.map(({ inlines }) => inlines.map(({ text }) => text).join(''));
const textsOf = ({ said }: Brought) => said.map(({ text }) => text);
const drawnAnew = ({ updated }: Brought) =>
  updated.map(({ id, attachments }) => [id, ...wordsOf(attachments?.[0]?.content)]);

test('the card names the message that it answers, and carries its data', async () => {
  const [card] = (await write('ask', 'm7')).said;
  expect(JSON.stringify(card?.attachments)).toContain('"data":{"sns":1,"card":"m7","says":"NMC3"}');
});

test('a press is answered in the conversation, and the card goes quiet: at once for its presser, and for good', async () => {
  await write('ask');
  const brought = await execute('m1', 'NMC3');
  expect(textsOf(brought)).toEqual(['heard NMC3']);
  expect(brought.answer).toMatchObject({
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { version: '1.2' } },
  });
  expect(wordsOf(brought.answer.body.value)).toEqual([ASKS, 'You chose: NMC3']);
  expect(JSON.stringify(brought.answer.body.value)).not.toContain('Action.');
  expect(drawnAnew(brought)).toEqual([['shown', ASKS, 'You chose: NMC3']]);
});

test('a press by a message of an older client does the same', async () => {
  await write('ask');
  const brought = await submit('m1', 'NMC3');
  expect(textsOf(brought)).toEqual(['heard NMC3']);
  expect(drawnAnew(brought)).toEqual([['shown', ASKS, 'You chose: NMC3']]);
});

test.each([
  ['Action.Execute', execute],
  ['Action.Submit', submit],
])(
  'a second press by %s is not answered again, whichever button it is, and after a restart too',
  async (_way, press) => {
    await write('ask');
    await execute('m1', 'NMC3');
    for (const [says, bot] of [
      ['NMC3', send],
      ['NMC2', pressingBot(store)],
    ] as const) {
      send = bot;
      const brought = await press('m1', says);
      expect(brought.said).toEqual([]);
      expect(drawnAnew(brought)).toEqual([['shown', ASKS, 'You chose: NMC3']]);
    }
  },
);

test('a card whose question was answered in writing, or that a later one follows, is answered no more', async () => {
  const passed = /^The conversation has gone on/;
  await write('ask', 'm1');
  await write('NMC2', 'm2');
  const written = await execute('m1', 'NMC3');
  expect([textsOf(written), wordsOf(written.answer.body.value)]).toEqual([[], [ASKS, expect.stringMatching(passed)]]);
  await write('ask', 'm3');
  await write('ask', 'm4');
  expect(textsOf(await execute('m3', 'NMC3'))).toEqual([]);
  expect(textsOf(await execute('m4', 'NMC3'))).toEqual(['heard NMC3']);
});

test('a card that is not known any more says so', async () => {
  const brought = await execute('long ago', 'NMC3');
  expect(brought.said).toEqual([]);
  expect(wordsOf(brought.answer.body.value)).toEqual([expect.stringMatching(/^I no longer know what this was about/)]);
});

test('where the channel cannot draw a message anew that is no error, and a second press gets a sentence', async () => {
  send = pressingBot(store, true);
  await write('ask');
  expect(textsOf(await submit('m1', 'NMC3'))).toEqual(['heard NMC3']);
  expect(textsOf(await submit('m1', 'NMC3'))).toEqual(['This was answered before. You chose: NMC3']);
  expect(textsOf(await submit('m0', 'NMC3'))).toEqual([expect.stringMatching(/^I no longer know/)]);
  expect((await execute('m1', 'NMC3')).answer.body.statusCode).toBe(200);
  const nowhere = await submit('m1', 'NMC3', { replyToId: '' });
  expect(textsOf(nowhere)).toEqual(['This was answered before. You chose: NMC3']);
});

test.each([
  ['groupChat', 'Ann Lee', 'Ann Lee chose: NMC3'],
  ['channel', '', 'Somebody chose: NMC3'],
  ['personal', 'Ann Lee', 'You chose: NMC3'],
])('in a %s it is said who pressed', async (conversationType, name, words) => {
  const where = {
    conversation: { id: 'c', name: '', isGroup: conversationType !== 'personal', conversationType },
    from: { id: 'u1', name },
  };
  await send({ type: 'message', text: 'ask', id: 'm1', ...where });
  await execute('m1', 'NMC3', where);
  const second = await execute('m1', 'NMC2', where);
  expect(wordsOf(second.answer.body.value)).toEqual([ASKS, words]);
});

test('in a group a card waits for the one whom it asks: whoever else presses it is told so, and it stays as it is', async () => {
  const where = { conversation: { id: 'c', name: '', isGroup: true, conversationType: 'groupChat' } };
  const [ann, ben] = ['Ann', 'Ben'].map((name) => ({ ...where, from: { id: name, name } }));
  await send({ type: 'message', text: 'ask', id: 'm1', ...ann });
  const pressed = await execute('m1', 'NMC3', ben);
  const told = expect.stringContaining('Somebody else was asked that.');
  expect(pressed).toMatchObject({ said: [], updated: [] });
  expect(pressed.answer.body).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: told });
  const submitted = await submit('m1', 'NMC3', ben);
  expect([textsOf(submitted), submitted.updated]).toEqual([[told], []]);
  expect(textsOf(await execute('m1', 'NMC3', ann))).toEqual(['heard NMC3']);
});

test.each([
  ['no value', undefined, 'bad-action'],
  ['an empty value', {}, 'bad-action'],
  ['no action', { action: null }, 'bad-action'],
  ['another action', { action: { type: 'Action.Submit', verb: 'say', data: data('m1', 'NMC3') } }, 'bad-action'],
  ['no verb', { action: { type: 'Action.Execute', data: data('m1', 'NMC3') } }, 'unknown-verb'],
  ['an unknown verb', { action: { type: 'Action.Execute', verb: 'shout', data: data('m1', 'NMC3') } }, 'unknown-verb'],
  ['no data', { action: { type: 'Action.Execute', verb: 'say' } }, 'bad-data'],
  [
    'data of another version',
    { action: { type: 'Action.Execute', verb: 'say', data: { ...data('m1', 'NMC3'), sns: 2 } } },
    'bad-data',
  ],
  [
    'what the card does not offer',
    { action: { type: 'Action.Execute', verb: 'say', data: data('m1', 'x') } },
    'unknown-choice',
  ],
])("an invoke with %s is told so in Teams' own form, and is not answered", async (_what, value, code) => {
  await write('ask');
  const brought = await invoke(value);
  expect([brought.said, brought.updated]).toEqual([[], []]);
  expect(brought.answer).toEqual({
    status: 200,
    body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code, message: expect.any(String) } },
  });
  expect(textsOf(await execute('m1', 'NMC3'))).toEqual(['heard NMC3']);
});

test('where the answer breaks, the invoke says so and the card stays open', async () => {
  await write('ask');
  const brought = await execute('m1', 'break');
  expect(brought.updated).toEqual([]);
  expect(brought.answer).toMatchObject({ status: 200, body: { statusCode: 500, value: { code: 'not-answered' } } });
  expect(textsOf(await execute('m1', 'NMC3'))).toEqual(['heard NMC3']);
});

test('a message whose value is not ours is a message', async () => {
  expect(textsOf(await send({ type: 'message', text: 'hello', value: { sns: 2 }, id: 'm1' }))).toEqual(['heard hello']);
});

test('what was pressed stands in the transcript as what was said, and a card drawn anew does not', async () => {
  const where = { conversation: { id: 'c1', name: '', isGroup: false, conversationType: 'personal' } };
  await send({ type: 'message', text: 'ask', id: 'm1', ...where });
  await execute('m1', 'NMC3', where);
  await submit('m1', 'NMC2', where);
  const lines = await store.activities.transcript('msteams/c1');
  expect(lines.map(({ sender, text }) => [sender, text])).toEqual([
    ['user', 'ask'],
    ['bot', ASKS],
    ['user', 'NMC3'],
    ['bot', 'heard NMC3'],
    ['user', 'NMC2'],
  ]);
});

test('what was asked and chosen is forgotten with all else', async () => {
  await write('ask');
  await execute('m1', 'NMC3');
  await write('erase');
  expect(wordsOf((await execute('m1', 'NMC3')).answer.body.value)).toHaveLength(1);
});
