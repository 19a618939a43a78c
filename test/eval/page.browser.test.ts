import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { pageOf } from '../../src/eval/page/page.js';
import { launchBrowser } from '../support/browser.js';
import { sampleReport } from './sample-report.js';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const page = pageOf(sampleReport('is this covered by what we have? '.repeat(5)));

describe('the page of a report in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
    ['dark', 320],
  ] as const)('axe finds nothing in %s at %i pixels, and nothing sticks out', async (colorScheme, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    const shown = await context.newPage();
    await shown.setContent(page);
    await shown.locator('summary').evaluateAll((all) => {
      for (const summary of all) (summary as unknown as { click(): void }).click();
    });
    expect(await shown.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await shown.addScriptTag({ content: axeSource });
    const found = await shown.evaluate(
      "axe.run().then(({ violations }) => violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' ')))",
    );
    expect(found).toEqual([]);
    await context.close();
  });
});
