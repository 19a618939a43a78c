import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { runTrainer } from '../../../src/assistant/run-trainer.js';
import { versionOf } from '../../../src/knowledge/load.js';
import { readFolder } from '../../../src/knowledge/read-folder.js';
import { launchBrowser } from '../../support/browser.js';
import { type KnowledgeRepository, knowledgeRepository, modelFolder } from './knowledge-repository.js';
import { BUILT, dataFolder, type RunningApp, startApp } from './running-app.js';

/** `WHOLE_KNOWLEDGE=1` learns with all phrasings, which takes some minutes; otherwise a cut-down knowledge base learns the same. */
const IS_WHOLE = process.env.WHOLE_KNOWLEDGE === '1';
const LONG = IS_WHOLE ? 1_800_000 : 240_000;
jest.setTimeout(LONG);

const TOKEN = 'the-token-of-ann-in-the-tests';
/** What three people ask in words that stand in no phrasing, of what the FAQ answers. Where phrasings are added that know them, choose others. */
const ASKED = [
  'Does the doctor bring the medicine along?',
  'does the doctor bring his medicine along',
  'Does our doctor bring the medicine along?',
] as const;
const IN_OTHER_WORDS = 'Is it the doctor who comes with the medicine?';
const PLACE = 'How is the NMC Firmware applied';
const ANSWER = /qualified service personnel apply the firmware/;

let browser: Browser;
let repository: KnowledgeRepository;
let app: RunningApp;
beforeAll(async () => {
  browser = await launchBrowser();
  const folder = dataFolder();
  repository = knowledgeRepository(folder, IS_WHOLE);
  const model = modelFolder(folder, BUILT.model, IS_WHOLE);
  const told: string[] = [];
  const code = await runTrainer(BUILT.trainer, { knowledge: repository.knowledge, model }, (text) => told.push(text));
  if (code !== 0) throw new Error(told.join(''));
  const data = join(folder, 'data');
  mkdirSync(data);
  const settings = { DESK_TOKENS: `ann:${TOKEN}`, KNOWLEDGE_FOLDER: repository.knowledge };
  app = await startApp(data, settings, { ...BUILT, model });
}, LONG);
afterAll(async () => {
  jest.restoreAllMocks();
  await app?.stop();
  await browser.close();
});

const picture = async (page: Page, name: string) => {
  const folder = process.env.LEARNING_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

/** Somebody new on the support page. */
async function visitor() {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(app.url);
  const log = page.locator('.log');
  await log
    .getByText(/I am an automatic assistant/)
    .last()
    .waitFor();
  return {
    page,
    /** Asks, and has the reply. */
    asks: async (text: string) => {
      await page.getByRole('textbox').fill(text);
      await page.getByRole('textbox').press('Enter');
      const reply = log.locator('.user', { hasText: text }).locator('~ article.assistant').last();
      await reply.waitFor();
      return reply;
    },
  };
}

/** Moves on by the Tab key until something of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = page.locator(':focus');
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    const named = page.getByText(name, { exact: true }).or(page.getByLabel(name, { exact: true }));
    if ((await focused.and(named).count()) > 0) return;
  }
  throw new Error(`the keyboard does not come to '${name}'`);
}

/** The page of lessons as Ann has it who has no mouse. */
async function lessons(): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' })).newPage();
  await page.goto(`${app.url}/desk`);
  await page.locator('#token:focus').waitFor();
  await page.keyboard.type(TOKEN);
  await page.keyboard.press('Enter');
  await page.getByText('Signed in as ann').waitFor();
  await tabTo(page, 'Lessons');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Lessons' }).waitFor();
  return page;
}

/** The line of the server's log that says which knowledge it has taken up; rejects with the one that says why it has not. */
const takenUp = () =>
  new Promise<string>((done, failed) => {
    jest.spyOn(console, 'log').mockImplementation((line: string) => {
      if (line.endsWith(' is in use.')) done(line);
    });
    // The training tells how far it is.
    jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    jest.spyOn(console, 'error').mockImplementation((line: string) => failed(new Error(line)));
  });

test('what several people asked in vain is taken over at the desk, learned while the server runs, and answered to the next', async () => {
  for (const [n, text] of ASKED.entries()) {
    const one = await visitor();
    const reply = await one.asks(text);
    expect(await reply.innerText()).toContain('I do not know that.');
    await picture(one.page, `1-refused-${n}`);
    await one.page.close();
  }

  const desk = await lessons();
  const proposal = desk.getByRole('article').filter({ hasText: '3 people asked in one week' });
  await proposal.waitFor();
  await tabTo(desk, 'Add to');
  await desk.keyboard.type(PLACE);
  await tabTo(desk, 'Download as a patch');
  const [download] = await Promise.all([desk.waitForEvent('download'), desk.keyboard.press('Enter')]);
  await desk.getByText('adds 3 phrasings').waitFor();
  await picture(desk, '2-taken');

  const taken = takenUp();
  repository.apply(await download.path());
  expect(repository.changed()).toEqual(['what-we-know/faq/how-firmware-applied.phrasings.yaml']);
  const learned = versionOf(readFolder(repository.knowledge));
  expect(await taken).toBe(`Knowledge ${learned} is in use.`);
  expect(await (await fetch(`${app.url}/readyz`)).text()).toContain(learned);

  for (const [n, text] of [...ASKED, IN_OTHER_WORDS].entries()) {
    const one = await visitor();
    const reply = await one.asks(text);
    expect(await reply.innerText()).toMatch(ANSWER);
    await reply
      .getByText(/source/i)
      .first()
      .click();
    await picture(one.page, `3-answered-${n}`);
    expect(await reply.locator('.sources').innerText()).toContain(PLACE);
    await one.page.close();
  }

  await desk.reload();
  await desk.getByText('Nothing to learn').waitFor();
  await picture(desk, '4-learned');
});
