import { supportPage } from './support-page.js';

const site = supportPage();
const { answers, say } = site;

const helpful = () => answers().last().getByRole('button', { name: 'Helpful', exact: true });
const wrong = () => answers().last().getByRole('button', { name: 'Wrong or not helpful' });
const comment = () => answers().last().getByLabel('What was wrong? (optional)');
const state = () => answers().last().getByRole('status');
const pressed = async () => [await helpful().getAttribute('aria-pressed'), await wrong().getAttribute('aria-pressed')];
/** What the server has been told so far, in order. */
const told = () => site.server.service.events.map(({ value }) => value);
const ask = async () => {
  await say('Can I update it myself?');
  await answers().getByText('No: only').waitFor();
};

describe('an answer can be judged', () => {
  it('by a thumb up, which is told to the server with the answer that it is about, and taken back by pressing again', async () => {
    await ask();
    await helpful().click();
    await state().getByText('Noted, thank you.').waitFor();
    expect(await pressed()).toEqual(['true', 'false']);
    const { activities = [] } = [...site.server.service.conversations.values()][0] ?? {};
    expect(site.server.service.events).toMatchObject([
      { type: 'event', name: 'feedback', replyToId: activities.at(-1)?.id, value: { reaction: 'up' } },
    ]);
    await Promise.all([site.page.waitForResponse(/activities$/), helpful().click()]);
    expect(await pressed()).toEqual(['false', 'false']);
    expect(told()).toEqual([{ reaction: 'up' }, { reaction: 'none' }]);
  });

  it('by a thumb down, with the keyboard alone and a comment, which is still there after a reload and can be taken back', async () => {
    await site.visit({ bypassCSP: true });
    await ask();
    await wrong().focus();
    await site.page.keyboard.press('Enter');
    await comment().waitFor();
    expect(await site.violations()).toEqual([]);
    await site.page.keyboard.type('It names the wrong card.');
    await site.page.keyboard.press('Enter');
    await state().getByText('Thank you. Your comment is kept with this answer.').waitFor();
    expect(await site.page.locator('button:focus').getAttribute('title')).toBe('Wrong or not helpful');
    expect(told()).toEqual([{ reaction: 'down' }, { reaction: 'down', comment: 'It names the wrong card.' }]);

    await site.page.reload();
    await answers().getByText('No: only').waitFor();
    expect(await pressed()).toEqual(['false', 'true']);
    expect(await comment().isVisible()).toBe(false);
    expect(await site.page.evaluate('JSON.stringify(localStorage)')).not.toContain('wrong card');
    expect(await site.violations()).toEqual([]);

    await Promise.all([site.page.waitForResponse(/activities$/), wrong().click()]);
    expect(await pressed()).toEqual(['false', 'false']);
    await site.page.reload();
    await answers().getByText('No: only').waitFor();
    expect(await pressed()).toEqual(['false', 'false']);
    expect(told().at(-1)).toEqual({ reaction: 'none' });
  });

  it('by a thumb down without a comment: skipping leaves the thumb, and the other thumb takes its place', async () => {
    await ask();
    await wrong().click();
    await comment().waitFor();
    await site.page.keyboard.press('Escape');
    expect(await comment().isVisible()).toBe(false);
    expect(await pressed()).toEqual(['false', 'true']);
    await helpful().click();
    await state().getByText('Noted, thank you.').waitFor();
    expect(await pressed()).toEqual(['true', 'false']);
    expect(told()).toEqual([{ reaction: 'down' }, { reaction: 'up' }]);
  });

  it('and says so where the server does not take it; then nothing is pressed', async () => {
    await ask();
    site.server.service.refusePosts = 503;
    await helpful().click();
    await state().getByText('This could not be kept. Please try again.').waitFor();
    expect(await pressed()).toEqual(['false', 'false']);
  });

  it('but a greeting cannot, nor a text of which nothing more is known', async () => {
    await say('hello');
    await answers().getByText('You wrote: hello').waitFor();
    expect(await answers().count()).toBe(2);
    expect(await site.page.getByRole('button', { name: 'Helpful', exact: true }).count()).toBe(0);
  });

  it.each([
    ['light', 320],
    ['dark', 320],
    ['dark', 1280],
  ] as const)('in %s at %i pixels, with targets that can be hit', async (colorScheme, width) => {
    await site.visit({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    await ask();
    await wrong().click();
    await comment().waitFor();
    const buttons = await answers().last().locator('.judging button').all();
    for (const one of buttons) {
      const box = await one.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    }
    expect(buttons).toHaveLength(4);
    expect(await site.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await site.violations()).toEqual([]);
  });
});

it('a new conversation begins without what was said of the old one', async () => {
  await ask();
  await helpful().click();
  await state().getByText('Noted, thank you.').waitFor();
  await site.page.getByRole('button', { name: 'New conversation' }).click();
  await site.page.getByRole('button', { name: 'Start new' }).click();
  await site.page.getByText('What would you like to know?').waitFor();
  expect(await site.page.evaluate("localStorage.getItem('sns-chat.judgements')")).toBeNull();
});
