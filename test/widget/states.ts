import type { HostSite } from './host-site.js';
import type { SupportPage } from './support-page.js';

/** Brings the widget, which lies closed in the corner of a page, into a state. */
type Reach = (site: SupportPage) => Promise<void>;

const open: Reach = async ({ page }) => {
  await page.getByRole('button', { name: 'Open the chat' }).click();
  await page.getByText('What would you like to know?').waitFor();
};
const asked =
  (text: string, answer: string): Reach =>
  async (site) => {
    await open(site);
    await site.say(text);
    await site.answers().getByText(answer).first().waitFor();
  };
const answered = asked('Can I update it myself?', 'No: only');

/** Every state in which a person can meet the widget, by what it is called. */
export const STATES: Readonly<Record<string, Reach>> = {
  'the launcher': async ({ page }) => page.getByRole('button', { name: 'Open the chat' }).waitFor(),
  'a launcher whose chat does not come': async ({ page, server }) => {
    server.broken.add('/chat.js');
    await page.getByRole('button', { name: 'Open the chat' }).click();
    await page.getByText('could not be loaded').waitFor();
  },
  'the empty chat': open,
  'an answer with its sources': async (site) => {
    await answered(site);
    await site.page
      .getByRole('button', { name: /^Source 2/ })
      .first()
      .click();
  },
  'an offer of what may be meant': asked('the renewal thing', 'I am not sure what you mean'),
  'a question with choices': asked('Is my device covered?', 'When was the Galaxy VS commissioned?'),
  'a verdict with its picture': asked('show a gap', 'This is a gap.'),
  'several devices': async (site) => {
    await asked('our fleet', 'I looked at three devices')(site);
    await site.page.locator('.device > summary').first().click();
  },
  'suggestions while a text is typed': async (site) => {
    site.server.suggest = () => [
      { kind: 'question', label: 'How do I renew it?', says: 'How do I renew it?' },
      { kind: 'product', label: 'A product', says: 'A product' },
    ];
    await open(site);
    await site.field().pressSequentially('how do');
    await site.page.getByRole('option').first().waitFor();
    await site.page.keyboard.press('ArrowDown');
  },
  'a comment on an answer': async (site) => {
    await answered(site);
    await site.answers().last().getByRole('button', { name: 'Wrong or not helpful' }).click();
    await site.page.getByLabel('What was wrong?').waitFor();
  },
  'no connection, with a message that waits': async (site) => {
    await answered(site);
    await site.server.stop();
    await site.page.getByText('No connection at the moment.').waitFor();
    await site.say('unsent');
    await site.page.getByText('Not sent').waitFor();
  },
  'too many messages for a moment': async (site) => {
    await answered(site);
    site.server.service.refusePosts = 429;
    await site.say('one more');
    await site.page.getByText('Not sent yet').waitFor();
  },
  'a message that is too long': async (site) => {
    await open(site);
    await site.field().fill('long '.repeat(500));
    await site.page.getByText('Too long by').waitFor();
  },
  'the question whether to leave a conversation': async (site) => {
    await answered(site);
    await site.page.getByRole('button', { name: 'New conversation' }).click();
    await site.page.getByText('Start a new conversation?').waitFor();
  },
};

/** A page of another site with the widget on it. */
export const hostPage = (site: SupportPage, host: HostSite) =>
  host.shows({
    body: `<main><h1>Elsewhere</h1><p>Hello.</p></main><script src="${site.server.url}widget.js"></script>`,
  });
