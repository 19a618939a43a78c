import type { Locator } from 'playwright-core';
import { hostSite } from './host-site.js';
import { hostPage } from './states.js';
import { supportPage } from './support-page.js';

const site = supportPage();
const host = hostSite();
const { answers, said, say } = site;

const open = async (width: number, height: number, before = '') => {
  hostPage(site, host);
  await site.newTab({ viewport: { width, height } });
  if (before !== '') await site.page.addInitScript(before);
  await site.page.goto(host.origin);
  await site.page.getByRole('button', { name: 'Open the chat' }).click();
  await site.page.getByText('What would you like to know?').waitFor();
};
const ask = async (text: string) => {
  const before = await answers().count();
  await say(text);
  await answers().nth(before).waitFor();
};
const edges = async (element: Locator) => {
  const box = await element.boundingBox();
  if (!box) throw new Error('it is not drawn');
  return { top: box.y, bottom: box.y + box.height };
};
const drawn = () =>
  site.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
/** Whether an element lies in the part of the conversation that is seen: all of it, or its beginning. */
const isSeen = async (element: Locator, how: 'all' | 'beginning' = 'all') => {
  await element.waitFor();
  await drawn();
  const [seen, view] = [await edges(element), await edges(site.page.locator('.scroll'))];
  return seen.top >= view.top && (how === 'all' ? seen.bottom : seen.top + 40) <= view.bottom + 1;
};

describe('the conversation', () => {
  it('shows a long answer from its beginning, below the question that it answers', async () => {
    await open(320, 420);
    await ask('Can I update it myself?');
    expect(await isSeen(said().last())).toBe(true);
    expect(await isSeen(answers().last().getByText('No: only'), 'beginning')).toBe(true);
    expect((await edges(answers().last())).bottom).toBeGreaterThan((await edges(site.page.locator('.composer'))).top);
  });

  it('leaves out the question where there is no room for both', async () => {
    await open(320, 256);
    await ask('Can I update it myself?');
    const [answer, scroll] = [await edges(answers().last()), await edges(site.page.locator('.scroll'))];
    expect(answer.top - scroll.top).toBeLessThan(40);
    expect(await isSeen(answers().last().getByText('No: only'), 'beginning')).toBe(true);
  });

  it('keeps what was said last in view when a notice comes above it', async () => {
    await open(320, 640);
    for (const text of ['one', 'two', 'three', 'four']) await ask(text);
    await site.server.stop();
    await site.page.getByText('No connection at the moment.').waitFor();
    await say('unsent');
    expect(await isSeen(site.page.getByText('Not sent'))).toBe(true);
  });

  it('keeps it in view when the text field grows', async () => {
    await open(320, 640);
    for (const text of ['one', 'two', 'three', 'four']) await ask(text);
    await site.field().fill('a line\n'.repeat(7));
    expect(await isSeen(answers().last().getByText('You wrote: four'))).toBe(true);
  });

  it('stays where somebody reads while something new comes, and leads there when asked', async () => {
    await open(320, 480);
    for (const text of ['one', 'two', 'three', 'four', 'five']) await ask(text);
    const scroll = site.page.locator('.scroll');
    await scroll.evaluate((node) => node.scrollTo(0, 0));
    await site.page.locator('.more').waitFor();
    const [id = ''] = [...site.server.service.conversations.keys()].slice(-1);
    site.server.service.push(id, { type: 'message', text: 'from elsewhere', from: { id: 'bot' } });
    const newest = site.page.getByRole('button', { name: 'Newest message' });
    await newest.waitFor();
    expect(await scroll.evaluate((node) => node.scrollTop)).toBe(0);
    await newest.click();
    expect(await isSeen(site.page.getByText('from elsewhere'))).toBe(true);
    await newest.waitFor({ state: 'hidden' });
  });

  it.each([
    [320, 256],
    [320, 640],
    [1280, 800],
  ])('shows a source that is gone to, from its beginning, at %s by %s', async (width, height) => {
    await open(width, height);
    await ask('Can I update it myself?');
    await answers()
      .last()
      .getByRole('button', { name: /^Source 2/ })
      .first()
      .click();
    expect(await isSeen(answers().last().locator('.source').nth(1), 'beginning')).toBe(true);
  });
});

test('in a conversation of 200 messages the next one is added, and nothing else is touched', async () => {
  await open(320, 640);
  const [id = ''] = [...site.server.service.conversations.keys()].slice(-1);
  for (let n = 0; n < 200; n++)
    site.server.service.push(id, { type: 'message', text: `message ${n}`, from: { id: 'bot' } });
  await site.page.getByText('message 199').waitFor();
  await site.page.evaluate(`(() => {
    const log = document.querySelector('[data-sns-assistant]').shadowRoot.querySelector('.log');
    window.changes = [];
    new MutationObserver((all) => window.changes.push(...all.map((c) => c.type + ' +' + c.addedNodes.length + ' -' + c.removedNodes.length)))
      .observe(log, { childList: true, subtree: true, attributes: true, characterData: true });
  })()`);
  site.server.service.push(id, { type: 'message', text: 'the next one', from: { id: 'bot' } });
  await site.page.getByText('the next one').waitFor();
  expect(await site.page.evaluate('changes')).toEqual(['childList +1 -0']);
  expect(await isSeen(site.page.getByText('the next one'))).toBe(true);
});

describe('a keyboard on the screen', () => {
  /** As a phone's browser does it: what is seen gets smaller, the page does not. */
  const PHONE = `{
    const seen = new EventTarget();
    Object.assign(seen, { offsetTop: 0, offsetLeft: 0, width: 360, height: 640, scale: 1, pageTop: 0, pageLeft: 0 });
    Object.defineProperty(window, 'visualViewport', { value: seen });
    window.keyboard = (height, offsetTop, scale = 1) => {
      Object.assign(seen, { height, offsetTop, scale });
      seen.dispatchEvent(new Event('resize'));
    };
  }`;

  it('covers neither the text field nor the head of the chat, and when it goes all is as it was', async () => {
    await open(360, 640, PHONE);
    const [top, composer] = [site.page.locator('.top'), site.page.locator('.composer')];
    const before = await edges(composer);
    await site.page.evaluate('keyboard(340, 25)');
    expect((await edges(composer)).bottom).toBe(365);
    expect((await edges(top)).top).toBe(25);
    await site.page.evaluate('keyboard(640, 0)');
    expect(await edges(composer)).toEqual(before);
  });

  it('is told from a page that somebody enlarges with two fingers', async () => {
    await open(360, 640, PHONE);
    const before = await edges(site.page.locator('.composer'));
    await site.page.evaluate('keyboard(320, 100, 2)');
    expect(await edges(site.page.locator('.composer'))).toEqual(before);
  });
});
