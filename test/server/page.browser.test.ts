import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { dataFolder, startServer } from './started-server.js';

/** The whole product as a visitor meets it: the built server, a real browser, nothing faked. */
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

const say = async (page: Page, text: string) => {
  const box = page.getByRole('textbox');
  await box.fill(text);
  await box.press('Enter');
};
const hears = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 20_000 });

test('a visitor asks a question, then has a device checked, and gets both with sources', async () => {
  const server = await startServer(dataFolder());
  const page = await browser.newPage();
  await page.goto(server.url);
  await hears(page, /I am an automatic assistant, not a person/);
  await say(page, 'can I update it myself over the network?');
  await hears(page, /only Schneider Electric qualified service personnel can update the NMC firmware/);
  await hears(page, /sources?$/);
  await say(page, 'is my galaxy vs covered?');
  await hears(page, 'Which network management card is in the Galaxy VS: NMC2, NMC3 or NMC4?');
  await page.getByRole('button', { name: 'NMC3', exact: true }).click();
  await hears(page, /When was the Galaxy VS commissioned/);
  await say(page, '14 May 2024');
  await hears(page, /Which service plan is there/);
  await page.getByRole('button', { name: 'No service contract' }).click();
  await hears(page, /Not covered now/);
  await hears(page, /buy a stand-alone preventive maintenance visit/);
  await page.close();
}, 90_000);

test('a dialog goes on after kill -9 and a new start, with nothing said twice', async () => {
  const data = dataFolder();
  const server = await startServer(data);
  const page = await browser.newPage();
  await page.goto(server.url);
  await say(page, 'please check my Galaxy VL');
  await hears(page, /Which network management card is in the Galaxy VL/);
  const { port } = new URL(server.url);
  await server.kill();
  await startServer(data, Number(port));
  await say(page, 'NMC4');
  await hears(page, /When was the Galaxy VL commissioned/);
  expect(await page.getByText('please check my Galaxy VL').count()).toBe(1);
  await page.reload();
  await hears(page, /When was the Galaxy VL commissioned/);
  await say(page, '1 June 2026');
  await hears(page, /Yes, covered|Which service plan/);
  await page.close();
}, 90_000);

/** A site of somebody else's, with the chat of a server on its one page. */
async function otherSite(): Promise<{ readonly origin: string; chatOf: string; close(): void }> {
  const site = { origin: '', chatOf: '', close: () => http.close() };
  const http = createServer((_request, response) => {
    const chat = `<div id="chat"></div><script src="${site.chatOf}/widget.js" data-target="#chat"></script>`;
    // In two steps: where restify is loaded too, it has changed what the first gives back.
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><title>Elsewhere</title>${chat}`);
  });
  await new Promise<void>((listening) => http.listen(0, 'localhost', listening));
  return Object.assign(site, { origin: `http://localhost:${(http.address() as AddressInfo).port}` });
}

test('who types a name wrong is offered the right one, on a page of another site too, and nothing of it is kept', async () => {
  const data = dataFolder();
  const elsewhere = await otherSite();
  const server = await startServer(data, 0, { ALLOWED_ORIGINS: elsewhere.origin, ANSWERING: 'lexical' });
  elsewhere.chatOf = server.url;
  const page = await browser.newPage();
  for (const address of [server.url, elsewhere.origin]) {
    await page.goto(address);
    await hears(page, /I am an automatic assistant, not a person/);
    await page.getByRole('textbox').pressSequentially('is my galxy v');
    await page.getByRole('option', { name: 'Galaxy VX Product' }).click();
    expect(await page.getByRole('textbox').inputValue()).toBe('is my Galaxy VX');
  }
  await page.close();
  elsewhere.close();
  await server.kill();
  for (const file of readdirSync(data)) expect(readFileSync(join(data, file)).includes('galxy')).toBe(false);
}, 90_000);
