import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suggestionPage } from './suggestion-page.js';

const { site, list, options, press, value, hasFocus, type } = suggestionPage();
const { field, answers } = site;

describe('there are no suggestions', () => {
  it('while an input method composes, only for what it has composed', async () => {
    await site.page.clock.install();
    await site.page.reload();
    await site.page.getByText('What would you like to know?').waitFor();
    const asked: (string | null)[] = [];
    site.page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === '/api/suggestions') asked.push(searchParams.get('text'));
    });
    const devtools = await site.page.context().newCDPSession(site.page);
    const compose = async (text: string) => {
      await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await site.page.clock.runFor(1000);
    };
    await field().fill('gal');
    await list().waitFor();
    await compose('a');
    expect(await list().isVisible()).toBe(false);
    await compose('ax');
    await devtools.send('Input.insertText', { text: 'axy' });
    await list().waitFor();
    expect([await value(), asked]).toEqual(['galaxy', ['gal', 'galaxy']]);
  });

  it('and no complaints while the server cannot be reached, and the message is kept as ever', async () => {
    await type('gal');
    await site.server.stop();
    const failed = site.page.waitForEvent('requestfailed', (request) => request.url().includes('/api/suggestions'));
    await field().pressSequentially('a');
    await failed;
    await list().waitFor({ state: 'hidden' });
    await press('Enter');
    await site.page.getByText('Not sent').waitFor();
    expect(site.complaints).toEqual([]);
  });

  it('where the page turns them off', async () => {
    await site.page.route('**/index.html', async (route) => {
      const html = readFileSync(join(site.folder, 'index.html'), 'utf8').replace(
        'data-target="#chat"',
        'data-target="#chat" data-suggestions="off"',
      );
      await route.fulfill({ body: html, contentType: 'text/html' });
    });
    await site.page.goto(`${site.server.url}index.html`);
    await site.page.getByText('What would you like to know?').waitFor();
    await field().pressSequentially('gal');
    await press('Enter');
    await answers().getByText('You wrote: gal').waitFor();
    expect([await list().count(), await field().getAttribute('aria-autocomplete')]).toEqual([0, null]);
    expect(site.server.typed).toEqual([]);
  });
});

describe('in the bubble', () => {
  it('Escape closes the suggestions first, and the chat with the next press', async () => {
    await site.page.route('**/index.html', async (route) => {
      const html = readFileSync(join(site.folder, 'index.html'), 'utf8').replace(
        'data-target="#chat"',
        'data-mode="bubble"',
      );
      await route.fulfill({ body: html, contentType: 'text/html' });
    });
    await site.page.goto(`${site.server.url}index.html`);
    await site.page.getByRole('button', { name: 'Open the chat' }).click();
    await type('gal');
    await press('Escape');
    expect([await list().isVisible(), await hasFocus()]).toEqual([false, true]);
    await press('Escape');
    expect(await field().isVisible()).toBe(false);
  });
});

describe('accessibility of the suggestions', () => {
  it.each([
    ['light', 1280, 800, 5],
    ['dark', 1280, 800, 5],
    ['dark', 390, 844, 5],
    ['light', 320, 480, 2],
  ] as const)(
    'axe finds nothing in %s at %i by %i pixels, and %i or more are seen',
    async (colorScheme, width, height, least) => {
      await site.visit({ colorScheme, viewport: { width, height }, bypassCSP: true });
      await type('which');
      expect(await site.violations()).toEqual([]);
      await press('End');
      expect(await site.violations()).toEqual([]);
      const count = await options().count();
      expect(count).toBeGreaterThanOrEqual(least);
      await site.page.getByRole('status').getByText(`${count} suggestions.`).waitFor();
      for (const option of await options().all()) {
        const box = await option.boundingBox();
        expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(
          true,
        );
      }
      expect(await site.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    },
  );
});
