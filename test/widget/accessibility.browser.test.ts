import type { Page, ViewportSize } from 'playwright-core';
import { hostSite } from './host-site.js';
import { hostPage, STATES } from './states.js';
import { supportPage } from './support-page.js';

const site = supportPage();
const host = hostSite();

type Look = NonNullable<Parameters<Page['emulateMedia']>[0]>;
const LOOKS: readonly Look[] = [{ colorScheme: 'dark' }, { colorScheme: 'light' }, { forcedColors: 'active' }];
/** Of a page that is enlarged four times some 320 by 256 are left. */
const WIDTHS: readonly (readonly [width: string, size: ViewportSize])[] = [
  ['beside the page', { width: 1280, height: 800 }],
  ['at 320 pixels', { width: 320, height: 640 }],
  ['four times enlarged', { width: 320, height: 256 }],
];

const findsNothing = async () => {
  for (const look of LOOKS) {
    await site.page.emulateMedia({ colorScheme: null, forcedColors: null, ...look });
    expect([look, await site.violations()]).toEqual([look, []]);
  }
  expect(await site.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
};

describe.each(WIDTHS)('the widget %s, light, dark and in forced colours', (_width, viewport) => {
  it.each(Object.keys(STATES))('gives axe nothing to find: %s', async (state) => {
    hostPage(site, host);
    await site.newTab({ viewport });
    await site.page.goto(host.origin);
    await STATES[state]?.(site);
    await findsNothing();
  });
});

describe('the support page', () => {
  it.each(WIDTHS)('gives axe nothing to find %s, with every kind of message shown', async (_width, viewport) => {
    await site.visit({ viewport, bypassCSP: true });
    for (const text of ['update', 'Is my device covered?', 'In the last 12 months', 'our fleet', 'longer ago']) {
      const before = await site.answers().count();
      await site.say(text);
      await site.answers().nth(before).waitFor();
    }
    await site.page.locator('details > summary').evaluateAll((all) => {
      for (const summary of all) (summary as unknown as { click(): void }).click();
    });
    await findsNothing();
  });
});
