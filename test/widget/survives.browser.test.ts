import { supportPage } from './support-page.js';

const site = supportPage();
const { answers, said, say } = site;

describe('a conversation does not die', () => {
  it('when there is too much of it for a moment: it says so, keeps the message and sends it by itself', async () => {
    site.server.service.refusePosts = 429;
    await say('one more');
    await site.page.getByText('Too many messages just now.').waitFor();
    await said().last().getByText('Not sent yet').waitFor();
    expect(await site.page.getByText('No connection').count()).toBe(0);
    site.server.service.refusePosts = null;
    await answers().getByText('You wrote: one more').waitFor();
    await site.page.getByText('Too many messages just now.').waitFor({ state: 'detached' });
    expect(await said().allTextContents()).toEqual(['You said: one more']);
    expect(site.server.service.userTexts()).toEqual(['one more']);
  });

  it('where the browser keeps nothing, as in a private window', async () => {
    const denied = "{ configurable: true, get() { throw new DOMException('denied', 'SecurityError'); } }";
    await site.newTab();
    await site.page.addInitScript(
      ['localStorage', 'sessionStorage'].map((name) => `Object.defineProperty(window, '${name}', ${denied});`).join(''),
    );
    await site.page.goto(site.server.url);
    await site.page.getByText('What would you like to know?').waitFor();
    await say('Can I update it myself?');
    await answers().getByText('No: only').waitFor();
    await answers().last().getByRole('button', { name: 'Helpful', exact: true }).click();
    await answers().last().getByText('Noted, thank you.').waitFor();
    await site.server.stop();
    await site.page.getByText('No connection at the moment.').waitFor();
    await say('meanwhile');
    await site.server.start();
    await site.page.getByRole('button', { name: 'Try again' }).click();
    await answers().getByText('You wrote: meanwhile').waitFor();
    expect(site.complaints).toEqual([]);
  });

  it('in two tabs: what is being written in one stays while the other speaks, and both show the same', async () => {
    const other = await site.page.context().newPage();
    await other.goto(site.server.url);
    await other.getByText('What would you like to know?').waitFor();
    const there = other.getByLabel('Your message');
    await there.pressSequentially('half a quest');
    await say('from the first');
    await other.getByText('You wrote: from the first').waitFor();
    expect(await there.inputValue()).toBe('half a quest');
    expect(await there.evaluate((node) => node.matches(':focus'))).toBe(true);
    await there.pressSequentially('ion');
    await Promise.all([there.press('Enter'), say('at the same time')]);
    for (const page of [site.page, other])
      for (const text of ['half a question', 'at the same time']) await page.getByText(`You wrote: ${text}`).waitFor();
    const log = (page: typeof other) => page.locator('.log').innerText();
    expect(await log(other)).toBe(await log(site.page));
    expect([...site.server.service.userTexts()].sort()).toEqual([
      'at the same time',
      'from the first',
      'half a question',
    ]);
    await other.close();
  });
});
