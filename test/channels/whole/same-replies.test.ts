import { CONVERSATIONS } from './conversations.js';
import { dataFolder, type RunningApp, startApp } from './running-app.js';
import { batch, directLine, messages } from './voices.js';

/** As `sns converse` answers, which needs no server. */
const expected = batch(Object.values(CONVERSATIONS));

let app: RunningApp;
beforeAll(async () => {
  app = await startApp(dataFolder());
}, 60_000);

describe.each(Object.keys(CONVERSATIONS).map((name, i) => [name, i] as const))('%s', (name, i) => {
  const turns = CONVERSATIONS[name] ?? [];

  test('is answered the same over Direct Line as on the command line', async () => {
    const voice = await directLine(app.url);
    for (const [n, text] of turns.entries()) expect(await voice.say(text)).toEqual(expected[i]?.[n]);
  });

  test('is answered the same through the Bot Framework, to Web Chat', async () => {
    const voice = await messages(app.url, 'webchat', `webchat-${i}`);
    for (const [n, text] of turns.entries())
      expect((await voice.say(text)).channelData?.reply).toEqual(expected[i]?.[n]);
  });

  test('is answered in the same words, with the same clicks, through the Bot Framework to the emulator', async () => {
    const voice = await messages(app.url, 'emulator', `emulator-${i}`);
    for (const [n, text] of turns.entries()) {
      const { text: said, suggestedActions } = await voice.say(text);
      const reply = expected[i]?.[n];
      const clicks = suggestedActions?.actions.map((a) => a.value) ?? [];
      expect([said, clicks]).toEqual([reply?.text, reply?.suggestions.slice(0, 5)]);
    }
  });
});
