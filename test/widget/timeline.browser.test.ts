import type { Locator } from 'playwright-core';
import { SITUATIONS } from '../support/situations.js';
import { supportPage } from './support-page.js';

const site = supportPage();

const figure = () => site.answers().last().locator('figure.timeline');
const drawing = () => figure().locator('svg:visible');
/** Where each text of the drawing lies, as the browser set it. */
const textBoxes = (svg: Locator) =>
  svg.evaluate((node) =>
    [...node.querySelectorAll('text')].map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return { said: text.textContent, left, right, top, bottom };
    }),
  );

test.each([320, 800])(
  'on a page %i pixels wide no text leaves the picture or meets another',
  async (width) => {
    await site.visit({ viewport: { width, height: 900 } });
    for (const name of Object.keys(SITUATIONS)) {
      await site.say(`show ${name}`);
      await site.page.getByText(`This is ${name}.`).waitFor();
      expect(await drawing().count()).toBe(1);
      const frame = await drawing().evaluate((node) => {
        const { left, right } = node.getBoundingClientRect();
        return { left, right };
      });
      const boxes = await textBoxes(drawing());
      expect(boxes.length).toBeGreaterThan(2);
      const wrong = boxes.flatMap((a, i) => [
        ...(a.left < frame.left - 2 || a.right > frame.right + 2 ? [`leaves: ${a.said}`] : []),
        ...boxes
          .slice(i + 1)
          // A line's box is higher than its letters: a hair of overlap between lines is none to the eye.
          .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 3 && b.top < a.bottom - 3)
          .map((b) => `meets: ${a.said} / ${b.said}`),
      ]);
      expect([name, wrong]).toEqual([name, []]);
    }
    expect(site.complaints).toEqual([]);
  },
  60_000,
);

test('the picture has a name, and its words open below it', async () => {
  await site.say('show a gap');
  await site.answers().last().getByRole('img', { name: 'Cover of the Galaxy VS over time' }).waitFor();
  const words = figure().getByRole('listitem').filter({ hasText: 'this is the gap before the contract' });
  expect(await words.count()).toBe(0);
  await figure().getByText('The picture in words').click();
  expect(await words.count()).toBe(1);
});

test('the drawing takes the colours of the page', async () => {
  const fill = () =>
    drawing()
      .locator('path')
      .first()
      .evaluate((node) => node.ownerDocument.defaultView?.getComputedStyle(node).fill);
  await site.visit({ colorScheme: 'light' });
  await site.say('show expired');
  await figure().waitFor();
  const inLight = await fill();
  await site.page.emulateMedia({ colorScheme: 'dark' });
  expect(await fill()).not.toBe(inLight);
});

test('axe finds nothing to complain of', async () => {
  await site.visit({ bypassCSP: true });
  await site.say('show a month at the boundary');
  await figure().getByText('The picture in words').click();
  expect(await site.violations()).toEqual([]);
});

test('nothing in a drawing runs or loads, whoever sent it, and one that is none leaves its words', async () => {
  const requests: string[] = [];
  site.page.on('request', (request) => requests.push(request.url()));
  await site.say('show a forged drawing');
  await figure().first().waitFor();
  const markup = await drawing().evaluate((node) => node.outerHTML);
  expect(markup).toContain('<path d="M0 0H9"');
  expect(markup).not.toMatch(/script|foreign|image|onload|href|url\(|style/);
  expect(await figure().getByText('<b>Words</b>').count()).toBe(1);
  await site.say('show a broken drawing');
  await site.answers().last().getByText('Only words.').waitFor();
  expect(await figure().locator('svg').count()).toBe(0);
  expect(await figure().getByText('Only words.').isVisible()).toBe(true);
  expect(requests.filter((url) => url.includes('evil'))).toEqual([]);
  expect(await site.page.title()).not.toBe('run');
});
