import { echoBot, settings } from '../running-server.js';
import { liveSite } from './live-site.js';

jest.setTimeout(60_000);
const site = liveSite();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OFFLINE = 'No connection at the moment.';

/** What a conversation with the echo looks like after these messages. */
const talk = (...said: readonly string[]) => [
  'Assistant said: welcome',
  ...said.flatMap((text, n) => [
    `You said: ${text}`,
    `Assistant said: echo ${n + 1}: ${text}`,
    `Assistant said: again: ${text}`,
  ]),
];

/** A bot that answers when it is let. */
function slowBot() {
  let answer = () => {};
  const allowed = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const botOf: typeof echoBot = (storage) => {
    const echo = echoBot(storage);
    const run = echo.run.bind(echo);
    echo.run = async (context) => {
      if (context.activity.type === 'message') await allowed;
      await run(context);
    };
    return echo;
  };
  return { answer: () => answer(), botOf };
}

/** What the bot says of its own accord. */
const tell = (text: string, conversationId: string) =>
  site.server.directLine.adapter.continueConversation(
    {
      channelId: 'directline',
      conversation: { id: conversationId, isGroup: false, conversationType: '', name: '' },
    },
    async (context) => {
      await context.sendActivity(text);
    },
  );

describe('a conversation on the page goes on, with nothing lost and nothing twice,', () => {
  test('over a reload between a message and its answer', async () => {
    const { answer, botOf } = slowBot();
    await site.begin({ botOf });
    const tab = await site.tab();
    await tab.say('one');
    await tab.page.locator('article.user.sent').waitFor();
    await tab.page.reload();
    await tab.page.locator('article.user.sent').waitFor();
    answer();
    await tab.hears('again: one');
    await tab.say('two');
    await tab.hears('again: two');
    expect(await tab.log()).toEqual(talk('one', 'two'));
  });

  test('over a reload before the message has got through', async () => {
    await site.begin();
    const tab = await site.tab();
    // As with a phone that loses its signal: the page is there, and nothing gets out.
    await tab.page.route('**/activities', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await tab.say('one');
    await tab.shows('Not sent');
    await tab.page.unroute('**/activities');
    await tab.page.reload();
    await tab.hears('again: one');
    expect(await tab.log()).toEqual(talk('one'));
  });

  test('in two tabs, in which the same is to be seen', async () => {
    await site.begin();
    const first = await site.tab();
    await first.say('one');
    await first.hears('again: one');
    const second = await site.tab();
    await second.say('two');
    await Promise.all([first.hears('again: two'), second.hears('again: two')]);
    await first.say('three');
    await Promise.all([first.hears('again: three'), second.hears('again: three')]);
    expect(await first.log()).toEqual(talk('one', 'two', 'three'));
    expect(await second.log()).toEqual(await first.log());
    expect(await site.server.store.turns.waiting()).toBe(0);
  });

  test('on a laptop that was asleep for an hour, its token expired and its network gone', async () => {
    await site.begin();
    const tab = await site.tab({ clock: true });
    await tab.say('one');
    await tab.hears('again: one');
    const saved = await tab.page.evaluate("JSON.parse(localStorage.getItem('sns-chat.conversation')).id");
    await site.network.down();
    await tell('while you slept', String(saved));
    site.pass(HOUR);
    await tab.page.clock.fastForward(HOUR);
    await tab.shows(OFFLINE);
    await site.network.up();
    await tab.page.clock.fastForward(MINUTE);
    await tab.hears('while you slept');
    await tab.page.getByText(OFFLINE).waitFor({ state: 'detached' });
    await tab.say('two');
    await tab.hears('again: two');
    expect(await tab.log()).toEqual([
      ...talk('one'),
      'Assistant said: while you slept',
      ...talk('one', 'two').slice(talk('one').length),
    ]);
  });

  test('with a token that has expired while the page was open, and after a reload a day later', async () => {
    await site.begin();
    const tab = await site.tab();
    await tab.say('one');
    await tab.hears('again: one');
    site.pass(31 * MINUTE);
    await tab.say('two');
    await tab.hears('again: two');
    site.pass(24 * HOUR);
    await tab.page.reload();
    await tab.say('three');
    await tab.hears('again: three');
    expect(await tab.log()).toEqual(talk('one', 'two', 'three'));
  });

  test('with tokens that are good for three seconds', async () => {
    await site.begin({ settings: { directLine: { ...settings.directLine, tokenSeconds: 3 } } });
    const tab = await site.tab({ clock: true });
    for (const [n, text] of ['one', 'two', 'three'].entries()) {
      await tab.say(text);
      await tab.hears(`echo ${n + 1}: ${text}`);
      site.pass(10_000);
      await tab.page.clock.fastForward(10_000);
    }
    await tab.hears('again: three');
    expect(await tab.log()).toEqual(talk('one', 'two', 'three'));
  });

  test('over a restart of the server', async () => {
    await site.begin();
    const tab = await site.tab({ clock: true });
    await tab.say('one');
    await tab.hears('again: one');
    await site.server.stop();
    await site.startAgain();
    await tab.page.clock.fastForward(MINUTE);
    await tab.say('two');
    await tab.hears('again: two');
    expect(await tab.log()).toEqual(talk('one', 'two'));
  });

  test('with a server that is gone for a minute: it says so, keeps what is written, and says when it is back', async () => {
    await site.begin();
    const tab = await site.tab({ clock: true });
    await tab.say('one');
    await tab.hears('again: one');
    await site.server.stop();
    await tab.page.clock.fastForward(5000);
    await tab.shows(OFFLINE);
    await tab.say('two');
    await tab.shows('Not sent');
    await tab.say('three');
    await tab.page.clock.runFor(MINUTE);
    expect(await tab.log()).toEqual([
      ...talk('one'),
      expect.stringMatching(/^You said: twoNot sent/),
      expect.stringMatching(/^You said: threeNot sent/),
    ]);
    await site.startAgain();
    await tab.page.clock.fastForward(MINUTE);
    await tab.hears('again: three');
    await tab.page.getByText(OFFLINE).waitFor({ state: 'detached' });
    await tab.shows('Connected');
    // The third may have come before the second was answered.
    const log = await tab.log();
    expect(log.filter((line) => line.startsWith('You said'))).toEqual([
      'You said: one',
      'You said: two',
      'You said: three',
    ]);
    expect(log.filter((line) => line.startsWith('Assistant'))).toEqual(
      talk('one', 'two', 'three').filter((line) => line.startsWith('Assistant')),
    );
  });
});

test('after longer than a conversation can be gone on with the page says so and begins a new one', async () => {
  await site.begin();
  const tab = await site.tab();
  await tab.say('one');
  await tab.hears('again: one');
  site.pass(8 * 24 * HOUR);
  await tab.page.reload();
  await tab.shows('The earlier conversation could not be continued.');
  await tab.say('two');
  await tab.hears('echo 1: two');
});
