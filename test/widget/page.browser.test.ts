import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shown, supportPage } from './support-page.js';

const site = supportPage();
const { field, answers, said, say } = site;

describe('the chat on the support page', () => {
  it('sends what is typed and shows the answer with its sources', async () => {
    await say('Can I update it myself?');
    const answer = answers().last();
    await answer.getByText('No: only qualified service personnel').waitFor();
    expect(await said().allTextContents()).toEqual(['You said: Can I update it myself?']);
    expect(await answer.locator('li:not(.source)').count()).toBe(2);
    expect(await answer.locator('summary').textContent()).toBe('2 sources');
    expect(await answer.locator('.source').first().isVisible()).toBe(false);

    await answer.getByRole('button', { name: 'Source 2: FAQ 14, sentence 3' }).click();
    const source = answer.locator('.source').nth(1);
    expect(await source.evaluate((node) => node.matches(':focus'))).toBe(true);
    expect(await shown(source)).toContain('FAQ 14 · How do I renew the Secure NMC System?\nsentences 2 and 3');
    await source.getByRole('button', { name: 'Back to the text from source 2' }).click();
    expect(await answer.locator(':focus').getAttribute('aria-label')).toBe('Source 2: FAQ 14, sentence 3');
    expect(site.complaints).toEqual([]);
  });

  it('comes to a verdict by clicking suggestions, which go once something is said', async () => {
    await site.page.getByRole('group', { name: 'Suggested replies' }).getByText('Is my device covered?').click();
    await answers().getByText('When was the Galaxy VS commissioned?').waitFor();
    expect(await site.page.getByRole('button', { name: 'Can I update it myself?' }).count()).toBe(0);
    await answers().last().getByText('What you told me').click();
    expect(await answers().last().getByText('Still to be known').isVisible()).toBe(true);
    await site.page.getByRole('button', { name: 'In the last 12 months' }).click();
    const card = site.page.getByRole('group', { name: 'Result: Covered: the included year is running' });
    await card.waitFor();
    expect((await shown(card)).split('\n').filter((line) => line.trim() !== '')).toEqual([
      'Covered: the included year is running',
      'Galaxy VS · As of 22 November 2026',
      'Last covered day',
      '3 March 2027',
      'Without cover',
      'from 4 March 2027 to 31 May 2027',
      'What you can do now',
      'Have the firmware updated at a maintenance visit before the year is over.2',
      'Taken for granted',
      'The plan is taken to run on, since no end was named.3',
      'What you told me',
      'Device',
      'Galaxy VS',
      'Card',
      'NMC3',
      'Commissioned',
      '4 March 2026',
      'Service plan',
      'Advantage Prime',
      'Contract starts',
      '1 June 2027',
    ]);
  });

  it('lists several devices, each with its outcome in words', async () => {
    await say('our fleet');
    const list = site.page.getByRole('group', { name: '3 devices' });
    await list.waitFor();
    expect(await list.locator('summary').allInnerTexts()).toEqual([
      'Galaxy VS\nCovered: the included year is running',
      'Symmetra PX 250/500\nNot covered: not available for this card',
      'Galaxy VL\nNot yet: the device is not commissioned',
    ]);
    await list.locator('summary').nth(1).click();
    expect(await list.getByText('Firmware for this card').isVisible()).toBe(true);
    expect(await answers().last().getByText('The second has a card that is left out.').isVisible()).toBe(true);
    expect(await answers().last().getByText('The first is in its included year.').isVisible()).toBe(false);
  });

  it('can be used with the keyboard alone', async () => {
    await site.page.keyboard.press('Tab');
    expect(await shown(site.page.locator(':focus'))).toBe('Skip to the chat');
    await site.page.keyboard.press('Enter');
    await site.page.keyboard.type('first line');
    await site.page.keyboard.press('Shift+Enter');
    await site.page.keyboard.type('second line');
    await site.page.keyboard.press('Enter');
    await answers().getByText('You wrote: first line').waitFor();
    expect(await said().textContent()).toBe('You said: first line\nsecond line');
    await site.page.keyboard.type('can I update it?');
    await site.page.keyboard.press('Enter');
    await site.page.locator('.chip').getByText('How do I renew it?').waitFor();
    await site.page.keyboard.press('Shift+Tab');
    expect(await shown(site.page.locator('.chip:focus'))).toBe('Is my device covered?');
    await site.page.keyboard.press('Enter');
    await answers().getByText('When was the Galaxy VS commissioned?').waitFor();
    expect(await field().evaluate((node) => node.matches(':focus'))).toBe(true);
  });

  it('asks what a question on the page says', async () => {
    await site.page.locator('.beside').getByRole('button', { name: 'Can I update the firmware myself?' }).click();
    await answers().getByText('No: only qualified service personnel').waitFor();
    expect(await field().evaluate((node) => node.matches(':focus'))).toBe(true);
  });

  it('shows markup, in messages and in answers, as text', async () => {
    const markup = '<img src=x onerror="document.title=1"><b>bold</b> **stars**';
    await say(markup);
    await answers().getByText('You wrote:').waitFor();
    expect(await said().textContent()).toBe(`You said: ${markup}`);
    expect(await answers().last().textContent()).toContain(`You wrote: ${markup}`);
    expect(await site.page.locator('.log img, .log b').count()).toBe(0);
    expect(await site.page.title()).toBe('Secure NMC support');
  });

  it('keeps a message that is too long, says by how much, and sends nothing', async () => {
    await say('x'.repeat(2010));
    await site.page.getByText('Too long by 10 characters').waitFor();
    expect(await site.page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
    expect(await field().inputValue()).toHaveLength(2010);
    expect(site.server.service.userTexts()).toEqual([]);
    await field().fill('x'.repeat(1990));
    await site.page.getByText('10 of 2,000 characters left').waitFor();
  });

  it('asks before it leaves a conversation, and begins a new one', async () => {
    await say('hello there');
    await answers().getByText('You wrote: hello there').waitFor();
    await site.page.getByRole('button', { name: 'New conversation' }).click();
    await site.page.getByRole('button', { name: 'Keep this one' }).click();
    expect(await said().count()).toBe(1);
    await site.page.getByRole('button', { name: 'New conversation' }).click();
    await site.page.getByRole('button', { name: 'Start new' }).click();
    await site.page.locator('.note').getByText('New conversation').waitFor();
    await site.page.getByText('What would you like to know?').waitFor();
    expect(await said().count()).toBe(0);
    expect(site.server.service.conversations.size).toBe(2);
  });
});

describe('as a button in the corner', () => {
  it('connects when it is opened, and Escape leads back to the button', async () => {
    await site.page.route('**/index.html', async (route) => {
      const html = readFileSync(join(site.folder, 'index.html'), 'utf8').replace(
        'data-target="#chat"',
        'data-mode="bubble"',
      );
      await route.fulfill({ body: html, contentType: 'text/html' });
    });
    const before = site.server.service.calls.length;
    await site.page.goto(`${site.server.url}index.html`);
    const launcher = site.page.getByRole('button', { name: 'Open the chat' });
    await launcher.waitFor();
    expect(site.server.service.calls.length).toBe(before);
    await launcher.click();
    await site.page.getByText('What would you like to know?').waitFor();
    await say('hello there');
    await answers().getByText('You wrote: hello there').waitFor();
    await site.page.keyboard.press('Escape');
    expect(await launcher.evaluate((node) => node.matches(':focus'))).toBe(true);
    expect(await site.page.getByText('You wrote: hello there').isVisible()).toBe(false);
  });
});
