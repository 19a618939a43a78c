import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { dataFolder, startServer } from './started-server.js';

/** Microsoft's Web Chat, on a page of another site, against the built server. `npm test` says where it could not be fetched. */
const script = process.env.WEBCHAT_PATH;
const withWebChat = script === undefined ? describe.skip : describe;

let browser: Browser;
let site: Server;
let origin = '';
/** The Direct Line address that the page uses. */
let base = '';

const page =
  () => `<!doctype html><html lang="en"><title>Web Chat</title><style>html,body,main{height:100%;margin:0}</style>
<main></main><script src="/webchat.js"></script><script>
fetch('${base}/tokens/generate', { method: 'POST' }).then((answer) => answer.json()).then(({ token }) => {
  const directLine = WebChat.createDirectLine({ domain: '${base}', token });
  WebChat.renderWebChat({ directLine, styleOptions: { hideUploadButton: true } }, document.querySelector('main'));
});
</script></html>`;

withWebChat('Web Chat', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    site = createServer((request, response) => {
      const wanted = request.url === '/webchat.js';
      // In two steps: where restify is loaded too, it has changed what the first gives back.
      response.writeHead(200, { 'content-type': wanted ? 'text/javascript' : 'text/html' });
      response.end(wanted ? readFileSync(script ?? '') : page());
    });
    await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    site.close();
  });

  const hears = (there: Page, text: string | RegExp) =>
    there.getByRole('feed').getByText(text).first().waitFor({ timeout: 20_000 });
  const say = async (there: Page, text: string) => {
    const box = there.getByRole('textbox');
    await box.fill(text);
    await box.press('Enter');
  };

  test('is greeted, gets an answer with its suggestions, and says what is clicked', async () => {
    const server = await startServer(dataFolder(), 0, { ALLOWED_ORIGINS: origin, ANSWERING: 'lexical' });
    base = `${server.url}/v3/directline`;
    const there = await browser.newPage();
    const broken: string[] = [];
    there.on('pageerror', (error) => broken.push(error.message));
    await there.goto(origin);
    await hears(there, /I am an automatic assistant/);
    await say(there, 'is my galaxy vs covered?');
    await hears(there, 'Which network management card is in the Galaxy VS: NMC2, NMC3 or NMC4?');
    await there.getByRole('toolbar', { name: 'Suggested actions' }).getByRole('button', { name: 'NMC3' }).click();
    await hears(there, /When was the Galaxy VS commissioned/);
    await say(there, 'can I update it myself over the network?');
    await hears(there, /only Schneider Electric qualified service personnel can update the NMC firmware/);
    expect(await there.getByText('Send failed').count()).toBe(0);
    expect(broken).toEqual([]);
    await there.close();
  }, 90_000);
});
