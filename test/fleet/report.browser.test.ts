import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContext } from 'playwright-core';
import { htmlSink } from '../../src/fleet/output/html/html-sink.js';
import { launchBrowser } from '../support/browser.js';
import { projectKnowledge } from '../support/knowledge.js';
import { AS_OF, listFile, written } from './read-list.js';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const ROWS = [
  'Zürich,UPS-1,Galaxy VS,NMC3,2026-01-15,none,,',
  'Lyon,UPS-2,Galaxy VL,NMC4,2024-05-01,Advantage Prime,2025-05-01,2026-12-01',
  'Lyon,UPS-3,Galaxy VX,NMC2,2026-01-15,,,',
  `A${'-very-long-name'.repeat(12)},UPS-4,Galaxy VX,NMC9,31/02/2026,GoldCare,,`,
  'Bristol,UPS-5,Symmetra,NMC3,2020-01-15,EcoCare,2026-12-15,',
  'Bristol,UPS-6,Galaxy PX,NMC3,2026-01-15,EcoCare,2027-02-15,',
];
const list = `Site,Name,Model,NMC,Commissioned,Plan,Contract start,Contract end\n${Array.from({ length: 120 }, (_, i) => `${ROWS[i % ROWS.length]}\n`).join('')}`;

describe('the report of a fleet in a browser', () => {
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    const page = await written(listFile(list), (out) =>
      htmlSink(out, { asOf: AS_OF, rules: projectKnowledge().rules, title: 'our devices.csv' }),
    );
    const file = listFile('', 'html');
    writeFileSync(file, page);
    address = pathToFileURL(file).href;
  }, 60_000);
  afterAll(() => browser.close());

  const opened = async (context: BrowserContext) => {
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(address);
    return { page, said };
  };

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
    ['dark', 320],
  ] as const)('axe finds nothing in %s at %i pixels, and nothing sticks out', async (colorScheme, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    const { page } = await opened(context);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.addScriptTag({ content: axeSource });
    const found = await page.evaluate(
      "axe.run().then(({ violations }) => violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' ')))",
    );
    expect(found).toEqual([]);
    await context.close();
  });

  test('its policy lets its style and its script through, and the rows that need attention are saved whole', async () => {
    const context = await browser.newContext({ acceptDownloads: true });
    const { page, said } = await opened(context);
    expect(await page.locator('h1').evaluate((h) => getComputedStyle(h as never).fontWeight)).toBe('680');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save all 100 as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('our devices-attention.csv');
    const rows = parse(readFileSync(await download.path()), { bom: true, columns: true }) as unknown as Record<
      string,
      string
    >[];
    expect(rows).toHaveLength(100);
    expect(rows[1]).toMatchObject({
      Site: 'Lyon',
      Name: 'UPS-2',
      'SNS covered': 'yes',
      'SNS cover ends': '2026-12-01',
    });
    await page.getByText('Saved as our devices-attention.csv.').waitFor();
    expect(said).toEqual([]);
    await context.close();
  });

  test('on paper it is light and leaves out what can only be clicked', async () => {
    const context = await browser.newContext({ colorScheme: 'dark' });
    const { page } = await opened(context);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('body').evaluate((b) => getComputedStyle(b as never).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await page.getByRole('button').isVisible()).toBe(false);
    await context.close();
  });
});
declare const getComputedStyle: (element: never) => { readonly fontWeight: string; readonly backgroundColor: string };
