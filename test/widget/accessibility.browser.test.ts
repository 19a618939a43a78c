import { supportPage } from './support-page.js';

const site = supportPage();
const { answers, say } = site;

describe('accessibility', () => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
    ['dark', 320],
  ] as const)('axe finds nothing in %s at %i pixels, with every kind of message shown', async (colorScheme, width) => {
    await site.visit({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    for (const text of ['update', 'Is my device covered?', 'In the last 12 months', 'our fleet', 'longer ago']) {
      const before = await answers().count();
      await say(text);
      await answers().nth(before).waitFor();
    }
    await site.page.locator('details > summary').evaluateAll((all) => {
      for (const summary of all) (summary as unknown as { click(): void }).click();
    });
    await site.server.stop();
    await site.page.getByText('No connection at the moment.').waitFor();
    await say('unsent');
    await site.page.getByText('Not sent').waitFor();
    expect(await site.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await site.violations()).toEqual([]);
  });
});
