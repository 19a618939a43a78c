import type { Activity } from 'botbuilder';
import type { Store } from '../../src/store/open-store.js';
import { opened } from '../store/open.js';
import { remindingBot } from './reminding-bot.js';

const DAY = { now: '2026-11-22T10:00:00Z' };
const COVERED = 'Our Galaxy VS with an NMC3 was commissioned on 14 May 2026, is it covered?';
let store: Store;
beforeEach(async () => {
  store = await opened(':memory:');
});
afterEach(() => store.close());

const installation = (action: string): Partial<Activity> => ({ type: 'installationUpdate', action });
const botIs = (what: 'membersAdded' | 'membersRemoved'): Partial<Activity> => ({
  type: 'conversationUpdate',
  [what]: [{ id: '28:bot', name: '' }],
});
const kept = async () => (await store.reminders.of('msteams/a:1')).length;
const greetings = async (...activities: (string | Partial<Activity>)[]) =>
  (await remindingBot(store, DAY).says(...activities)).filter(({ text }) => text === 'welcome').length;

test('who installs the app is greeted once, with all that Teams tells of it', async () => {
  expect(await greetings(installation('add'), botIs('membersAdded'), 'hello', installation('add-upgrade'))).toBe(1);
});

test('a new version of the app greets nobody, not even who has said nothing for long', async () => {
  expect(await greetings(installation('add-upgrade'))).toBe(0);
});

test.each([
  ['by the installation', installation('remove')],
  ['by the members', botIs('membersRemoved')],
])(
  'once it is removed, told %s, no reminder is left, nothing is said, and who installs it again is greeted again',
  async (_how, removed) => {
    const bot = remindingBot(store, DAY);
    await bot.says(installation('add'), COVERED, 'Remind me 30 days before');
    expect(await kept()).toBe(1);
    expect(await bot.says(removed)).toEqual([]);
    expect(await kept()).toBe(0);
    expect(await greetings(installation('add'))).toBe(1);
  },
);

test('the old version that makes way for a new one takes no reminder with it', async () => {
  const bot = remindingBot(store, DAY);
  await bot.says(installation('add'), COVERED, 'Remind me 30 days before');
  expect(await bot.says(installation('remove-upgrade'), installation('add-upgrade'))).toEqual([]);
  expect(await kept()).toBe(1);
});

test('somebody else who leaves ends nothing', async () => {
  const bot = remindingBot(store, DAY);
  await bot.says(COVERED, 'Remind me 30 days before');
  await bot.says({ type: 'conversationUpdate', membersRemoved: [{ id: '29:ben', name: '' }] });
  expect(await kept()).toBe(1);
});
