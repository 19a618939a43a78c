import { hostSite } from './host-site.js';
import { supportPage } from './support-page.js';

const site = supportPage();
const host = hostSite();
const { answers, say } = site;

/** What pages do to everything on them. */
const HOSTILE: readonly (readonly [what: string, style: string])[] = [
  ['takes every style back', '* { all: unset !important; }'],
  [
    'hides and moves every element',
    'html body * { display: none !important; position: static !important; opacity: 0; }',
  ],
  ['counts in large letters', 'html { font-size: 40px !important; } * { font: italic 900 40px/3 fantasy !important; }'],
  ['counts in small letters', 'html { font-size: 62.5%; } body { font-size: 1.4rem; line-height: 1; }'],
  [
    'resets as frameworks do',
    `*, ::before, ::after { box-sizing: content-box !important; margin: 0 !important; padding: 9px !important; border: 3px solid red !important; }
     button, input, textarea, dialog { background: yellow !important; color: red !important; text-transform: uppercase !important; border-radius: 0 !important; }
     div, section, article, p { letter-spacing: 5px !important; word-spacing: 9px; text-align: center !important; color: red !important; }
     svg { width: 99px !important; fill: red !important; } [hidden] { display: block !important; }`,
  ],
  [
    'reads from right to left',
    'html, body, div { direction: rtl !important; text-align: right; unicode-bidi: bidi-override; }',
  ],
  [
    'is drawn in other ways',
    'body { filter: none; } div { transform: none; zoom: 1.5 !important; visibility: hidden !important; color-scheme: only dark !important; }',
  ],
];

/** How each element of the widget is drawn, a line each; what follows from time (dots that breathe, carets) is not looked at. */
const DRAWN = `(() => {
  const LOOK = ['display','visibility','color','backgroundColor','fontSize','fontFamily','fontStyle','fontWeight','lineHeight','letterSpacing','wordSpacing',
    'textTransform','textAlign','direction','unicodeBidi','boxSizing','margin','padding','border','borderRadius','fill','colorScheme','zoom','opacity'];
  const root = document.querySelector('[data-sns-assistant]').shadowRoot;
  return [...root.querySelectorAll('*')].filter((e) => !e.closest('.dots, .writing')).map((e) => {
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    const at = [box.x, box.y, box.width, box.height].map((n) => Math.round(n)).join(' ');
    return e.localName + '.' + e.getAttribute('class') + ' ' + at + ' ' + LOOK.map((name) => style[name]).join('|');
  });
})()`;

/** The widget with an answer and a verdict in it, on a page with this style. */
async function drawnOn(style: string): Promise<readonly string[]> {
  host.shows({ style, body: `<p>Elsewhere</p><script src="${site.server.url}widget.js" data-theme="light"></script>` });
  await site.newTab({ viewport: { width: 1000, height: 800 } });
  await site.page.goto(host.origin);
  await site.page.locator('.launcher').click();
  await site.page.getByText('What would you like to know?').waitFor();
  await say('In the last 12 months');
  await answers().getByText('Yes: your Galaxy VS').waitFor();
  return site.page.evaluate(DRAWN) as Promise<readonly string[]>;
}

it.each(HOSTILE)('the widget is drawn the same on a page that %s', async (_what, style) => {
  const usual = await drawnOn('');
  expect(usual.length).toBeGreaterThan(60);
  expect(await drawnOn(style)).toEqual(usual);
});

it('changes nothing of how the page is drawn', async () => {
  const body = '<main><h1>Ours</h1><button class="launcher">A</button><p class="bubble wrap panel" hidden>B</p></main>';
  const look = `[...document.querySelectorAll('html, body, main, main *')].map((e) => {
    const box = e.getBoundingClientRect();
    return [e.localName, box.x, box.y, box.width, box.height, ...[...getComputedStyle(e)].map((n) => getComputedStyle(e)[n])].join();
  })`;
  host.shows({ body });
  await site.newTab();
  await site.page.goto(host.origin);
  const before = await site.page.evaluate(look);
  host.shows({ body: `${body}<script src="${site.server.url}widget.js"></script>` });
  await site.page.goto(host.origin);
  await site.page.getByRole('button', { name: 'Open the chat' }).click();
  await site.page.getByText('What would you like to know?').waitFor();
  expect(await site.page.evaluate(look)).toEqual(before);
});
