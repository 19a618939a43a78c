import { hostSite } from './host-site.js';
import { hostPage } from './states.js';
import { supportPage } from './support-page.js';

const site = supportPage();
const host = hostSite();
const { answers } = site;

const press = (...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => site.page.keyboard.press(key)), Promise.resolve());
/** What has the focus, by its name. */
const focused = () =>
  site.page.evaluate(`(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('aria-label') ?? (at?.title || at?.labels?.[0]?.textContent || at?.textContent);
  })()`);
/** Tabs forward until this has the focus; it must come within a round. */
const tabTo = async (name: string, key = 'Tab') => {
  for (let tabs = 0; (await focused()) !== name; tabs++) {
    if (tabs > 60) throw new Error(`${name} cannot be reached with ${key}`);
    await press(key);
  }
};
const visit = async (viewport: { readonly width: number; readonly height: number }) => {
  hostPage(site, host);
  await site.newTab({ viewport });
  await site.page.goto(host.origin);
  await site.page.getByRole('button', { name: 'Open the chat' }).waitFor();
};

test('without a mouse one opens it, asks, follows a source and comes back, judges, answers a choice, copies and closes', async () => {
  await visit({ width: 1280, height: 800 });
  await press('Tab', 'Enter');
  await site.page.getByText('What would you like to know?').waitFor();
  expect(await focused()).toBe('Your message');
  await site.page.keyboard.type('Can I update it myself?');
  await press('Enter');
  await answers().getByText('No: only').waitFor();
  expect(await focused()).toBe('Your message');

  await tabTo('Source 2: FAQ 14, sentence 3', 'Shift+Tab');
  await press('Enter');
  expect(await focused()).toContain('How do I renew the Secure NMC System?');
  await press('Tab');
  expect(await focused()).toBe('Back to the text from source 2');
  await press('Enter');
  expect(await focused()).toBe('Source 2: FAQ 14, sentence 3');

  await tabTo('Wrong or not helpful');
  await press('Enter');
  expect(await focused()).toBe('What was wrong? (optional)');
  await press('Escape');
  expect(await focused()).toBe('Wrong or not helpful');

  await tabTo('Is my device covered?');
  await press('Enter');
  await answers().getByText('When was the Galaxy VS commissioned?').waitFor();
  expect(await focused()).toBe('Your message');
  await tabTo('Not yet', 'Shift+Tab');

  await tabTo('New conversation', 'Shift+Tab');
  await press('Enter');
  expect(await focused()).toBe('Keep this one');
  await press('Escape');
  expect(await focused()).toBe('New conversation');
  await tabTo('Talk to a person', 'Shift+Tab');
  await press('Enter');
  await site.said().getByText('I would like to talk to a person.').waitFor();
  expect(await focused()).toBe('Your message');
  await tabTo('Copy conversation');

  await press('Escape');
  expect(await focused()).toBe('Open the chat');
  expect(await answers().first().isVisible()).toBe(false);
  await press('Enter');
  expect(await focused()).toBe('Your message');
  expect(await answers().first().isVisible()).toBe(true);
});

test('where the chat fills the window the focus stays in it, and the page is out of reach until it is closed', async () => {
  await visit({ width: 320, height: 256 });
  await press('Tab', 'Enter');
  await site.page.getByText('What would you like to know?').waitFor();
  const met = new Set<unknown>();
  for (let tabs = 0; tabs < 20; tabs++) {
    met.add(await focused());
    await press('Tab');
  }
  expect(met).toContain('Close the chat');
  expect(met).not.toContain('Open the chat');
  await press('Escape');
  expect(await focused()).toBe('Open the chat');
});
