import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { asks } from '../store/refused.js';
import { deskPage, violations } from './desk-page.js';

jest.setTimeout(60_000);
const desk = deskPage();
afterEach(() => expect([desk.complaints, desk.server.reported]).toEqual([[], []]));

beforeEach(async () => {
  const { store } = desk.server;
  for (const [who, text] of [
    ['ann', 'can the display sing a song about winter for ann@example.com'],
    ['ben', 'can the display sing a song about summer'],
    ['cid', 'how do we renew our entitlement for the ups'],
    ['ann', 'how do we renew our entitlement for the unit'],
  ] as const)
    await asks(store, who, text);
  await asks(store, 'cid', 'how do I renew', 'faq');
  await asks(store, 'cid', 'which of them', 'clarify');
  await asks(store, 'cid', 'a person please', 'human');
});

/** The page of lessons, reached from the desk. */
async function visit(options: Parameters<typeof desk.visit>[1] = {}): Promise<Page> {
  const page = await desk.visit('ann', options);
  await page.getByRole('link', { name: 'Lessons' }).click();
  await page.getByText('2 proposals').waitFor();
  await page.getByRole('img').waitFor();
  return page;
}
const card = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words });

test('a proposal is read with its texts, and taken as a patch into a new topic', async () => {
  const page = await visit();
  const songs = card(page, 'sing a song');
  await songs.getByText('2 ways of asking').waitFor();
  await songs.getByText('about winter for […]').waitFor();
  await songs.getByLabel('Add to').selectOption('new');
  await songs.getByLabel('Name of the topic').fill('songs');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    songs.getByRole('button', { name: 'Download as a patch' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('+++ b/knowledge/boundaries/songs.yaml\n');
  await songs.getByText('adds 2 phrasings. Nothing has changed yet').waitFor();
});

test('a name that cannot be is told, and a proposal without a place is not sent', async () => {
  const page = await visit();
  const songs = card(page, 'sing a song');
  await songs.getByRole('button', { name: 'Download as a patch' }).click();
  expect(await songs.getByLabel('Add to').evaluate((list) => list.matches(':invalid'))).toBe(true);
  await songs.getByLabel('Add to').selectOption('new');
  await songs.getByLabel('Name of the topic').fill('Bad Name');
  await songs.getByRole('button', { name: 'Download as a patch' }).click();
  await songs.locator('.status.wrong', { hasText: 'lower-case words' }).waitFor();
});

test('a proposal that is dismissed is gone once that is affirmed, after the page is loaded again too', async () => {
  const page = await visit();
  const dismiss = card(page, 'sing a song').getByRole('button', { name: 'Dismiss' });
  const asked = page.getByRole('dialog', { name: 'Dismiss these 2 ways of asking?' });
  await dismiss.click();
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await asked.waitFor({ state: 'detached' });
  expect(await dismiss.evaluate((button) => button.matches(':focus'))).toBe(true);
  expect(await page.getByRole('article').count()).toBe(2);
  await page.keyboard.press('Enter');
  await asked.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByText('1 proposal', { exact: true }).waitFor();
  await page.getByText('these texts are not proposed again').waitFor();
  await page.reload();
  await page.getByText('1 proposal', { exact: true }).waitFor();
});

test('weeks are drawn, and stand in a table that says the same', async () => {
  const page = await visit();
  const cells = await page.locator('.weeks tbody tr').first().locator('th, td').allInnerTexts();
  expect(cells).toEqual(['2026-11-16', '7', '1', '1', '4', '1']);
  expect(await page.locator('.chart rect').count()).toBe(4);
});

test('who is not signed in is asked to', async () => {
  const page = await desk.visit(null);
  await page.goto(`${desk.server.url}/desk/lessons`);
  await page.getByLabel('Token').waitFor();
});

test.each(['light', 'dark'] as const)(
  'it can be read by everybody, in %s colours and 320 pixels wide',
  async (colorScheme) => {
    const page = await visit({ bypassCSP: true, colorScheme });
    await card(page, 'sing a song').getByLabel('Add to').selectOption('new');
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    expect(await violations(page)).toEqual([]);
    await card(page, 'sing a song').getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  },
);
