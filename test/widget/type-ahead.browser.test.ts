import { suggestionPage } from './suggestion-page.js';

const { site, list, options, press, value, hasFocus, type } = suggestionPage();
const { field, answers, said } = site;
const chosen = () => list().getByRole('option', { selected: true });
/** The option that a screen reader is led to. */
const activeOption = () =>
  field().evaluate((node) => {
    const id = node.getAttribute('aria-activedescendant');
    const root = node.getRootNode() as unknown as { getElementById(id: string): { textContent: string } | null };
    return id === null ? null : (root.getElementById(id)?.textContent ?? 'nothing with this id');
  });

describe('suggestions while a message is typed', () => {
  it('are listed, announced, and led to from the text field, which stays a text field', async () => {
    await type('is my gal');
    expect(await options().allInnerTexts()).toEqual(['Galaxy VS\nProduct', 'Galaxy VM\nProduct', 'Galaxy VL\nProduct']);
    await site.page.getByRole('status').getByText('3 suggestions. The arrow keys choose.').waitFor();
    const box = site.page.getByRole('textbox', { name: 'Your message' });
    expect(await box.getAttribute('aria-autocomplete')).toBe('list');
    expect(await box.getAttribute('aria-haspopup')).toBe('listbox');
    expect(await box.getAttribute('aria-controls')).toBe(await list().getAttribute('id'));
    expect(await activeOption()).toBeNull();
    await press('ArrowDown');
    expect(await activeOption()).toBe('Galaxy VS Product');
    expect(await chosen().allInnerTexts()).toEqual(['Galaxy VS\nProduct']);
  });

  it('are chosen with the arrow keys, round by the text itself, and with Home and End', async () => {
    await type('gal');
    const seen: (string | null)[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'ArrowUp']) {
      await press(key);
      seen.push(await activeOption());
    }
    expect(seen.map((text) => text?.slice(7, 9) ?? null)).toEqual(['VS', 'VM', 'VL', null, 'VL', 'VS', 'VL', 'VM']);
    expect([await value(), await hasFocus()]).toEqual(['gal', true]);
  });

  it('leave Home, End and the arrow keys to the text while none is chosen, and give them back', async () => {
    await type('gal');
    await press('Home');
    await site.page.keyboard.type('my ');
    expect(await value()).toBe('my gal');
    await list().waitFor();
    await press('ArrowDown', 'ArrowLeft');
    expect(await activeOption()).toBeNull();
    expect(await list().isVisible()).toBe(true);
  });

  it('take the place of the text with Enter, which sends with the next press', async () => {
    await type('is my gal');
    await press('ArrowDown', 'ArrowDown', 'Enter');
    expect([await value(), await list().isVisible()]).toEqual(['is my Galaxy VM', false]);
    await site.page.getByRole('status').getByText('Put into your message: Galaxy VM').waitFor();
    expect(await said().count()).toBe(0);
    await site.page.keyboard.type(' covered?');
    await press('Enter');
    await answers().getByText('You wrote: is my Galaxy VM covered?').waitFor();
  });

  it('stay while one is chosen, though an answer to newer letters is on its way', async () => {
    await type('gal');
    await site.page.route('**/api/suggestions?*', () => undefined);
    const asked = site.page.waitForRequest(/suggestions\?text=gala$/);
    await site.page.keyboard.type('a');
    const givenUp = site.page.waitForEvent('requestfailed');
    await asked;
    await press('ArrowDown');
    expect((await givenUp).url()).toMatch(/text=gala$/);
    await press('Enter');
    expect([await value(), await said().count()]).toEqual(['Galaxy VS', 0]);
  });

  it('are taken back by undoing', async () => {
    await type('renew');
    await press('ArrowDown', 'Enter');
    expect(await value()).toBe('How do I renew the Secure NMC System?');
    await press('ControlOrMeta+z');
    expect(await value()).toBe('renew');
  });

  it('change nothing for Enter and Shift+Enter while none is chosen', async () => {
    await type('my gal');
    await press('Shift+Enter');
    await type('gal');
    await press('Enter');
    await answers().getByText('You wrote:').waitFor();
    expect([await said().textContent(), await list().isVisible()]).toEqual(['You said: my gal\ngal', false]);
  });

  it('close with Escape until something else is typed', async () => {
    await type('gal');
    await press('ArrowDown', 'Escape');
    expect([await list().isVisible(), await value(), await activeOption()]).toEqual([false, 'gal', null]);
    await press('ArrowDown');
    expect(await activeOption()).toBeNull();
    await type('a');
    expect(await hasFocus()).toBe(true);
  });

  it('close when Tab leaves the text field', async () => {
    await type('gal');
    await press('ArrowDown', 'Tab');
    expect([await list().isVisible(), await value()]).toEqual([false, 'gal']);
    expect(await site.page.getByRole('button', { name: 'Send' }).evaluate((node) => node.matches(':focus'))).toBe(true);
  });

  it('go when the text is gone or has become another', async () => {
    await type('gal');
    await field().fill('');
    expect(await list().isVisible()).toBe(false);
    await type('gal');
    await field().fill('something else');
    expect(await list().isVisible()).toBe(false);
  });

  it('are taken by a click, and the focus stays in the text', async () => {
    await type('is my gal');
    await options().getByText('Galaxy VL').click();
    expect([await value(), await hasFocus(), await list().isVisible()]).toEqual(['is my Galaxy VL', true, false]);
  });

  it('are taken by a touch', async () => {
    await site.visit({ hasTouch: true, viewport: { width: 390, height: 844 } });
    await type('is my gal');
    await options().getByText('Galaxy VL').tap();
    expect([await value(), await hasFocus(), await list().isVisible()]).toEqual(['is my Galaxy VL', true, false]);
  });

  it('mark the letters that were typed by weight', async () => {
    await type('is my gal');
    const weight = (selector: string) =>
      options()
        .first()
        .locator(selector)
        .evaluate((node) => [
          node.textContent,
          Number(
            (globalThis as unknown as { getComputedStyle(n: unknown): { fontWeight: string } }).getComputedStyle(node)
              .fontWeight,
          ),
        ]);
    expect(await weight('b')).toEqual(['Gal', 700]);
    expect(await weight('.offer-label')).toEqual(['Galaxy VS', 400]);
  });

  it('show markup as text', async () => {
    site.server.suggest = () => [{ kind: 'question', label: '<img src=x> <b>ga</b>', says: 'x' }];
    await type('ga');
    expect(await options().allInnerTexts()).toEqual(['<img src=x> <b>ga</b>']);
  });
});
