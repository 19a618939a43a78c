import { join } from 'node:path';
import { reminderRound, type Tell, type Told } from '../../src/bot/reminder-round.js';
import { day } from '../../src/domain/day.js';
import type { Store } from '../../src/store/open-store.js';
import type { Reminder } from '../../src/store/reminders.js';
import { opened } from '../store/open.js';
import { temporaryFolder } from '../store/temporary-folder.js';
import { shownMarkdown } from '../support/shown-markdown.js';
import { keepingAt } from './reminding-bot.js';

const folder = temporaryFolder();
const DUE = '2027-04-13T09:00:00Z';
const REFERENCE = {
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: { id: 'a:1' },
};

const reminder = (more: Partial<Reminder> = {}): Reminder => ({
  id: 'r1',
  conversationId: 'msteams/a:1',
  channel: 'msteams',
  userId: '29:ann',
  device: 'the Galaxy VS',
  facts: { family: 'Galaxy VS', nmc: 'NMC3', commissioned: '2026-05-14' as never },
  until: day('2027-05-13'),
  on: day('2027-04-13'),
  reference: REFERENCE,
  ...more,
});

let store: Store;
let reported: string[];
let told: { readonly reference: unknown; readonly text: string; readonly clicks: readonly string[] }[];
beforeEach(async () => {
  store = await opened(':memory:');
  reported = [];
  told = [];
});
afterEach(() => store.close());

const set = (more: Partial<Reminder> = {}) => store.effects.keep([{ kind: 'remind', reminder: reminder(more) }]);
const tell =
  (outcome: Told['kind']): Tell =>
  async (reference, { text, suggestedActions }) => {
    // As its reader sees it.
    const read = shownMarkdown(text ?? '');
    told.push({ reference, text: read, clicks: suggestedActions?.actions.map(({ title }) => title) ?? [] });
    return outcome === 'said' ? { kind: 'said' } : { kind: outcome, because: new Error(outcome) };
  };
const report = (where: string, error: unknown) =>
  void reported.push(`${where}: ${error instanceof Error ? error.message : error}`);
const round = (now: string, outcome: Told['kind'] = 'said', from = store) =>
  reminderRound({ ...keepingAt(from, { now }), report }, tell(outcome));

test('a reminder is said on its day, with the device, the day and what the verdict says that one can do', async () => {
  await set();
  await round(DUE);
  expect(told).toEqual([
    {
      reference: REFERENCE,
      text: expect.stringMatching(
        /^A reminder, as you asked: the last covered day of the Galaxy VS is 13 May 2027\.\n- No activation is needed\. To continue after the included year, it takes one of these, by purchase: .*\n\nBy the FAQ as it was checked on .*\n\nSources: FAQ 3, 14$/,
      ),
      clicks: ['Cancel all reminders'],
    },
  ]);
  expect(reported).toEqual([]);
});

test.each([
  ['the day before', '2027-04-12T23:59:00Z', 0],
  ['in the night of its day', '2027-04-13T08:59:00Z', 0],
  ['from nine o’clock on', DUE, 1],
  ['in the night after, where no server ran', '2027-04-14T03:00:00Z', 1],
  ['weeks late, where cover still runs', '2027-05-13T12:00:00Z', 1],
])('%s it is said so often: at %s %i times', async (_when, now, times) => {
  await set();
  await round(now);
  expect(told).toHaveLength(times);
});

test('once said it is gone, however often the round is made', async () => {
  await set();
  for (const now of [DUE, DUE, '2027-04-13T10:00:00Z', '2027-04-14T10:00:00Z']) await round(now);
  expect(told).toHaveLength(1);
});

test('where cover is over meanwhile, nothing is said that does not hold, and whoever runs the server is told', async () => {
  await set();
  await round('2027-05-14T12:00:00Z');
  await round('2027-05-15T12:00:00Z');
  expect(told).toEqual([]);
  expect(reported).toEqual([expect.stringMatching(/^the reminder r1 is not sent: by the rules of today/)]);
});

test('two servers over one store say each reminder once', async () => {
  const file = join(folder, 'two.db');
  const [one, other] = [await opened(file), await opened(file)];
  for (let n = 0; n < 20; n++)
    await one.effects.keep([{ kind: 'remind', reminder: reminder({ id: `r${n}`, conversationId: `msteams/a:${n}` }) }]);
  await Promise.all([round(DUE, 'said', one), round(DUE, 'said', other)]);
  expect(told).toHaveLength(20);
  await one.close();
  await other.close();
});

test('a server that is killed before the day says it after its start; one killed while saying it does not say it again', async () => {
  const file = join(folder, 'killed.db');
  const before = await opened(file);
  await before.effects.keep([{ kind: 'remind', reminder: reminder() }]);
  await before.effects.keep([{ kind: 'remind', reminder: reminder({ id: 'r2', device: 'the Galaxy VL' }) }]);
  // As far as a process comes that dies in the middle.
  await before.reminders.take(day('2027-04-13'), new Date(DUE));
  await before.close();
  const after = await opened(file);
  await round('2027-04-13T11:00:00Z', 'said', after);
  await round('2027-04-13T12:00:00Z', 'said', after);
  expect(told).toHaveLength(1);
  expect(reported).toEqual(['a reminder: r1 was being sent when a server ended; it is not sent again']);
  await after.close();
});

test('what did not arrive is tried again, later each time, and given up in the end', async () => {
  await set();
  const start = Date.parse(DUE);
  for (let hour = 0; hour < 24 * 10; hour++) {
    await round(new Date(start + hour * 3_600_000).toISOString(), 'not-said');
  }
  expect(told).toHaveLength(7);
  expect(reported.at(-2)).toMatch(/is tried again in 72 h/);
  expect(reported.at(-1)).toBe('the reminder r1 is not sent: not-said');
  expect(await store.reminders.of('msteams/a:1')).toEqual([]);
});

test('what arrives at the second try is not said a third time', async () => {
  await set();
  await round(DUE, 'not-said');
  await round('2027-04-13T09:30:00Z');
  expect(told).toHaveLength(1);
  await round('2027-04-13T10:00:00Z');
  await round('2027-04-14T10:00:00Z');
  expect(told).toHaveLength(2);
});

test.each(['gone', 'unsure'] as const)('what is %s is not tried again', async (outcome) => {
  await set();
  await round(DUE, outcome);
  await round('2027-04-20T10:00:00Z');
  expect(told).toHaveLength(1);
  expect(reported).toEqual([`the reminder r1 is not sent: ${outcome}`]);
});

test('where a channel is down the others wait for the next round, and are not lost', async () => {
  for (let n = 0; n < 10; n++) await set({ id: `r${n}`, conversationId: `msteams/a:${n}` });
  await round(DUE, 'unsure');
  expect(told).toHaveLength(3);
  await round('2027-04-13T10:00:00Z');
  expect(told).toHaveLength(10);
});

test('one that cannot be said does not hold up the others', async () => {
  await set();
  await set({ id: 'r2', conversationId: 'msteams/a:2', on: day('2027-04-12') });
  await round(DUE, 'not-said');
  expect(told).toHaveLength(2);
});
