import { supportPage } from './support-page.js';

const site = supportPage();
const { answers, say } = site;

const talk = async () => {
  await say('Can I update it myself?');
  await answers().getByText('No: only').waitFor();
  await say('our fleet');
  await answers().getByText('I looked at').waitFor();
};

describe('a conversation', () => {
  it('can be copied as plain text, with the sources of each answer', async () => {
    await site.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    await talk();
    await site.page.getByRole('button', { name: 'Copy conversation' }).click();
    await site.page.getByText('The conversation is copied.').waitFor();
    const copied = await site.page.evaluate('navigator.clipboard.readText()');
    expect(String(copied).split('\n\n').slice(0, 3)).toEqual([
      'Assistant said: Hello. What would you like to know?',
      'You said: Can I update it myself?',
      [
        'Assistant said: No: only qualified service personnel update the firmware of the card. It happens on two occasions: when the device is commissioned during maintenance activities Your service partner can tell you when the next visit is due.',
        '  FAQ 7, sentence 1: Can the NMC firmware for 3-Phase UPS and PDU be updated in any other way?',
        '  FAQ 14, sentences 2 and 3: How do I renew the Secure NMC System?',
      ].join('\n'),
    ]);
    expect(site.complaints).toEqual([]);
  });

  it('is copied without the clipboard of secure pages too, and the focus stays', async () => {
    await site.page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    await site.page.reload();
    await talk();
    await site.page.getByRole('button', { name: 'Copy conversation' }).click();
    await site.page.getByText('The conversation is copied.').waitFor();
    expect(await site.page.locator('button:focus').getAttribute('title')).toBe('Copy conversation');
  });

  it('is printed alone, unfolded, dark on light whatever the page is, and with nothing to press', async () => {
    await site.page.addInitScript(`window.print = () => {
      const { title, body } = document;
      const look = (e) => getComputedStyle(e);
      top.printed = { title, text: body.innerText, buttons: body.querySelectorAll('.thumb, .source-back, textarea').length,
        folded: body.querySelectorAll('details:not([open])').length, colour: look(body).color, ground: look(document.documentElement).backgroundColor, badge: look(body.querySelector('.badge')).display };
    }`);
    await site.page.emulateMedia({ colorScheme: 'dark' });
    await site.page.reload();
    await talk();
    await site.page.getByRole('button', { name: 'Print conversation' }).click();
    await site.page.waitForFunction('window.printed');
    const printed = (await site.page.evaluate('printed')) as Record<string, unknown>;
    expect(printed).toMatchObject({
      title: 'Assistant',
      buttons: 0,
      folded: 0,
      colour: 'rgb(22, 35, 42)',
      ground: 'rgb(255, 255, 255)',
      badge: 'grid',
    });
    const text = String(printed.text);
    for (const said of [
      'Printed on ',
      'You said: Can I update it myself?',
      'FAQ 14 · How do I renew',
      'Symmetra PX 250/500',
    ])
      expect(text).toContain(said);
    for (const not of ['Often asked', 'Write your question', 'Suggested replies']) expect(text).not.toContain(not);
    expect(site.complaints).toEqual([]);
  });
});
