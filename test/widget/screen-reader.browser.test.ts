import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityTree } from './accessibility-tree.js';
import { hostSite } from './host-site.js';
import { hostPage } from './states.js';
import { supportPage } from './support-page.js';

const site = supportPage();
const host = hostSite();
const { answers, say } = site;
const GOLDEN = join(__dirname, 'conversation-as-heard.txt');

const open = async () => {
  hostPage(site, host);
  await site.newTab({ viewport: { width: 1280, height: 900 } });
  await site.page.goto(host.origin);
  await site.page.getByRole('button', { name: 'Open the chat' }).click();
  await site.page.getByText('What would you like to know?').waitFor();
};
const ask = async (text: string) => {
  const before = await answers().count();
  await say(text);
  await answers().nth(before).waitFor();
};

/** Notes, from now on, what is put into each live region and when it is, as a screen reader would hear it. */
const LISTEN = `(() => {
  const root = document.querySelector('[data-sns-assistant]').shadowRoot;
  window.heard = [];
  const region = (node) => (node instanceof Element ? node : node.parentElement)?.closest('[aria-live], [role=status], [role=log]');
  const live = (node) => {
    const at = region(node);
    return at && at.getAttribute('aria-live') !== 'off' && !(node instanceof Element ? node : node.parentElement).closest('[hidden]');
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) {
      const text = node.textContent.replace(/\\s+/g, ' ').trim();
      if (text && live(node)) window.heard.push(text.slice(0, 60));
    }
  }).observe(root, { childList: true, subtree: true });
})()`;

describe('a screen reader', () => {
  it(`is told a whole conversation as ${GOLDEN.split('/').at(-1)} has it (HEARD=write writes it anew)`, async () => {
    await open();
    for (const text of ['the renewal thing', 'Can I update it myself?', 'Is my device covered?', 'show a gap'])
      await ask(text);
    await answers().nth(2).getByText('2 sources').click();
    await answers().last().getByText('The picture in words').click();
    const tree = await accessibilityTree(site.page, 'dialog', 'Chat with the assistant');
    if (process.env.HEARD === 'write') writeFileSync(GOLDEN, tree);
    expect(tree).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  it('hears each message once and in order, and nothing of what was said before a reload', async () => {
    await open();
    await site.page.evaluate(LISTEN);
    await ask('Can I update it myself?');
    await ask('our fleet');
    await answers().last().getByText('I looked at').waitFor();
    expect(await site.page.evaluate('heard')).toEqual([
      'You said: Can I update it myself?',
      expect.stringMatching(/^Assistant said: No: only qualified service personnel/),
      'You said: our fleet',
      expect.stringMatching(/^Assistant said: I looked at three devices/),
    ]);
    await site.page.reload();
    await site.page.getByRole('button', { name: 'Open the chat' }).waitFor();
    await site.page.evaluate(LISTEN);
    await site.page.getByRole('button', { name: 'Open the chat' }).click();
    await answers().getByText('I looked at three devices').waitFor();
    await site.page.locator('[role=log][aria-live=polite]').waitFor();
    await ask('the renewal thing');
    expect(await site.page.evaluate('heard')).toEqual([
      'You said: the renewal thing',
      expect.stringMatching(/^Assistant said: I am not sure what you mean/),
    ]);
  });

  it('hears that the connection is gone, that a message waits, and that a conversation is copied', async () => {
    await open();
    await ask('hello there');
    await site.page.evaluate(LISTEN);
    await site.server.stop();
    await site.page.getByText('No connection at the moment.').waitFor();
    await say('unsent');
    await site.page.getByText('Not sent').waitFor();
    await site.page.getByRole('button', { name: 'Copy conversation' }).click();
    await site.page.getByText('The conversation is copied.').waitFor();
    expect(await site.page.evaluate('heard')).toEqual([
      expect.stringMatching(/^No connection at the moment\. You can go on writing/),
      'Try now',
      'You said: unsentNot sent – Try again',
      'The conversation is copied.',
    ]);
  });
});
