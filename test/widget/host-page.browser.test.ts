import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostSite } from './host-site.js';
import { supportPage } from './support-page.js';

const site = supportPage();
const host = hostSite();
const { answers, say } = site;

const tag = (attributes = '') => `<script src="${site.server.url}widget.js" ${attributes}></script>`;
const launcher = () => site.page.getByRole('button', { name: 'Open the chat' });
/** Opens the host's page with this in its body. */
async function visit(page: { readonly style?: string; readonly head?: string; readonly body?: string }, options = {}) {
  host.shows(page);
  await site.newTab(options);
  site.server.asked.length = 0;
  await site.page.goto(host.origin);
}
const opens = async () => {
  await launcher().click();
  await site.page.getByText('What would you like to know?').waitFor();
};

describe('the widget on a page of another site', () => {
  it('loads its launcher alone until it is opened, and one script more until a message is answered', async () => {
    await visit({ body: tag() });
    await launcher().waitFor();
    expect(site.server.asked).toEqual(['/widget.js']);
    await opens();
    await say('Can I update it myself?');
    await answers().getByText('No: only').waitFor();
    const files = site.server.asked.filter((path) => !/^\/(?:v3|api)\//.test(path));
    expect(files).toEqual(['/widget.js', '/chat.js']);
  });

  it('is one widget, whatever number of tags there are, and leaves nothing among the names of the page', async () => {
    await visit({ body: `<p>Hello</p>` });
    const names = () => site.page.evaluate('Object.keys(window).join()');
    const before = await names();
    await visit({ head: tag(), body: `${tag('async')}${tag('data-target="#chat"')}<div id="chat"></div>${tag()}` });
    await launcher().waitFor();
    await opens();
    expect(await names()).toBe(before);
    expect(await site.page.locator('[data-sns-assistant]').count()).toBe(1);
  });

  it('is called, placed and coloured as the tag says', async () => {
    await visit({ body: tag('data-title="Ask about firmware" data-position="left" data-theme="dark"') });
    const button = site.page.getByRole('button', { name: 'Ask about firmware' });
    expect((await button.boundingBox())?.x).toBe(16);
    await button.click();
    const chat = site.page.getByRole('dialog', { name: 'Ask about firmware' });
    await chat.getByRole('heading', { name: 'Ask about firmware' }).waitFor();
    expect((await chat.boundingBox())?.x).toBe(16);
    const ground =
      "getComputedStyle(document.querySelector('[data-sns-assistant]').shadowRoot.querySelector('.panel'))";
    expect(await site.page.evaluate(`${ground}.backgroundColor`)).toBe('rgb(21, 29, 33)');
  });

  it('is open at once where the tag says so, without taking the focus', async () => {
    await visit({ body: `<input autofocus aria-label="Search">${tag('data-open')}` });
    await site.page.getByText('What would you like to know?').waitFor();
    expect(await site.page.getByLabel('Search').evaluate((node) => node.matches(':focus'))).toBe(true);
    await site.page.getByRole('button', { name: 'Close the chat' }).click();
    expect(await launcher().evaluate((node) => node.matches(':focus'))).toBe(true);
  });

  it('can be opened from a question of the page', async () => {
    await visit({ body: `<button data-ask="Can I update it?">Updates?</button>${tag()}` });
    await site.page.getByRole('button', { name: 'Updates?' }).click();
    await answers().getByText('No: only').waitFor();
  });

  it('says so where the chat cannot be loaded, and loads it when asked again', async () => {
    await visit({ body: tag() });
    site.server.broken.add('/chat.js');
    await launcher().click();
    await site.page.getByText('The chat could not be loaded. Please try again.').waitFor();
    expect(await launcher().getAttribute('aria-expanded')).toBe('false');
    site.server.broken.clear();
    await opens();
    expect(await site.page.getByText('could not be loaded').count()).toBe(0);
  });

  it('speaks another language where there is one, right to left too', async () => {
    const texts = `{ lang: 'ar', direction: 'rtl', title: 'المساعد', placeholder: 'اكتب سؤالك' }`;
    writeFileSync(join(site.folder, 'lang-ar.js'), `export const texts = ${texts};`);
    await visit({ body: tag('data-lang="ar-EG" data-title="المساعد"') });
    await site.page.getByRole('button', { name: 'المساعد' }).click();
    await site.page.getByPlaceholder('اكتب سؤالك').waitFor();
    const [send, field] = await Promise.all([site.page.locator('.send').boundingBox(), site.field().boundingBox()]);
    expect(send?.x).toBeLessThan(field?.x ?? 0);
    await visit({ body: tag('data-lang="xx"') });
    await opens();
    expect(site.complaints).toEqual([]);
  });
});

describe('under a strict policy of the page', () => {
  const works = async () => {
    await opens();
    await say('Can I update it myself?');
    await answers().getByText('No: only').waitFor();
    await say('show included, no plan known');
    expect(await launcher().count()).toBe(1);
    expect(site.complaints).toEqual([]);
  };

  it('needs only that its server may be loaded from and talked to', async () => {
    const own = site.server.url.replace(/\/$/, '');
    host.policy = `default-src 'none'; script-src ${own}; connect-src ${own} ${own.replace('http', 'ws')}`;
    await visit({ body: tag() });
    await works();
  });

  it('takes the nonce of its tag along', async () => {
    const own = site.server.url.replace(/\/$/, '');
    host.policy = `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; connect-src ${own} ${own.replace('http', 'ws')}`;
    await visit({ body: tag('nonce="abc"') });
    await works();
  });
});
