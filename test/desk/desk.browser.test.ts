import type { Page } from 'playwright-core';
import { handOff } from '../store/hand-off.js';
import { deskPage, violations } from './desk-page.js';

jest.setTimeout(60_000);
const desk = deskPage();
afterEach(() => expect([desk.complaints, desk.server.reported]).toEqual([[], []]));

const COVER = 'Hello,\n\nis our Galaxy VS with an NMC3 covered? It was commissioned on 14 May 2024.\n\nAnn';
const rows = (page: Page) => page.locator('#queue .rows button');
const open = async (page: Page, name: string) => {
  await rows(page).filter({ hasText: name }).click();
  await page.getByRole('heading', { level: 2, name }).waitFor();
};
const verdict = (page: Page) => page.locator('#verdict-0');
const draft = (page: Page) => page.getByRole('textbox', { name: 'Draft of the reply' });
const status = (page: Page, text: string | RegExp) => page.locator('.status', { hasText: text }).waitFor();

test('whoever signs in takes a ticket, puts a fact right, sees verdict and draft follow, edits, and is done', async () => {
  await desk.ticket('1', 'Cover of our UPS', COVER);
  const page = await desk.visit('ann');
  await open(page, 'Cover of our UPS');
  expect((await page.locator('mark.ask').allInnerTexts()).join('')).toContain('is our Galaxy VS');
  expect(await page.getByLabel('Service plan').isDisabled()).toBe(true);
  await page.keyboard.press('t');
  await status(page, 'You have it.');
  expect(await verdict(page).innerText()).toMatch(/^Open /);
  const before = await draft(page).inputValue();
  await page.getByLabel('Service plan').focus();
  await page.getByLabel('Service plan').selectOption('none');
  await page.locator('#verdict-0.no').waitFor();
  expect(await verdict(page).innerText()).toMatch(/^Not covered /);
  const after = await draft(page).inputValue();
  expect(after).not.toBe(before);
  expect(await page.evaluate('document.activeElement.id')).toBe('fact-0-plan');
  await draft(page).fill(`${after}\nAnn`);
  await page.keyboard.press('Escape');
  await page.locator('#use-proposal').waitFor();
  await page.keyboard.press('d');
  await status(page, 'Done.');
  const [kept] = (await desk.server.store.audit.latest(1)).map(({ who, what }) => `${who} ${what}`);
  expect(kept).toBe('ann done');
  await page.reload();
  await page.getByText('Nothing is here.').waitFor();
  await page.getByLabel('State').selectOption('done');
  await open(page, 'Cover of our UPS');
  expect(await draft(page).inputValue()).toBe(`${after}\nAnn`);
});

test('a fact that cannot be is told, and the one before stays', async () => {
  await desk.ticket('1', 'Cover of our UPS', COVER);
  const page = await desk.visit('ann');
  await open(page, 'Cover of our UPS');
  await page.keyboard.press('t');
  await status(page, 'You have it.');
  await page.getByLabel('Commissioned').fill('2024-02-31');
  await page.getByLabel('Commissioned').press('Enter');
  await status(page, "'2024-02-31' is not a date that exists");
  expect(await verdict(page).innerText()).toMatch(/^Open /);
});

test('of two who have the same ticket open one gets it, and the other is told who', async () => {
  await desk.ticket('1', 'Cover of our UPS', COVER);
  const [ann, ben] = [await desk.visit('ann'), await desk.visit('ben')];
  for (const page of [ann, ben]) await open(page, 'Cover of our UPS');
  await ann.keyboard.press('t');
  await status(ann, 'You have it.');
  await ben.keyboard.press('t');
  await status(ben, 'ann has taken it; nothing was changed.');
  await ben.getByRole('button', { name: 'Take over from ann' }).click();
  await status(ben, 'You have it.');
  await draft(ann).fill('What Ann typed');
  await ann.keyboard.press('Escape');
  await status(ann, 'ben has taken it');
  await ann.getByText('What Ann typed').waitFor();
});

test('whose session ends while they write loses nothing that they wrote', async () => {
  await desk.ticket('1', 'Cover of our UPS', COVER);
  const page = await desk.visit('ann');
  await open(page, 'Cover of our UPS');
  await page.keyboard.press('t');
  await status(page, 'You have it.');
  await page.context().clearCookies();
  await draft(page).fill('What Ann typed');
  await page.keyboard.press('Escape');
  await page.getByText('You are signed out. Sign in to go on.').waitFor();
  await page.getByText('What Ann typed').waitFor();
});

