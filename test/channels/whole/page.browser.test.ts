import type { Browser } from 'playwright-core';
import type { ContractReply } from '../../../src/domain/contract.js';
import { launchBrowser } from '../../support/browser.js';
import { CONVERSATIONS } from './conversations.js';
import { dataFolder, startApp } from './running-app.js';
import { batch, timeless } from './voices.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

test.each(['a correction', 'an interruption'])(
  '%s is answered on the page as on the command line',
  async (name) => {
    const turns = CONVERSATIONS[name] ?? [];
    const app = await startApp(dataFolder());
    const page = await browser.newPage();
    const heard: ContractReply[] = [];
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        const { activities = [] } = JSON.parse(String(payload) || '{}');
        for (const { replyToId, channelData } of activities)
          if (replyToId && channelData?.reply) heard.push(timeless(channelData.reply));
      }),
    );
    await page.goto(app.url);
    await page
      .getByText(/I am an automatic assistant/)
      .first()
      .waitFor();
    const [expected = []] = batch([turns]);
    for (const [n, text] of turns.entries()) {
      const box = page.getByRole('textbox');
      await box.fill(text);
      await box.press('Enter');
      const shown = expected[n]?.sentences.at(-1)?.text ?? '';
      await page.locator('.log').getByText(shown).last().waitFor();
    }
    expect(heard).toEqual(expected);
    await page.close();
    await app.stop();
  },
  90_000,
);
