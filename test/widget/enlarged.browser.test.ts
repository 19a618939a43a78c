import { hostSite } from './host-site.js';
import { hostPage, STATES } from './states.js';
import { supportPage } from './support-page.js';

const site = supportPage();
const host = hostSite();
/** What is left of a window of 1280 by 1024 at 400 %. */
const viewport = { width: 320, height: 256 };

const bottom = async (place: string) => {
  const box = await site.page.locator(place).boundingBox();
  return box ? box.y + box.height : Number.NaN;
};

describe('four times enlarged', () => {
  it('the text field is in reach while there is no connection, and something of the conversation is read above it', async () => {
    hostPage(site, host);
    await site.newTab({ viewport });
    await site.page.goto(host.origin);
    await STATES['no connection, with a message that waits']?.(site);
    expect(await bottom('.composer')).toBeLessThanOrEqual(viewport.height);
    expect((await site.page.locator('.scroll').boundingBox())?.height).toBeGreaterThanOrEqual(70);
  });

  it('the chat leaves more than half of the window to what is read, and says above the text field that it is copied', async () => {
    hostPage(site, host);
    await site.newTab({ viewport });
    await site.page.goto(host.origin);
    await STATES['an answer with its sources']?.(site);
    const height = (await site.page.locator('.scroll').boundingBox())?.height;
    expect(height).toBeGreaterThan(viewport.height / 2);
    await site.page.getByRole('button', { name: 'Copy conversation' }).click();
    await site.page.getByText('The conversation is copied.').waitFor();
    expect((await site.page.locator('.scroll').boundingBox())?.height).toBe(height);
  });

  it('the chat that stands in a page is no higher than the window', async () => {
    await site.visit({ viewport });
    expect((await site.page.locator('.panel').boundingBox())?.height).toBeLessThanOrEqual(viewport.height);
  });
});
