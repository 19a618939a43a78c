import { shown, supportPage } from './support-page.js';

const site = supportPage();
const { answers, said, say } = site;

describe('a conversation does not die', () => {
  it('over a reload', async () => {
    await say('Can I update it myself?');
    await answers().getByText('No: only').waitFor();
    const before = await shown(site.page.locator('.log'));
    await site.page.reload();
    await answers().getByText('No: only').waitFor();
    expect(await shown(site.page.locator('.log'))).toBe(before);
    await say('and one more');
    await answers().getByText('You wrote: and one more').waitFor();
    expect(site.server.service.conversations.size).toBe(1);
  });

  it('when the server goes away and comes back; what was written meanwhile is sent once', async () => {
    await say('before');
    await answers().getByText('You wrote: before').waitFor();
    await site.server.stop();
    await site.page.getByText('No connection at the moment.').waitFor();
    await say('meanwhile');
    await site.page.getByText('Not sent').waitFor();
    await site.server.start();
    await site.page.getByRole('button', { name: 'Try again' }).click();
    await answers().getByText('You wrote: meanwhile').waitFor();
    await site.page.getByText('No connection at the moment.').waitFor({ state: 'detached' });
    expect(site.server.service.userTexts()).toEqual(['before', 'meanwhile']);
    expect(await said().allTextContents()).toEqual(['You said: before', 'You said: meanwhile']);
  });

  it('and says so where the server no longer knows it', async () => {
    site.server.service.conversations.clear();
    await site.page.reload();
    await site.page.getByText('The earlier conversation could not be continued.').waitFor();
    await say('hello again');
    await answers().getByText('You wrote: hello again').waitFor();
  });
});
