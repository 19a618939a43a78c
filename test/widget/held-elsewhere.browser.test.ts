import { FakeDirectLine } from './fake-direct-line.js';
import { answersTo, welcome } from './fake-replies.js';
import { FakeServer } from './fake-server.js';
import { hostSite } from './host-site.js';
import { hostPage } from './states.js';
import { supportPage } from './support-page.js';

const site = supportPage();
const host = hostSite();
const { answers, say } = site;
let elsewhere: FakeServer;
beforeEach(async () => {
  elsewhere = new FakeServer(site.folder, new FakeDirectLine(answersTo, [welcome]));
  await elsewhere.start();
});
afterEach(() => elsewhere.stop());

test('where the server names another Direct Line service, such as that of Azure, the conversation is held there, over a reload too', async () => {
  // Both give out tokens of the same form, as Azure does for the secret that our server has.
  site.server.line = `${elsewhere.url}v3/directline`;
  const open = async () => {
    await site.page.getByRole('button', { name: 'Open the chat' }).click();
    await site.page.getByText('What would you like to know?').waitFor();
  };
  const before = site.server.service.calls.length;
  hostPage(site, host);
  await site.newTab();
  await site.page.goto(host.origin);
  await open();
  await say('Can I update it myself?');
  await answers().getByText('No: only').waitFor();
  expect(elsewhere.service.userTexts()).toEqual(['Can I update it myself?']);
  await site.page.reload();
  await open();
  await answers().getByText('No: only').waitFor();
  await say('our fleet');
  await answers().getByText('I looked at').waitFor();
  expect(elsewhere.service.userTexts()).toEqual(['Can I update it myself?', 'our fleet']);
  expect(site.server.service.calls.slice(before)).toEqual(['POST /tokens/generate']);
});
