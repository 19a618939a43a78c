import type { Store } from '../../src/store/open-store.js';
import { opened } from '../store/open.js';
import { remindingBot } from './reminding-bot.js';

const DAY = { now: '2026-11-22T10:00:00Z' };
const UNTIL_MAY = 'Our Galaxy VS with an NMC3 was commissioned on 14 May 2026, is it covered?';
const OFFER = 'Remind me 30 days before';

let store: Store;
beforeEach(async () => {
  store = await opened(':memory:');
});
afterEach(() => store.close());

const kept = (conversation = 'msteams/a:1') => store.reminders.of(conversation);
const last = (said: readonly { readonly text: string; readonly clicks: readonly string[] }[]) =>
  said.at(-1) ?? { text: '', clicks: [] };

describe('a reminder is offered', () => {
  test('under an answer that says until when a device is covered', async () => {
    expect(last(await remindingBot(store, DAY).says(UNTIL_MAY)).clicks).toContain(OFFER);
  });

  test('7 days before where less than a month is left, and not at all in the last week', async () => {
    const on = async (now: string) => last(await remindingBot(store, { now }, {}).says(UNTIL_MAY)).clicks;
    expect(await on('2027-04-20T10:00:00Z')).toContain('Remind me 7 days before');
    expect((await on('2027-05-07T10:00:00Z')).join()).not.toMatch(/Remind/);
  });

  test.each([
    ['is not covered', 'Our Galaxy VS with an NMC2 was commissioned on 14 May 2026, is it covered?'],
    ['is covered until some day of a month', 'Our Galaxy VS with an NMC3 was commissioned in May 2026, is it covered?'],
    ['is still asked about', 'Is our Galaxy VS covered?'],
    [
      'is only supposed to be so',
      'If our Galaxy VS with an NMC3 had been commissioned on 14 May 2026, would it be covered?',
    ],
  ])('not where a device %s', async (_what, text) => {
    expect(last(await remindingBot(store, DAY).says(text)).clicks.join()).not.toMatch(/Remind/);
  });

  test.each([
    ['on the page', { channelId: 'directline', serviceUrl: 'urn:secure-nmc-assistant:web' }],
    ['in a group chat', { conversation: { isGroup: true, conversationType: 'groupChat' } }],
    ['in a channel', { conversation: { isGroup: true, conversationType: 'channel' } }],
    ['on a channel that nobody knows', { channelId: 'other' }],
  ])('not %s, where nobody can be reminded; whoever asks for one is told the day', async (_where, where) => {
    const bot = remindingBot(store, DAY, where);
    expect(last(await bot.says(UNTIL_MAY)).clicks.join()).not.toMatch(/Remind/);
    expect(last(await bot.says(OFFER)).text).toMatch(/(?:cannot remind you|remind nobody here).*13 May 2027/);
  });

  test('not a second time where it is set', async () => {
    const bot = remindingBot(store, DAY);
    await bot.says(UNTIL_MAY, OFFER);
    expect(last(await bot.says(UNTIL_MAY)).clicks).not.toContain(OFFER);
  });
});

