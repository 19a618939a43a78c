import { MESSAGE_EXTENSION_WORDING } from '../../../src/rendering/message-extension-wording.js';
import { projectKnowledge } from '../../support/knowledge.js';
import { type Attached, linesOf, problemsOf } from './cards.js';
import { extendedBot } from './extended-bot.js';
import { recorded } from './recorded.js';

const { search: SAYS } = MESSAGE_EXTENSION_WORDING;
const invoke = extendedBot();
const titles = projectKnowledge().entries.map(({ title }) => title);

/** What is found for a text, a page of it. */
async function found(typed: string, page: object = { skip: 0, count: 25 }): Promise<readonly Attached[]> {
  const parameters = [{ name: 'searchKeyword', value: typed }];
  const { status, body } = await invoke(recorded('search-typed', { parameters, queryOptions: page }));
  expect([status, body.composeExtension.type, body.composeExtension.attachmentLayout]).toEqual([200, 'result', 'list']);
  expect(body.composeExtension.attachments.flatMap(problemsOf)).toEqual([]);
  return body.composeExtension.attachments;
}
const titlesOf = (cards: readonly Attached[]) => cards.map(({ preview }) => preview?.content.title);

test('before anything is typed every question is offered, the starters first', async () => {
  const { body } = await invoke(recorded('search-first'));
  const offered = titlesOf(body.composeExtension.attachments);
  expect(offered[0]).toBe(titles[12]);
  expect([...offered].sort()).toEqual([...titles].sort());
  expect(titlesOf(await found(' '))).toEqual(offered);
});

test('a question is found by a word, previewed, and inserted with its answer and sources', async () => {
  const { body } = await invoke(recorded('search-typed'));
  const [card] = body.composeExtension.attachments as Attached[];
  if (!card) throw new Error('nothing is found');
  expect(card.preview).toEqual({
    contentType: 'application/vnd.microsoft.card.thumbnail',
    content: {
      title: 'How do I renew the Secure NMC System?',
      text: expect.stringMatching(/^FAQ: You continue the Secure NMC System .* …$/),
    },
  });
  const lines = linesOf(card);
  expect(lines[0]).toBe('How do I renew the Secure NMC System?');
  expect(lines[1]).toMatch(/^You continue the Secure NMC System after the first year by purchasing/);
  expect(lines.at(-1)).toBe('Sources: FAQ 3, 10, 14');
});

test('a product that is written out says where it stands, and what cover depends on', async () => {
  const { body } = await invoke(recorded('search-product'));
  const [card] = body.composeExtension.attachments as Attached[];
  expect(card && linesOf(card)).toEqual([
    'Galaxy VS',
    'The Galaxy VS is on the list of products that work with an NMC3 or NMC4. Whether one is covered depends on which network management card it has, when it was commissioned and which service plan it has.',
    'Source: FAQ 2, What 3-Phase UPS and PDU products include 1-Year Secure NMC System?',
  ]);
});

test('a product whose name decides has its verdict', async () => {
  const [card] = await found('Smart-UPS');
  expect(card && linesOf(card)[1]).toBe(
    'The Smart-UPS comes under the 1-Phase FAQ: the FAQ for 3-phase devices says nothing about single-phase ones.',
  );
});

test('the beginning of a name, or one that is misspelt, finds products', async () => {
  expect(titlesOf(await found('galaxy v'))).toEqual(expect.arrayContaining(['Galaxy VS', 'Galaxy VXL']));
  expect(titlesOf(await found('symetra px2'))).toContain('Symmetra PX2');
});

test.each(['Advantage Prime', 'tüv', 'EcoCare advanced+'])(
  '%s is no question, and finds those that tell of it',
  async (typed) => {
    const cards = await found(typed);
    expect(cards.length).toBeGreaterThan(0);
    for (const card of cards) {
      for (const word of typed.toLowerCase().split(' ')) expect(linesOf(card).join(' ').toLowerCase()).toContain(word);
    }
  },
);

test('a title that is written out finds its question first', async () => {
  for (const title of titles) expect(titlesOf(await found(title.toUpperCase()))[0]).toBe(title);
});

test('pages follow each other without a gap, and the one after the last is empty', async () => {
  const all = titlesOf(await found(''));
  const pages = await Promise.all([0, 4, 8, 12, 16].map((skip) => found('', { skip, count: 4 })));
  expect(pages.flatMap(titlesOf)).toEqual(all);
  expect(pages.map((page) => page.length)).toEqual([4, 4, 4, 3, 0]);
  expect(await found('', { skip: 1000 })).toEqual([]);
  expect(titlesOf(await found('', {}))).toEqual(all);
});

test('where nothing is found that is said, with what was typed', async () => {
  const parameters = [{ name: 'searchKeyword', value: ' 保修期 ' }];
  const other = await invoke(recorded('search-typed', { parameters }));
  expect(other.body.composeExtension).toEqual({ type: 'message', text: SAYS.nothing('保修期') });
  const { status, body } = await invoke(recorded('search-nothing'));
  expect([status, body]).toEqual([200, { composeExtension: { type: 'message', text: SAYS.nothing('zzzzqqqq') } }]);
});

test('a whole message that is pasted into the search does no harm', async () => {
  const parameters = [{ name: 'searchKeyword', value: 'xq '.repeat(20_000) }];
  const { status, body } = await invoke(recorded('search-typed', { parameters }));
  expect([status, body.composeExtension.type]).toEqual([200, 'message']);
  expect(body.composeExtension.text.length).toBeLessThan(250);
});
