import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { loadStaticFiles } from '../../src/channels/static.js';
import { htmlSink } from '../../src/fleet/output/html/html-sink.js';
import { runFleet } from '../../src/fleet/run-fleet.js';
import { launchBrowser } from '../support/browser.js';
import { projectKnowledge } from '../support/knowledge.js';
import { type settings, start } from './running-server.js';

const root = resolve(__dirname, '../..');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'fleet-page-'));
const listOf = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const LIST = listOf(
  'ours.csv',
  'Site,Model,NMC,Commissioned\nZürich,Galaxy VS,NMC3,2026-01-15\nLyon,Galaxy VL,NMC9,2024-05-01\n',
);

/** The support page before a server that decides lists in earnest; the chat is a stand-in. */
describe('the fleet section of the support page', () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, '.config/bundle-widget.mjs'), join(folder, 'web')]);
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function visit(own: Partial<typeof settings> = {}, options = {}): Promise<void> {
    const web = loadStaticFiles(join(folder, 'web'));
    if (!web.ok) throw new Error('the page was not built');
    const { url } = await start({
      page: web.value,
      settings: own,
      fleet: {
        decide: (file, wish, write) =>
          runFleet(file, projectKnowledge(), wish, htmlSink(write, { ...wish, rules: projectKnowledge().rules })),
      },
    });
    page = await browser.newPage(options);
    complaints.length = 0;
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    await page.goto(url);
  }
  const choose = (file: string) => page.getByLabel('List of devices, .xlsx or .csv').setInputFiles(file);
  const told = (text: string | RegExp) => page.locator('#fleet .told', { hasText: text }).waitFor();

  test('takes a list, tells what came of it, and opens a report that is styled and saves its rows', async () => {
    await visit();
    await choose(LIST);
    await told('ours.csv: 2 devices checked.');
    expect(await page.locator('#fleet .figures').innerText()).toContain('covered now');
    const [report] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Open the report' }).click(),
    ]);
    await report.getByRole('heading', { name: 'ours.csv' }).waitFor();
    expect(await report.locator('.answer .share').innerText()).toBe('50 %');
    const [saved] = await Promise.all([
      report.waitForEvent('download'),
      report.getByRole('button', { name: /^Save all/ }).click(),
    ]);
    expect(readFileSync(await saved.path(), 'utf8')).toContain('"NMC9"');
    const [whole] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save it' }).click(),
    ]);
    expect(whole.suggestedFilename()).toBe('ours.html');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('says what is wrong with a list, and takes it again once it is mended', async () => {
    await visit();
    const list = listOf('wrong.csv', 'kVA,Colour\n10,red\n');
    await choose(list);
    await told(/^no column tells of devices\. Found: kVA, Colour\. Wanted: /);
    writeFileSync(list, 'Model\nGalaxy VS\n');
    await choose(list);
    await told('wrong.csv: 1 device checked.');
    await page.close();
  });

  test('takes a list that is dropped on it', async () => {
    await visit();
    const data = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      data.items.add(new File(['Model\\nGalaxy VS\\n'], 'dropped.csv'));
      return data;
    })()`);
    await page.dispatchEvent('#fleet .drop', 'drop', { dataTransfer: data });
    await told('dropped.csv: 1 device checked.');
    await page.close();
  });

  test('asks for the key where the server wants one, until it is right', async () => {
    await visit({ production: true, fleet: { key: 'a key of sixteen letters', limit: 1024 * 1024 } });
    await choose(LIST);
    await told('This server wants a key for it.');
    await page.getByLabel('Key').fill('wrong');
    await page.getByRole('button', { name: 'Send with the key' }).click();
    await page.locator('#fleet .told.wrong').waitFor();
    await page.getByLabel('Key').fill('a key of sixteen letters');
    await page.getByLabel('Key').press('Enter');
    await told('ours.csv: 2 devices checked.');
    await page.close();
  });

  test.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)(
    'axe finds nothing in it in %s at %i pixels, and nothing sticks out',
    async (colorScheme, width) => {
      await visit({}, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      await choose(LIST);
      await told('2 devices checked.');
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await page.addScriptTag({ content: axeSource });
      const found = await page.evaluate(
        "axe.run('#fleet').then(({ violations }) => violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' ')))",
      );
      expect(found).toEqual([]);
      await page.close();
    },
    30_000,
  );
});