describe('a reminder is set', () => {
  test('with device, day and address, and no more of the person than is needed to write to them', async () => {
    const said = last(await remindingBot(store, DAY).says(UNTIL_MAY, OFFER));
    expect(said).toEqual({
      text: 'I will remind you here on 13 April 2027 that 13 May 2027 is the last covered day of the Galaxy VS. To do so I keep what I know of the device until then.',
      clicks: ['Cancel the reminder for the Galaxy VS'],
    });
    const [reminder, ...more] = await kept();
    expect(more).toEqual([]);
    expect(reminder).toMatchObject({
      device: 'the Galaxy VS',
      facts: { family: 'Galaxy VS', nmc: 'NMC3', commissioned: '2026-05-14' },
      until: '2027-05-13',
      on: '2027-04-13',
      userId: '29:ann',
      reference: {
        channelId: 'msteams',
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
        conversation: { id: 'a:1' },
      },
    });
    expect(JSON.stringify(reminder)).not.toMatch(/Ann|aad/);
  });

  test('once, however often it is asked for', async () => {
    const said = await remindingBot(store, DAY).says(UNTIL_MAY, OFFER, OFFER);
    expect(last(said).text).toBe('The reminder of the Galaxy VS is already set for 13 April 2027.');
    expect(await kept()).toHaveLength(1);
  });

  test('as long before as is asked for, where that is still to come', async () => {
    const bot = remindingBot(store, DAY);
    await bot.says(UNTIL_MAY, 'remind me two weeks before it ends');
    expect((await kept()).map(({ on }) => on)).toEqual(['2027-04-29']);
    expect(last(await bot.says('remind me 300 days before')).text).toMatch(/13 May 2027: that is too near/);
    expect(await kept()).toHaveLength(1);
  });

  test('at the address from which its asker wrote last', async () => {
    await remindingBot(store, DAY).says(UNTIL_MAY, OFFER);
    await remindingBot(store, DAY, { serviceUrl: 'https://smba.trafficmanager.net/amer/' }).says('thank you');
    expect(await kept()).toMatchObject([{ reference: { serviceUrl: 'https://smba.trafficmanager.net/amer/' } }]);
  });

  test('not where no device is known, and then says so', async () => {
    expect(last(await remindingBot(store, DAY).says('remind me')).text).toMatch(/nothing to remind you of/);
    expect(await kept()).toEqual([]);
  });

  test('beside the matter: the verdict can still be asked about', async () => {
    expect(last(await remindingBot(store, DAY).says(UNTIL_MAY, OFFER, 'Why?')).text).toMatch(/How this follows/);
  });
});

describe('reminders that are set', () => {
  const OTHER = 'And a Galaxy VL with an NMC4, commissioned on 1 July 2026?';

  test('are listed by their days, with a click to cancel each', async () => {
    const bot = remindingBot(store, DAY);
    expect(last(await bot.says('What reminders do I have?')).text).toBe('No reminder is set.');
    await bot.says(UNTIL_MAY, OFFER, OTHER, OFFER);
    expect(last(await bot.says('What reminders do I have?'))).toEqual({
      text: 'These reminders are set:\n- on 13 April 2027: the last covered day of the Galaxy VS is 13 May 2027\n- on 31 May 2027: the last covered day of the Galaxy VL is 30 June 2027',
      clicks: ['Cancel the reminder for the Galaxy VS', 'Cancel the reminder for the Galaxy VL'],
    });
  });

  test('are cancelled by name; where the name is missing and there are several, it is asked for', async () => {
    const bot = remindingBot(store, DAY);
    await bot.says(UNTIL_MAY, OFFER, OTHER, OFFER);
    expect(last(await bot.says('cancel the reminder')).text).toMatch(/^Which of these/);
    expect(await kept()).toHaveLength(2);
    expect(last(await bot.says('Cancel the reminder for the Galaxy VS')).text).toMatch(
      /^These reminders are cancelled:\n.*VS/,
    );
    expect((await kept()).map(({ device }) => device)).toEqual(['the Galaxy VL']);
    await bot.says('cancel the reminder');
    expect(await kept()).toEqual([]);
    expect(last(await bot.says('cancel the reminder')).text).toBe('No reminder is set.');
  });

  test('of one person are nobody else’s', async () => {
    await remindingBot(store, DAY).says(UNTIL_MAY, OFFER);
    const ben = remindingBot(store, DAY, { who: { id: '29:ben', name: 'Ben' }, conversation: { id: 'a:2' } });
    expect(last(await ben.says('what reminders do I have?')).text).toBe('No reminder is set.');
    await ben.says('cancel all reminders');
    expect(await kept()).toHaveLength(1);
  });

  test('go with all that is kept of a person, and outlive their conversation', async () => {
    const bot = remindingBot(store, DAY);
    await bot.says(UNTIL_MAY, OFFER);
    await store.erasure.expire(new Date('2027-03-01'));
    expect(await kept()).toHaveLength(1);
    expect(await store.erasure.user('29:ann')).toEqual({ reminders: 1 });
    await bot.says(UNTIL_MAY, OFFER, 'erase my data', 'Yes, erase it');
    expect(await kept()).toEqual([]);
  });
});
