import { supportPage } from './support-page.js';

const site = supportPage();
const { answers, said, say } = site;

/** How an element is drawn. */
const look = (place: string, property: string) =>
  site.page.evaluate(
    `getComputedStyle(document.querySelector('[data-sns-assistant]').shadowRoot.querySelector('${place}')).${property}`,
  );
const ground = () => look('.panel', 'backgroundColor');
const isTooWide = () =>
  site.page.evaluate(`(() => {
    const root = document.querySelector('[data-sns-assistant]').shadowRoot;
    return [document.documentElement, ...root.querySelectorAll('.panel, .scroll, .message')].some((e) => e.scrollWidth > e.clientWidth + 1);
  })()`);

describe('an answer', () => {
  it('is copied by marking it as it is read: without the numbers of its sources and without what is told to screen readers only', async () => {
    await say('Can I update it myself?');
    await answers().getByText('No: only').waitFor();
    const marked = await site.page.evaluate(`(() => {
      const root = document.querySelector('[data-sns-assistant]').shadowRoot;
      getSelection().selectAllChildren([...root.querySelectorAll('article.assistant')].at(-1));
      return String(getSelection());
    })()`);
    expect(marked).toContain('No: only qualified service personnel update the firmware of the card. It happens on two');
    expect(marked).toContain('when the device is commissioned\n');
    expect(marked).not.toContain('Assistant said');
    expect(marked).not.toContain('Suggested replies');
  });

  it('opens addresses beside the page, and tells where they lead to nothing of it', async () => {
    await say('see https://example.com/a?b=c, and javascript:alert(1)');
    const link = answers().last().getByRole('link');
    await link.waitFor();
    expect(await link.evaluateAll((all) => all.map((a) => a.getAttribute('href')))).toEqual([
      'https://example.com/a?b=c',
    ]);
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it.each([320, 1280])('breaks words that are longer than a line, at %s pixels', async (width) => {
    await site.visit({ viewport: { width, height: 640 } });
    const long = 'galaxy'.repeat(60);
    await say(`${long} https://example.com/${long}`);
    await answers().getByText('You wrote').waitFor();
    expect(await said().count()).toBe(1);
    expect(await isTooWide()).toBe(false);
  });

  it('fits its lines where only the text is enlarged', async () => {
    await site.visit({ viewport: { width: 640, height: 800 } });
    const session = await site.page.context().newCDPSession(site.page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await site.page.reload();
    await say('In the last 12 months');
    await answers().getByText('Yes: your Galaxy VS').waitFor();
    expect(await look('.message', 'fontSize')).toBe('32px');
    expect(await isTooWide()).toBe(false);
    const [send, panel] = await Promise.all(['.send', '.panel'].map((name) => site.page.locator(name).boundingBox()));
    expect((send?.x ?? 0) + (send?.width ?? 0)).toBeLessThan((panel?.x ?? 0) + (panel?.width ?? 0));
  });
});

describe('what the reader has asked of the system', () => {
  it('is heeded: nothing moves by itself', async () => {
    await site.visit({ reducedMotion: 'reduce' });
    await say('silence');
    await site.page.getByText('The assistant is writing').waitFor();
    expect(await site.page.evaluate('document.getAnimations().length')).toBe(0);
  });

  it('is not asked of paper: what is printed from a dark page is dark on light', async () => {
    await site.visit({ colorScheme: 'dark' });
    expect(await ground()).toBe('rgb(21, 29, 33)');
    await site.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await ground()).toBe('rgb(255, 255, 255)');
  });
});