test('a ticket is put in by hand, and found again by its words', async () => {
  const page = await desk.visit('ann');
  await page.keyboard.press('n');
  await page.getByLabel('Subject').fill('Renewal');
  await page.getByLabel('Text').fill('How do we renew?');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('heading', { level: 2, name: 'Renewal' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('nothing like it');
  await page.getByText('Nothing is here.').waitFor();
  await page.getByLabel('Search').fill('RENEW');
  await rows(page).filter({ hasText: 'Renewal' }).waitFor();
});

test.each(['Control+Enter', 'Meta+Enter'])(
  '%s sends a ticket that is put in, once, and Enter alone does not',
  async (keys) => {
    const page = await desk.visit('ann');
    await page.keyboard.press('n');
    await page.getByLabel('Subject').fill('Renewal');
    await page.getByLabel('Text').focus();
    await page.keyboard.press(keys);
    expect(await page.getByLabel('Text').evaluate((field) => field.matches(':invalid'))).toBe(true);
    await page.keyboard.type('Hello,');
    await page.keyboard.press('Enter');
    await page.keyboard.type('How do we renew?');
    await page.keyboard.press(keys);
    await page.getByRole('heading', { level: 2, name: 'Renewal' }).waitFor();
    await page.reload();
    await open(page, 'Renewal');
    expect(await rows(page).count()).toBe(1);
    expect(await page.locator('.body').innerText()).toMatch(/^Hello,\nHow do we renew\?/);
  },
);

test('a request for a person from a chat stands in the same queue, with what was said', async () => {
  await desk.server.store.effects.keep([
    { kind: 'open-hand-off', handOff: handOff('H-1', 'c1', '2026-11-20T09:00:00Z') },
  ]);
  const page = await desk.visit('ann');
  await open(page, 'Request for a person H-1');
  await page.getByText('a person, please').waitFor();
  await page.keyboard.press('t');
  await status(page, 'You have it.');
  await page.keyboard.press('d');
  await status(page, 'Done.');
  expect((await desk.server.store.handOffs.get('H-1'))?.state).toBe('closed');
});

test('what one types in a chat stays while one looks elsewhere, the queue says who waits, and no session takes it away', async () => {
  const address = { serviceUrl: 'https://teams' };
  for (const [reference, conversation] of [
    ['H-1', 'c1'],
    ['H-2', 'c2'],
  ] as const) {
    const request = { ...handOff(reference, conversation, '2026-11-20T09:00:00Z'), address };
    await desk.server.store.effects.keep([{ kind: 'open-hand-off', handOff: request }]);
  }
  const page = await desk.visit('ann');
  const field = page.getByLabel('Write to the asker');
  await open(page, 'Request for a person H-1');
  await page.keyboard.press('t');
  await status(page, 'You have it.');
  await page.keyboard.press('c');
  await status(page, 'What you write now goes to the asker.');
  expect(await page.evaluate('document.activeElement.id')).toBe('chat-text');
  await field.fill('Half a sen');
  await open(page, 'Request for a person H-2');
  expect(await field.isVisible()).toBe(false);
  await desk.server.store.effects.keep([{ kind: 'talk-heard', conversationId: 'c1', at: '2026-11-20T09:01:00.000Z' }]);
  await page.getByLabel('Mine only').check();
  await rows(page).filter({ hasText: 'waits for an answer' }).click();
  await page.getByRole('heading', { level: 2, name: 'Request for a person H-1' }).waitFor();
  expect(await field.inputValue()).toBe('Half a sen');
  await page.context().clearCookies();
  await field.press('Enter');
  await page.getByText('You are signed out. Sign in to go on.').waitFor();
  await page.getByText('Half a sen').waitFor();
});

test('it can be gone through by keys alone, and single keys can be switched off', async () => {
  await desk.ticket('1', 'First', COVER);
  await desk.ticket('2', 'Second', 'How do we renew?');
  const page = await desk.visit('ann');
  await rows(page).first().waitFor();
  const current = () => page.locator('#queue [aria-current] .name').innerText();
  const seen: string[] = [];
  for (const key of ['j', 'j', 'k']) {
    await page.keyboard.press(key);
    seen.push(await current());
  }
  expect(seen[0]).toBe(seen[2]);
  expect(new Set(seen).size).toBe(2);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: seen[2] ?? '' }).waitFor();
  await page.keyboard.press('?');
  await page.getByLabel('Use single keys').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.keyboard.press('Escape');
  expect(await page.evaluate('document.activeElement.id')).toMatch(/^row-/);
  expect((await desk.server.store.audit.latest(1))[0]?.what).toBe('signed-in');
});

test('whoever signs out is out, and back at the form', async () => {
  const page = await desk.visit('ann');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Token').fill('wrong');
  await page.getByLabel('Token').press('Enter');
  await page.getByText('nobody signs in with it').waitFor();
  await page.reload();
  await page.getByLabel('Token').waitFor();
});

test('what a ticket says is text, whatever it looks like', async () => {
  const body = '<img src=x onerror="document.title=1"> <script>document.title=1</script> Is it covered?';
  await desk.ticket('1', '<b>Cover</b>', body);
  const page = await desk.visit('ann');
  await open(page, '<b>Cover</b>');
  await page.locator('.body', { hasText: '<script>document.title=1</script>' }).waitFor();
  expect(await page.title()).toBe('Secure NMC desk');
});

describe.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
  ['dark', 320],
] as const)('in %s at %i pixels', (colorScheme, width) => {
  test('axe finds nothing, and nothing sticks out', async () => {
    await desk.ticket('1', 'Cover of our UPS', COVER);
    await desk.ticket('2', 'A stranger', 'We saw unknown logins on the card. Our account was hacked. How do we renew?');
    const page = await desk.visit(null, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const look = async (name: string) => {
      expect([name, await violations(page)]).toEqual([name, []]);
      expect([name, await page.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([name, true]);
      const folder = process.env.DESK_PICTURES;
      if (folder) await page.screenshot({ path: `${folder}/${name}-${colorScheme}-${width}.png`, fullPage: true });
    };
    await page.getByRole('button', { name: 'Sign in' }).hover();
    await look('sign-in');
    await page.getByLabel('Token').fill('the-token-of-ann-in-the-tests');
    await page.getByLabel('Token').press('Enter');
    await rows(page).first().waitFor();
    await look('queue');
    await open(page, 'Cover of our UPS');
    await page.keyboard.press('t');
    await status(page, 'You have it.');
    await page.evaluate("for (const one of document.querySelectorAll('summary')) one.click()");
    await look('ticket');
    await page.keyboard.press('n');
    await page.getByLabel('Subject').waitFor();
    await look('put-in');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByText('Use single keys').waitFor();
    await look('keys');
  });
});
