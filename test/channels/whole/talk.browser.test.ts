import type { Browser, Page } from 'playwright-core';
import { violations } from '../../desk/desk-page.js';
import { launchBrowser } from '../../support/browser.js';
import { dataFolder, type RunningApp, startApp } from './running-app.js';

jest.setTimeout(90_000);
const TOKEN = 'the-token-of-ann-in-the-tests';
let browser: Browser;
let app: RunningApp;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  app = await startApp(dataFolder(), { DESK_TOKENS: `ann:${TOKEN}` });
});
afterEach(() => app.stop());

const picture = async (page: Page, name: string) => {
  const folder = process.env.TALK_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
};

/** The widget, with what its visitor says and what a reader of it sees. */
async function visitor() {
  const page = await (await browser.newContext({ locale: 'en-GB', bypassCSP: true })).newPage();
  await page.goto(app.url);
  const log = page.locator('.log');
  const sees = (text: string | RegExp) => log.getByText(text).last().waitFor();
  const says = async (text: string) => {
    await page.getByRole('textbox').fill(text);
    await page.getByRole('textbox').press('Enter');
    await log.locator('.user .bubble', { hasText: text }).last().waitFor();
  };
  await sees(/I am an automatic assistant/);
  return { page, log, sees, says };
}

/** The desk with the only request in its queue open and taken by Ann. */
async function ann(width = 1280) {
  const context = await browser.newContext({ locale: 'en-GB', bypassCSP: true, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${app.url}/desk`);
  await page.getByLabel('Token').fill(TOKEN);
  await page.getByLabel('Token').press('Enter');
  await page.locator('#queue .rows button', { hasText: 'Request for a person' }).click();
  await page.getByRole('heading', { level: 2, name: 'Request for a person' }).waitFor();
  await page.keyboard.press('t');
  await page.getByText('You have it.').waitFor();
  const writes = async (text: string) => {
    await page.getByLabel('Write to the asker').fill(text);
    await page.getByLabel('Write to the asker').press('Enter');
  };
  const sees = (text: string) => page.locator('#chat-log li .body', { hasText: text }).last().waitFor();
  return { page, writes, sees };
}

test('a chat asks for a person, is taken over from the desk, both talk, and the assistant goes on where it was', async () => {
  const asker = await visitor();
  await asker.says('Is our Galaxy VS with an NMC3 covered?');
  await asker.sees(/When was .* commissioned/);
  await asker.page.getByRole('button', { name: 'Talk to a person' }).click();
  await asker.sees(/Your request for a person is noted/);
  const desk = await ann();
  await desk.page.keyboard.press('c');
  await desk.page.getByText('What you write now goes to the asker.').waitFor();
  await asker.sees(/Ann, service desk, has joined/);
  await asker.says('The display shows nothing. What is wrong?');
  await desk.sees('The display shows nothing.');
  await desk.writes('I will look into it.\nWhich room is it in?');
  const said = asker.page.getByRole('article').filter({ hasText: 'I will look into it.' });
  await said.waitFor();
  expect(await said.innerText()).toMatch(/^Ann, service desk:\s+I will look into it\.\nWhich room is it in\?$/);
  expect(await said.getByRole('button').count()).toBe(0);
  await asker.says('Room 12');
  await desk.sees('Room 12');
  expect(await asker.page.locator('.writing').isVisible()).toBe(false);
  await picture(asker.page, 'widget-talk');
  await picture(desk.page, 'desk-talk');
  await desk.page.keyboard.press('Escape');
  await desk.page.keyboard.press('g');
  await desk.page.getByText('The assistant answers again.').waitFor();
  await asker.sees(/Ann, service desk, has left the chat/);
  await asker.says('It was commissioned on 14 May 2024');
  await asker.sees(/Which service plan is there for the Galaxy VS/);
  await picture(asker.page, 'widget-given-back');
  await picture(desk.page, 'desk-given-back');
  const order = await asker.log.locator('.user .bubble, .person .body p:last-child, .note').allInnerTexts();
  expect(order.map((text) => text.replace(/^You said:\s+/, '').slice(0, 30))).toEqual([
    'Is our Galaxy VS with an NMC3 ',
    'I would like to talk to a pers',
    'Ann, service desk, has joined.',
    'The display shows nothing. Wha',
    'I will look into it.\nWhich roo',
    'Room 12',
    'Ann, service desk, has left th',
    'It was commissioned on 14 May ',
  ]);
});

test('whoever is talked with can have the assistant back, and the desk sees that', async () => {
  const asker = await visitor();
  await asker.page.getByRole('button', { name: 'Talk to a person' }).click();
  await asker.sees(/Your request for a person is noted/);
  const desk = await ann();
  await desk.page.keyboard.press('c');
  await asker.sees(/has joined/);
  await asker.says('Stop, cancel that order');
  await desk.sees('Stop, cancel that order');
  await asker.says('Back to the assistant.');
  await asker.sees(/has left the chat/);
  await desk.page.getByRole('button', { name: 'Talk' }).waitFor();
  expect(await desk.page.getByLabel('Write to the asker').isVisible()).toBe(false);
});

test.each([1280, 320])(
  'axe finds nothing on the desk while one talks, at %i pixels, and nothing sticks out',
  async (width) => {
    const asker = await visitor();
    await asker.page.getByRole('button', { name: 'Talk to a person' }).click();
    await asker.sees(/Your request for a person is noted/);
    const desk = await ann(width);
    await desk.page.keyboard.press('c');
    await asker.sees(/has joined/);
    await desk.writes('Hello');
    await asker.sees('Hello');
    await desk.sees('Hello');
    expect(await violations(desk.page)).toEqual([]);
    expect(await desk.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await picture(desk.page, `desk-talk-${width}`);
    if (width === 1280) expect(await violations(asker.page)).toEqual([]);
  },
);
